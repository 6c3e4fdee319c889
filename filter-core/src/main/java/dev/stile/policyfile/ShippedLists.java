package dev.stile.policyfile;

import dev.stile.policy.Action;
import dev.stile.policy.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lists of rules that come with Stile, in the syntax of the policy file. For one reading. */
final class ShippedLists {
    /** The list that holds where no file says otherwise. */
    static final String DEFAULT = "default";

    /** The list that the key {@code ai-crawlers} switches. */
    static final String AI_CRAWLERS = "ai-crawlers";

    static final List<String> NAMES = List.of(
            DEFAULT,
            "preflight",
            "well-known",
            "feeds",
            "health-probes",
            "search-crawlers",
            AI_CRAWLERS,
            "git-clients",
            "package-clients",
            "webhooks");

    private static final String FOLDER = "/META-INF/stile-policy/";
    private static final int MAX_BYTES = 65_536;

    private final Vocabulary vocabulary;
    private final Optional<Action> aiCrawlers;
    private final Set<String> read = new HashSet<>();

    /**
     * @param aiCrawlers what happens to AI crawlers, if not what their list says
     */
    ShippedLists(Vocabulary vocabulary, Optional<Action> aiCrawlers) {
        this.vocabulary = vocabulary;
        this.aiCrawlers = aiCrawlers;
    }

    /** The rules of a list. */
    List<Rule> rules(String name) {
        read.add(name);
        Problems problems = new Problems();
        String file = "shipped list " + name;
        List<Rule> rules = YamlText.read(file, bytes(name), problems)
                .flatMap(value -> value.section(List.of("rules")))
                .flatMap(section -> section.require("rules"))
                .map(value -> new RuleReader(new ConditionReader(new AddressLists(), vocabulary), this).read(value))
                .orElse(List.of());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a list of ours is wrong: " + problems.texts());
        }
        return name.equals(AI_CRAWLERS) ? switched(rules) : rules;
    }

    private List<Rule> switched(List<Rule> rules) {
        return rules.stream()
                .map(rule -> aiCrawlers
                        .map(action -> new Rule(rule.name(), rule.condition(), action))
                        .orElse(rule))
                .toList();
    }

    /** Whether a list was included so far, in whatever way. */
    boolean isRead(String name) {
        return read.contains(name);
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = ShippedLists.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks the list " + name);
            }
            return stream.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
