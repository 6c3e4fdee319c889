package dev.stile.policyfile;

import dev.stile.policy.Action;
import dev.stile.policy.Demand;
import dev.stile.policy.Effect;
import dev.stile.protocol.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a rule or a threshold does. */
final class EffectReader {
    private static final List<String> EFFECTS = List.of("allow", "deny", "challenge", "weigh");
    private static final List<String> THRESHOLD_ACTIONS = List.of("challenge", "deny");
    private static final List<String> OF_CHALLENGE = List.of("level", "bits", "work");

    private EffectReader() {}

    /** The effect that a rule's keys {@code action}, {@code level}, {@code bits}, {@code work} and {@code add} name. */
    static Optional<Effect> ofRule(Section rule) {
        Optional<String> word = rule.require("action").flatMap(value -> value.word(EFFECTS));
        word.filter(action -> !action.equals("weigh"))
                .flatMap(action -> rule.get("add"))
                .ifPresent(value -> value.problem("this belongs to action: weigh only"));
        if (word.filter("weigh"::equals).isPresent()) {
            refuseChallengeKeys(rule);
            return weigh(rule);
        }
        return word.flatMap(action -> action(action, rule));
    }

    /** The action of a threshold: a word, or a section of keys. */
    static Optional<Action> ofThreshold(Value value) {
        if (!value.isSection()) {
            return value.word(THRESHOLD_ACTIONS).flatMap(EffectReader::plain);
        }
        return value.section(List.of("action", "level", "bits", "work"))
                .flatMap(section -> section.require("action")
                        .flatMap(action -> action.word(THRESHOLD_ACTIONS))
                        .flatMap(word -> action(word, section)));
    }

    /** The action that a word names without more. */
    static Optional<Action> plain(String word) {
        return switch (word) {
            case "allow" -> Optional.of(Action.ALLOW);
            case "deny" -> Optional.of(Action.DENY);
            case "challenge" -> Optional.of(Action.CHALLENGE);
            default -> Optional.empty();
        };
    }

    private static Optional<Action> action(String word, Section section) {
        if (word.equals("challenge")) {
            return Optional.of(new Action.Challenge(demand(section)));
        }
        refuseChallengeKeys(section);
        return plain(word);
    }

    private static Demand demand(Section section) {
        Level level = section.get("level")
                .flatMap(value -> value.whole(1, 3))
                .flatMap(Level::of)
                .orElse(Level.ONE);
        Optional<Integer> bits = section.get("bits").flatMap(value -> value.whole(1, Demand.MAX_BITS));
        Optional<Double> work = section.get("work").flatMap(value -> value.number(1, Demand.MAX_WORK_FACTOR));
        if (bits.isPresent() && work.isPresent()) {
            section.whole().problem("bits and work both say what a challenge costs", "one of them");
        }
        return new Demand(level, bits.map(OptionalInt::of).orElseGet(OptionalInt::empty), work.orElse(1.0));
    }

    private static Optional<Effect> weigh(Section rule) {
        return rule.require("add").flatMap(value -> value.whole(-100, 100)).map(Effect.Weigh::new);
    }

    private static void refuseChallengeKeys(Section section) {
        OF_CHALLENGE.forEach(
                key -> section.get(key).ifPresent(value -> value.problem("this belongs to action: challenge only")));
    }
}
