package dev.stile.explain;

import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Flow;
import dev.stile.event.Grounds;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import dev.stile.event.Visitor;
import dev.stile.page.Tree;
import dev.stile.page.Tree.Items;
import dev.stile.page.Tree.Members;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** One decision as an operator is told of it; {@code docs/operating.md} says what each member means. */
final class DecisionTree {
    private DecisionTree() {}

    static Tree of(DecisionEvent event) {
        return Members.NONE
                .with("reference", event.reference())
                .with("time", Instant.ofEpochSecond(event.second()).toString())
                .with("endpoint", event.endpoint())
                .with("verdict", event.outcome().verdict())
                .with("reason", event.outcome().reason())
                .with("enforced", Tree.truth(event.outcome().enforced()))
                .with("visitor", visitor(event.visitor()))
                .with("grounds", grounds(event.grounds()))
                .with("pass", pass(event.pass()))
                .with("cost", event.cost().map(DecisionTree::cost))
                .with("flow", event.flow().map(DecisionTree::flow));
    }

    private static Tree visitor(Visitor visitor) {
        return Members.NONE
                .with("client", visitor.client())
                .with("method", visitor.method())
                .with("path", visitor.path())
                .with("agent", visitor.agent());
    }

    private static Tree grounds(Grounds grounds) {
        return Members.NONE
                .with("rule", grounds.rule().map(Tree.Text::new))
                .with("suspicion", Tree.whole(grounds.suspicion()))
                .with("signals", items(grounds.signals(), DecisionTree::points))
                .with("rules", items(grounds.rules(), DecisionTree::points));
    }

    private static Tree points(Points points) {
        return Members.NONE.with("name", points.name()).with("points", Tree.whole(points.points()));
    }

    private static Tree pass(PassUse pass) {
        return Members.NONE
                .with("valid", Tree.truth(pass.valid()))
                .with("refusals", items(pass.refusals(), Tree.Text::new))
                .with("networkChanged", Tree.truth(pass.networkChanged()))
                .with("budget", pass.budget().map(DecisionTree::budget));
    }

    private static Tree budget(PassUse.Budget budget) {
        return Members.NONE.with("used", Tree.decimal(budget.used())).with("requests", Tree.whole(budget.requests()));
    }

    static Tree cost(Cost cost) {
        return Members.NONE
                .with("level", Tree.whole(cost.level()))
                .with("bits", Tree.whole(cost.difficulty().bits()))
                .with("rounds", Tree.whole(cost.difficulty().rounds()))
                .with("work", Tree.whole(cost.difficulty().work()))
                .with("factors", items(cost.factors(), DecisionTree::factor));
    }

    private static Tree factor(Cost.Factor factor) {
        return Members.NONE.with("name", factor.name()).with("times", Tree.decimal(factor.times()));
    }

    private static Tree flow(Flow flow) {
        return Members.NONE
                .with("clientPerMinute", Tree.decimal(flow.client()))
                .with("widerPerMinute", Tree.decimal(flow.wider()))
                .with("totalPerMinute", Tree.decimal(flow.total()))
                .with("load", Tree.decimal(flow.load()));
    }

    private static <T> Tree items(List<T> all, Function<T, Tree> tree) {
        return new Items(all.stream().map(tree).toList());
    }
}
