package dev.stile.policyfile;

import dev.stile.gate.GateTerms;
import dev.stile.policy.Action;
import dev.stile.policy.Mode;
import dev.stile.policy.Policy;
import dev.stile.policy.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the terms of a policy file, or says everything that is wrong with it ({@code docs/policy.md}). The options' rules
 * come first; what the file does not say is as the options have it. Safe for threads.
 */
public final class PolicyReader {
    private static final List<String> KEYS = List.of(
            "mode",
            "thresholds",
            "ai-crawlers",
            "difficulty",
            "budget",
            "no-script",
            "flood",
            "load",
            "lists",
            "rules");

    private final GateTerms options;
    private final Vocabulary vocabulary;

    /**
     * @param options what holds where no file says otherwise; its rules are asked before those of the file
     * @param vocabulary what rules may name
     */
    public PolicyReader(GateTerms options, Vocabulary vocabulary) {
        this.options = options;
        this.vocabulary = vocabulary;
    }

    /** The terms without a file: the options, and the rules of the list {@code default} behind theirs. */
    public GateTerms withoutFile() {
        List<Rule> rules = new ShippedLists(vocabulary, Optional.empty()).rules(ShippedLists.DEFAULT);
        Policy policy = options.policy();
        return withPolicy(new Policy(policy.mode(), behindOptions(rules), policy.thresholds()));
    }

    private GateTerms withPolicy(Policy policy) {
        return new GateTerms(
                policy, options.difficulty(), options.flood(), options.load(), options.budget(), options.noScript());
    }

    private List<Rule> behindOptions(List<Rule> rules) {
        return Stream.concat(options.policy().rules().stream(), rules.stream()).toList();
    }

    /** Reads a policy file, and the lists that it names. */
    PolicyReading read(PolicyFile file) {
        Problems problems = new Problems();
        FilesRead files = new FilesRead();
        Optional<Section> document = document(file, files, problems).flatMap(value -> value.section(KEYS));
        AddressLists lists =
                AddressLists.read(document.flatMap(section -> section.get("lists")), file, files, problems);
        Optional<GateTerms> terms = document.map(section -> terms(section, lists));
        if (!problems.isEmpty()) {
            return new PolicyReading(Optional.empty(), problems.texts(), Outline.NOTHING, files, files.hash());
        }
        // Only of what was understood: an alias of itself would have no end.
        Outline outline =
                document.map(section -> Outline.of(section, lists.summaries())).orElse(Outline.NOTHING);
        return new PolicyReading(terms, List.of(), outline, files, files.hash());
    }

    private static Optional<Value> document(PolicyFile file, FilesRead files, Problems problems) {
        try {
            return YamlText.read(file.name(), files.read(file), problems);
        } catch (IOException e) {
            problems.add(file.name(), "the file cannot be read: " + AddressLists.reason(e));
            return Optional.empty();
        }
    }

    private GateTerms terms(Section file, AddressLists lists) {
        TermsReader terms = new TermsReader(options);
        return new GateTerms(
                policy(file, lists, terms),
                file.get("difficulty").map(terms::difficulty).orElse(options.difficulty()),
                file.get("flood").map(terms::flood).orElse(options.flood()),
                file.get("load").map(terms::load).orElse(options.load()),
                file.get("budget").map(terms::budget).orElse(options.budget()),
                file.get("no-script").map(terms::noScript).or(options::noScript));
    }

    private Policy policy(Section file, AddressLists lists, TermsReader terms) {
        Optional<Value> aiSwitch = file.get("ai-crawlers");
        Optional<Action> aiCrawlers = aiSwitch.flatMap(value -> value.word(List.of("challenge", "deny", "allow")))
                .flatMap(EffectReader::plain);
        ShippedLists shipped = new ShippedLists(vocabulary, aiCrawlers);
        List<Rule> rules = file.get("rules")
                .map(value -> new RuleReader(new ConditionReader(lists, vocabulary), shipped).read(value))
                .orElseGet(() -> shipped.rules(ShippedLists.DEFAULT));
        if (!shipped.isRead(ShippedLists.AI_CRAWLERS)) {
            aiSwitch.ifPresent(value -> value.problem(
                    "this switches the list ai-crawlers, and no rule includes it",
                    "include: default or include: ai-crawlers among the rules"));
        }
        return new Policy(
                file.get("mode")
                        .flatMap(value -> value.word(Mode.class))
                        .orElse(options.policy().mode()),
                behindOptions(rules),
                file.get("thresholds")
                        .map(terms::thresholds)
                        .orElse(options.policy().thresholds()));
    }

    /** The keys that are known. */
    static List<String> keys() {
        return KEYS;
    }
}
