package dev.stile.explain;

import dev.stile.event.CountersMXBean;
import dev.stile.event.DecisionEvent;
import dev.stile.gate.OperatorQuestion;
import dev.stile.gate.OperatorQuestion.OneDecision;
import dev.stile.gate.OperatorQuestion.RecentDecisions;
import dev.stile.gate.OperatorQuestion.State;
import dev.stile.page.Tree;
import dev.stile.page.Tree.Items;
import dev.stile.page.Tree.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers operators' questions. Safe for threads. */
public final class Explanations implements Function<OperatorQuestion, Optional<Tree>> {
    private final DecisionRing decisions;
    private final CountersMXBean counters;
    private final Supplier<GateState> state;

    /** What these know is told. */
    public Explanations(DecisionRing decisions, CountersMXBean counters, Supplier<GateState> state) {
        this.decisions = decisions;
        this.counters = counters;
        this.state = state;
    }

    /** The answer; empty where no decision of the reference id is remembered. */
    @Override
    public Optional<Tree> apply(OperatorQuestion question) {
        return question.match(new Answering());
    }

    private final class Answering implements OperatorQuestion.Cases<Optional<Tree>> {
        @Override
        public Optional<Tree> oneDecision(OneDecision question) {
            return decisions.find(question.reference()).map(DecisionTree::of);
        }

        @Override
        public Optional<Tree> recentDecisions(RecentDecisions question) {
            List<Tree> recent = decisions
                    .newestFirst()
                    .filter(event -> isOf(question.verdict(), event))
                    .limit(question.limit())
                    .<Tree>map(DecisionTree::of)
                    .toList();
            return Optional.of(Members.NONE.with("decisions", new Items(recent)));
        }

        @Override
        public Optional<Tree> state(State question) {
            GateState now = state.get();
            Tree counts = Members.NONE
                    .with("decisions", counts(counters.getDecisions()))
                    .with("unenforced", counts(counters.getUnenforced()))
                    .with("signals", counts(counters.getSignals()))
                    .with("passRefusals", counts(counters.getPassRefusals()))
                    .with("networkChanges", Tree.whole(counters.getNetworkChanges()));
            return Optional.of(Members.NONE
                    .with("mode", now.mode())
                    .with("policy", now.policy())
                    .with("load", Tree.decimal(now.load()))
                    .with("price", DecisionTree.cost(now.price()))
                    .with("replayFill", Tree.decimal(now.replayFill()))
                    .with("counts", counts));
        }

        private static boolean isOf(String verdict, DecisionEvent event) {
            return verdict.isEmpty() || verdict.equals(event.outcome().verdict());
        }

        private static Tree counts(Map<String, Long> counts) {
            Map<String, Tree> members = new LinkedHashMap<>();
            counts.forEach((name, count) -> members.put(name, Tree.whole(count)));
            return new Members(members);
        }
    }
}
