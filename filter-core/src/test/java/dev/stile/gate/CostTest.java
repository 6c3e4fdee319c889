package dev.stile.gate;

import static dev.stile.wire.Scene.IV_CLIENT;
import static dev.stile.wire.Scene.LIFETIME;
import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.TARGET;
import static dev.stile.wire.Scene.challenge;
import static dev.stile.wire.Scene.challengeWith;
import static dev.stile.wire.Scene.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;
import dev.stile.wire.Bytes;
import dev.stile.wire.ChallengeField;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import dev.stile.wire.TestSolver;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cheapest check first: how many hashes, beside the one HMAC of the MAC, a redeem costs before it is refused. */
class CostTest {
    private static final int MESSAGE = 1;
    private static final int REPLAY_KEY = 1;

    private final TestGate gate = new TestGate();

    @Test
    void redeem_right_costsTheMessageEachRoundAndTheClaim() {
        assertThat(hashes(TestRequest.redeem(proof()))).isEqualTo(MESSAGE + Scene.ROUNDS + REPLAY_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void redeem_counterMisses_endsTheWork(int which) { // A32
        TestSolver solver = new TestSolver(challenge().bytes(), TARGET, IV_CLIENT);
        LongPredicate[] wanted = {solver::meets, solver::meets, solver::meets};
        wanted[which] = counter -> !solver.meets(counter);
        assertThat(hashes(TestRequest.redeem(solver.proof(solver.ascending(wanted)))))
                .isEqualTo(MESSAGE + which + 1);
        assertThat(gate.store().calls()).isEmpty();
    }

    @Test
    void redeem_64CountersThatAllMiss_costsOne() { // A32
        TestSolver solver =
                new TestSolver(challengeWith(ChallengeField.ROUNDS, 64).bytes(), TARGET, IV_CLIENT);
        long[] counters = solver.first(64, counter -> !solver.meets(counter));
        assertThat(hashes(TestRequest.redeem(solver.proof(counters)))).isEqualTo(MESSAGE + 1);
    }

    @Test
    void redeem_wrongMessage_costsTheMessage() {
        assertThat(hashes(TestRequest.redeem(proof().flipped(ProofField.MESSAGE_HASH))))
                .isEqualTo(MESSAGE);
    }

    @Test
    void redeem_randomMacs_costNoHashAndNoClaim() { // A31
        Random random = new Random(31);
        for (int i = 0; i < 1000; i++) {
            byte[] mac = new byte[32];
            random.nextBytes(mac);
            TestSolver solver = new TestSolver(
                    challenge().with(ChallengeField.IV_SERVER, mac).bytes(), TARGET, IV_CLIENT);
            TestRequest request = TestRequest.redeem(solver.proof(1, 2, 3));
            assertThat(hashes(request)).isZero();
            gate.assertRefuses(request, Refusal.FORGED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, 65_536, 1 << 20})
    void redeem_tooLarge_costsNothing(int length) { // A13
        assertThat(hashes(TestRequest.redeem("A".repeat(length)))).isZero();
    }

    @Test
    void redeem_malformed_costsNothing() {
        assertThat(hashes(TestRequest.redeem(proof().text() + "="))).isZero();
    }

    @Test
    void redeem_expired_costsNothing() {
        gate.setNow(NOW + LIFETIME + 1);
        assertThat(hashes(TestRequest.redeem(proof()))).isZero();
    }

    @Test
    void redeem_unknownKey_costsNothing() {
        assertThat(hashes(TestRequest.redeem(proof(challengeWith(ChallengeField.KEY_ID, 7)))))
                .isZero();
    }

    @Test
    void redeem_fromAnotherNetwork_costsNothing() {
        assertThat(hashes(TestRequest.redeem(proof()).from(Scene.OTHER_ADDRESS)))
                .isZero();
    }

    @Test
    void decide_challenge_costsNothing() { // A30
        assertThat(hashes(TestRequest.curl())).isZero();
    }

    @Test
    void decide_passes_costNothing() {
        assertThat(hashes(TestRequest.page()
                        .pass(Scene.pass())
                        .pass(Bytes.base64Url(Bytes.repeated(1, 384)))
                        .pass("A".repeat(1 << 20))))
                .isZero();
    }

    private long hashes(TestRequest request) {
        Gate one = gate.gate();
        RequestFacts facts = request.facts();
        try (HashCount count = new HashCount()) {
            one.decide(facts);
            return count.digests();
        }
    }
}
