package dev.stile.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.Cost;
import dev.stile.event.Counters;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Events;
import dev.stile.event.Outcome;
import dev.stile.gate.OperatorQuestion;
import dev.stile.gate.OperatorQuestion.OneDecision;
import dev.stile.gate.OperatorQuestion.RecentDecisions;
import dev.stile.gate.OperatorQuestion.State;
import dev.stile.page.Tree;
import dev.stile.protocol.Difficulty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private final Counters counters = new Counters();
    private final DecisionRing ring = new DecisionRing();
    private final GateState state = new GateState(
            "monitor", "init-params", 0.25, price(new Difficulty(14, 16), new Cost.Factor("load", 2)), 0.5);
    private final Explanations explanations = new Explanations(ring, counters, () -> state);

    private static Cost price(Difficulty difficulty, Cost.Factor... factors) {
        return new Cost(1, difficulty, List.of(factors));
    }

    private void hear(DecisionEvent event) {
        counters.onDecision(event);
        ring.onDecision(event);
    }

    /** The leaves of the answer, by their way from its root. */
    private Map<String, String> answer(OperatorQuestion question) {
        Leaves leaves = new Leaves();
        explanations.apply(question).orElseThrow().write(leaves);
        return leaves.found;
    }

    @Test
    void apply_reference_tellsAllThatIsKnownOfTheDecision() {
        hear(Events.FULL);
        assertThat(answer(new OneDecision("0123456789")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("/reference", "0123456789"),
                        Map.entry("/time", "2027-01-15T08:00:17Z"),
                        Map.entry("/endpoint", "page"),
                        Map.entry("/verdict", "challenge"),
                        Map.entry("/reason", "flood"),
                        Map.entry("/enforced", "false"),
                        Map.entry("/visitor/client", "192.0.2.1"),
                        Map.entry("/visitor/method", "GET"),
                        Map.entry("/visitor/path", "/archive"),
                        Map.entry("/visitor/agent", "curl/8.5.0"),
                        Map.entry("/grounds/rule", "search is dear"),
                        Map.entry("/grounds/suspicion", "80"),
                        Map.entry("/grounds/signals/0/name", "scripted-agent"),
                        Map.entry("/grounds/signals/0/points", "80"),
                        Map.entry("/grounds/signals/1/name", "no-accept"),
                        Map.entry("/grounds/signals/1/points", "50"),
                        Map.entry("/grounds/rules/0/name", "known customers"),
                        Map.entry("/grounds/rules/0/points", "-50"),
                        Map.entry("/pass/valid", "true"),
                        Map.entry("/pass/refusals/0", "forged"),
                        Map.entry("/pass/refusals/1", "expired"),
                        Map.entry("/pass/networkChanged", "true"),
                        Map.entry("/pass/budget/used", "300.12"),
                        Map.entry("/pass/budget/requests", "300"),
                        Map.entry("/cost/level", "2"),
                        Map.entry("/cost/bits", "15"),
                        Map.entry("/cost/rounds", "24"),
                        Map.entry("/cost/work", "786432"),
                        Map.entry("/cost/factors/0/name", "level"),
                        Map.entry("/cost/factors/0/times", "1.5"),
                        Map.entry("/cost/factors/1/name", "own-share"),
                        Map.entry("/cost/factors/1/times", "2.0"),
                        Map.entry("/flow/clientPerMinute", "241.5"),
                        Map.entry("/flow/widerPerMinute", "900.0"),
                        Map.entry("/flow/totalPerMinute", "1200.25"),
                        Map.entry("/flow/load", "0.75")));
    }

    @Test
    void apply_decisionOfWhichLittleIsKnown_leavesTheRestOut() {
        hear(Events.named("A", "redeem", new Outcome("refuse", "malformed", true)));
        assertThat(answer(new OneDecision("A")).keySet())
                .noneMatch(way -> way.startsWith("/cost") || way.startsWith("/flow") || way.startsWith("/pass/budget"))
                .doesNotContain("/grounds/rule");
    }

    @Test
    void apply_unknownReference_isNothing() {
        assertThat(explanations.apply(new OneDecision("A"))).isEmpty();
    }

    @Test
    void apply_recentDecisions_areTheNewestOfThatVerdict() {
        hear(Events.named("A", "page", new Outcome("challenge", "always", true)));
        hear(Events.named("B", "page", new Outcome("allow", "calm", true)));
        hear(Events.named("C", "page", new Outcome("challenge", "always", true)));
        hear(Events.named("D", "page", new Outcome("challenge", "always", true)));
        assertThat(references(new RecentDecisions("challenge", 2))).containsExactly("D", "C");
        assertThat(references(new RecentDecisions("", 1000))).containsExactly("D", "C", "B", "A");
        assertThat(references(new RecentDecisions("nothing", 1000))).isEmpty();
    }

    private List<String> references(RecentDecisions question) {
        return answer(question).entrySet().stream()
                .filter(leaf -> leaf.getKey().endsWith("/reference"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Test
    void apply_state_tellsHowTheGateIsAndWhatMonitorWouldHaveDone() {
        hear(Events.FULL);
        assertThat(answer(new State()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("/mode", "monitor"),
                        Map.entry("/policy", "init-params"),
                        Map.entry("/load", "0.25"),
                        Map.entry("/price/level", "1"),
                        Map.entry("/price/factors/0/name", "load"),
                        Map.entry("/price/factors/0/times", "2.0"),
                        Map.entry("/price/bits", "14"),
                        Map.entry("/price/rounds", "16"),
                        Map.entry("/price/work", "262144"),
                        Map.entry("/replayFill", "0.5"),
                        Map.entry("/counts/decisions/challenge/flood", "1"),
                        Map.entry("/counts/unenforced/challenge/flood", "1"),
                        Map.entry("/counts/signals/scripted-agent", "1"),
                        Map.entry("/counts/signals/no-accept", "1"),
                        Map.entry("/counts/passRefusals/forged", "1"),
                        Map.entry("/counts/passRefusals/expired", "1"),
                        Map.entry("/counts/networkChanges", "1")));
    }

    private static final class Leaves implements Tree.Writer {
        private final Map<String, String> found = new TreeMap<>();
        private String way = "";

        @Override
        public void text(String text) {
            found.put(way, text);
        }

        @Override
        public void literal(String text) {
            found.put(way, text);
        }

        @Override
        public void items(List<Tree> items) {
            String here = way;
            for (int i = 0; i < items.size(); i++) {
                way = here + "/" + i;
                items.get(i).write(this);
            }
            way = here;
        }

        @Override
        public void members(Map<String, Tree> members) {
            String here = way;
            members.forEach((name, value) -> {
                way = here + "/" + name;
                value.write(this);
            });
            way = here;
        }
    }
}
