package dev.stile.policy;

import dev.stile.protocol.Level;
import dev.stile.request.RequestFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is asked: a mode, rules of which the first that decides counts, and what suspicion leads to. Safe for threads. */
public final class Policy {
    private final Mode mode;
    private final List<Rule> rules;
    private final Thresholds thresholds;
    private final Optional<Level> enough;
    private final UserAgentMemory agents;

    /**
     * @param mode how the gate behaves where no rule decides
     * @param rules in the order in which they are asked
     * @param thresholds what suspicion leads to where no rule decides
     */
    public Policy(Mode mode, List<Rule> rules, Thresholds thresholds) {
        this.mode = mode;
        this.rules = List.copyOf(rules);
        this.thresholds = thresholds;
        this.enough = thresholds.enough();
        this.agents = new UserAgentMemory(this.rules.stream()
                .flatMap(rule -> rule.condition().userAgents())
                .toList());
    }

    /** How the gate behaves where no rule decides. */
    public Mode mode() {
        return mode;
    }

    /** The rules, in the order in which they are asked. */
    public List<Rule> rules() {
        return rules;
    }

    /** What suspicion leads to where no rule decides. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** What {@link Thresholds#enough()} says; found once, for each request with a pass asks. */
    public Optional<Level> enough() {
        return enough;
    }

    /** All that rules and thresholds ask for. */
    public Stream<Demand> demands() {
        return Stream.concat(rules.stream().map(Rule::effect), thresholds.actions().values().stream())
                .filter(Action.Challenge.class::isInstance)
                .map(effect -> ((Action.Challenge) effect).demand());
    }

    /** What the rules say of a request to a page. */
    public Ruling rule(RequestFacts facts) {
        Subject subject = new Subject(facts, agents);
        List<Weight> weights = new ArrayList<>(0);
        for (Rule rule : rules) {
            if (!rule.condition().holds(subject)) {
                continue;
            }
            if (rule.effect() instanceof Action action) {
                return new Ruling(Optional.of(rule.name()), Optional.of(action), weights);
            }
            if (rule.effect() instanceof Effect.Weigh weigh) {
                weights.add(new Weight(rule.name(), weigh.points()));
            }
        }
        return weights.isEmpty() ? Ruling.NONE : new Ruling(Optional.empty(), Optional.empty(), weights);
    }

    /**
     * What happens to a request that no rule decides about, with a suspicion of 0 to 100; empty where it is let
     * through.
     */
    public Optional<Action> bySuspicion(int suspicion) {
        Optional<Action> everybody = mode == Mode.ALWAYS ? Optional.of(Action.CHALLENGE) : Optional.empty();
        return thresholds.at(suspicion).or(() -> everybody);
    }
}
