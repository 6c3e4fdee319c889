package dev.stile.policyfile;

import dev.stile.policy.Action;
import dev.stile.policy.Condition;
import dev.stile.policy.Conditions;
import dev.stile.policy.Effect;
import dev.stile.policy.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads rules, and the shipped lists of rules that they include. For one file. */
final class RuleReader {
    private static final List<String> KEYS =
            List.of("name", "when", "unless", "action", "level", "bits", "work", "add", "include");
    private static final String NAME = "1 to 40 letters, digits, dots, hyphens and underscores";

    private final ConditionReader conditions;
    private final ShippedLists shipped;
    private final Set<String> names = new HashSet<>();

    RuleReader(ConditionReader conditions, ShippedLists shipped) {
        this.conditions = conditions;
        this.shipped = shipped;
    }

    /** The rules in their order, those of included lists in their places. */
    List<Rule> read(Value value) {
        if (!value.isList()) {
            value.problem("a list of rules is wanted", "- name: ... or - include: ... below each other");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        value.list("rules, or no key rules for those of the list default")
                .forEach(item -> item.section(KEYS).ifPresent(section -> rules.addAll(rules(section))));
        return rules;
    }

    private List<Rule> rules(Section section) {
        Optional<Value> include = section.get("include");
        if (include.isEmpty()) {
            return rule(section).stream().toList();
        }
        if (section.entries().size() > 1) {
            include.get().problem("a list is included as it is", "no other key beside include");
        }
        return include.get().word(ShippedLists.NAMES).map(shipped::rules).orElse(List.of());
    }

    private Optional<Rule> rule(Section section) {
        Optional<String> name = section.require("name").flatMap(this::name);
        Optional<Effect> effect = EffectReader.ofRule(section);
        boolean asks = effect.filter(RuleReader::frees).isEmpty();
        List<Condition> all = new ArrayList<>();
        section.get("when").map(value -> conditions.read(value, asks)).ifPresent(all::add);
        section.get("unless")
                .map(value -> Conditions.not(conditions.read(value, !asks)))
                .ifPresent(all::add);
        if (all.isEmpty()) {
            section.whole()
                    .problem("the rule has no condition", "when, unless or both; for everything when: {path: /*}");
        }
        Condition condition = all.size() == 1 ? all.get(0) : Conditions.all(all);
        return name.flatMap(known -> effect.map(what -> new Rule(known, condition, what)));
    }

    /** Whether the effect asks less of a request. */
    private static boolean frees(Effect effect) {
        return effect instanceof Action.Allow || (effect instanceof Effect.Weigh weigh && weigh.points() < 0);
    }

    private Optional<String> name(Value value) {
        Optional<String> text = value.text(NAME);
        if (text.isPresent() && !text.get().matches("[A-Za-z0-9._-]{1,40}")) {
            return value.notAllowed(text.get(), NAME);
        }
        if (text.isPresent() && !names.add(text.get())) {
            return value.problem("another rule has this name");
        }
        return text;
    }

    /** The keys that are known. */
    static List<String> keys() {
        return KEYS;
    }
}
