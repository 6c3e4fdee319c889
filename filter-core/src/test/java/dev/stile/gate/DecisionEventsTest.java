package dev.stile.gate;

import static dev.stile.wire.Scene.pass;
import static dev.stile.wire.Scene.passWith;
import static dev.stile.wire.Scene.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.CapturedLog;
import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Listeners;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import dev.stile.event.Visitor;
import dev.stile.protocol.Difficulty;
import dev.stile.request.Endpoint;
import dev.stile.wire.PassField;
import dev.stile.wire.Scene;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What listeners hear. */
class DecisionEventsTest {
    private final TestGate gate = new TestGate();

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(TestRequest.page(), "page", "allow/calm"),
                Arguments.of(TestRequest.page().pass(pass()), "page", "allow/pass"),
                Arguments.of(TestRequest.page().path("/robots.txt"), "page", "allow/exempt"),
                Arguments.of(TestRequest.page().path("/always/a"), "page", "challenge/always"),
                Arguments.of(TestRequest.curl(), "page", "challenge/suspicion"),
                Arguments.of(TestRequest.challenge("purpose=gate&target=/"), "challenge", "offer/asked"),
                Arguments.of(TestRequest.challenge("purpose=x&target=/"), "challenge", "refuse/unsupported-purpose"),
                Arguments.of(TestRequest.redeem(proof()), "redeem", "grant/fresh"),
                Arguments.of(TestRequest.redeem(proof()).pass(passWith(PassField.LEVEL, 2)), "redeem", "grant/kept"),
                Arguments.of(TestRequest.redeem(""), "redeem", "refuse/malformed"),
                Arguments.of(TestRequest.to(Endpoint.FILE), "file", "serve/file"),
                Arguments.of(TestRequest.to(Endpoint.NOTHING), "nothing", "refuse/not-found"),
                Arguments.of(TestRequest.to(Endpoint.UNCLEAR), "unclear", "refuse/bad-request"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void onDecision_eachVerdict_isNamedOnce(TestRequest request, String endpoint, String verdictAndReason) {
        gate.decide(request);
        assertThat(gate.events()).singleElement().satisfies(event -> {
            assertThat(event.endpoint()).isEqualTo(endpoint);
            assertThat(event.outcome().token()).isEqualTo(verdictAndReason);
            assertThat(event.outcome().enforced()).isTrue();
            assertThat(event.second()).isEqualTo(Scene.NOW);
        });
    }

    @Test
    void onDecision_suspicious_namesSignalsAndScore() {
        gate.decide(TestRequest.curl());
        DecisionEvent event = gate.events().get(0);
        assertThat(event.grounds().suspicion()).isEqualTo(100);
        assertThat(event.grounds().signals())
                .contains(new Points("scripted-agent", 80), new Points("no-accept-language", 50));
    }

    @Test
    void onDecision_challenge_saysWhatItCosts() {
        gate.difficulty(3, 8).decide(TestRequest.curl());
        // Two signals of 80 and 50 points come to 100, which doubles the price.
        assertThat(gate.events().get(0).cost())
                .contains(new Cost(1, new Difficulty(4, 8), List.of(new Cost.Factor("suspicion", 2))));
    }

    @Test
    void price_whileAllIsCalm_isTheBase() {
        assertThat(gate.difficulty(3, 2).gate().price()).isEqualTo(new Cost(1, new Difficulty(3, 2), List.of()));
    }

    @Test
    void onDecision_calm_costsNothing() {
        gate.decide(TestRequest.page());
        assertThat(gate.events().get(0).cost()).isEmpty();
    }

    @Test
    void onDecision_passes_areSaidToCountOrNot() {
        gate.decide(TestRequest.page().pass(pass()).pass("x"));
        assertThat(gate.events().get(0).pass())
                .isEqualTo(new PassUse(true, List.of("malformed"), false, Optional.of(new PassUse.Budget(1, 300))));
    }

    @Test
    void onDecision_request_isNamedByMethodPathClientAndAgent() {
        gate.decide(TestRequest.page()
                .method("PUT")
                .path("/a b")
                .from("2001:DB8::1")
                .header("User-Agent", "curl/8.5.0"));
        assertThat(gate.events().get(0).visitor())
                .isEqualTo(new Visitor("PUT", "/a b", "2001:db8:0:0:0:0:0:1", "curl/8.5.0"));
    }

    @Test
    void onDecision_granted_holdsNoPassAndNoProof() {
        TestRequest request = TestRequest.redeem(proof());
        Verdict.Granted granted = (Verdict.Granted) gate.decide(request);
        assertThat(gate.events().toString())
                .doesNotContain(granted.fresh().orElseThrow().token())
                .doesNotContain(proof().text());
    }

    @Test
    void toString_granted_holdsNoPass() {
        Verdict.Granted granted = (Verdict.Granted) gate.decide(TestRequest.redeem(proof()));
        assertThat(granted.toString())
                .doesNotContain(granted.fresh().orElseThrow().token());
    }

    @Test
    void decide_anyTwo_haveReferencesOfTheirOwn() {
        Gate one = gate.gate();
        String first = one.decide(TestRequest.page().facts()).reference();
        String second = one.decide(TestRequest.page().facts()).reference();
        assertThat(first).isNotEqualTo(second).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(gate.events()).extracting(DecisionEvent::reference).containsExactly(first, second);
    }

    @Test
    void decide_listenerThrows_decidesAllTheSame() {
        gate.listener(new Listeners(List.of(event -> {
            throw new IllegalStateException("broken");
        })));
        try (CapturedLog log = new CapturedLog("dev.stile", Level.ALL)) {
            gate.assertGrants(proof());
            assertThat(log.records()).hasSize(1);
        }
    }

    @Test
    void decide_passInTheRequest_isInNoEvent() {
        gate.decide(TestRequest.page().path("/always/a").pass(Scene.pass()));
        assertThat(gate.events().toString()).doesNotContain(Scene.pass().text());
    }
}
