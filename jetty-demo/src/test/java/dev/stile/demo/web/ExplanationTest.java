package dev.stile.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Flow;
import dev.stile.event.Grounds;
import dev.stile.event.Outcome;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import dev.stile.event.Visitor;
import dev.stile.protocol.Difficulty;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static DecisionEvent event(Grounds grounds, PassUse pass, Optional<Cost> cost, Optional<Flow> flow) {
        return new DecisionEvent(
                "K7REF",
                0,
                "page",
                new Outcome("challenge", "flood", false),
                new Visitor("GET", "/<script>", "192.0.2.1", "curl/8.5.0"),
                grounds,
                pass,
                cost,
                flow);
    }

    @Test
    void of_decisionOfWhichAllIsKnown_saysAll() {
        Cost cost = new Cost(1, new Difficulty(14, 24), List.of(new Cost.Factor("own-share", 1.5)));
        DecisionEvent event = event(
                new Grounds(
                        Optional.of("search"),
                        List.of(new Points("scripted-agent", 80)),
                        List.of(new Points("customers", -30)),
                        50),
                new PassUse(true, List.of("expired"), false, Optional.of(new PassUse.Budget(12.5, 300))),
                Optional.of(cost),
                Optional.of(new Flow(10, 20, 30, 0.5)));

        assertThat(Explanation.of(event).html())
                .contains("<dd>challenge, because: flood</dd>", "<dd>no: mode monitor</dd>", "<dd>search</dd>")
                .contains("<dd>50 of 100</dd>", "<dd>scripted-agent +80</dd>", "<dd>customers -30</dd>")
                .contains("<dd>expired</dd>", "<dd>12.5 of 300 requests used</dd>")
                .contains("<dd>level 1, 24 rounds of 14 bits: 393,216 hashes</dd>", "<dd>own-share × 1.50</dd>")
                .contains("<dd>10.0 of this client, 20.0 of its network, 30.0 in total</dd>", "<dd>50 %</dd>");
    }

    @Test
    void of_decisionOfWhichLittleIsKnown_leavesTheRestOut() {
        String html = Explanation.of(event(Grounds.NONE, PassUse.NONE, Optional.empty(), Optional.empty()))
                .html();

        assertThat(html).doesNotContain("Rule", "Signals", "Budget", "Challenge", "Load", "<dd></dd>");
    }

    @Test
    void of_wordsOfTheClient_areEscaped() { // A19
        assertThat(Explanation.of(event(Grounds.NONE, PassUse.NONE, Optional.empty(), Optional.empty()))
                        .html())
                .contains("GET /&lt;script&gt;")
                .doesNotContain("<script>");
    }
}
