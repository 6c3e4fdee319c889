package dev.stile.gate;

import static dev.stile.wire.Scene.IV_CLIENT;
import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.PASS_LIFETIME;
import static dev.stile.wire.Scene.TARGET;
import static dev.stile.wire.Scene.challenge;
import static dev.stile.wire.Scene.challengeWith;
import static dev.stile.wire.Scene.pass;
import static dev.stile.wire.Scene.passWith;
import static dev.stile.wire.Scene.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Level;
import dev.stile.protocol.Pass;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.SignedPass;
import dev.stile.replay.Claim;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import dev.stile.threads.Together;
import dev.stile.time.ForwardClock;
import dev.stile.wire.Bytes;
import dev.stile.wire.ChallengeField;
import dev.stile.wire.Fields;
import dev.stile.wire.PassField;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import dev.stile.wire.TestSolver;
import dev.stile.wire.WireKeys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a right proof brings, how often, and what becomes of the pass that its bearer may have. */
class RedeemTest {
    private static final byte[] NO_EPOCH = {};

    private final TestGate gate = new TestGate();

    @Test
    void redeem_right_grantsAPassOfTheScene() {
        Pass pass = granted(TestRequest.redeem(proof())).pass();
        assertThat(pass.level()).isEqualTo(Level.ONE);
        assertThat(pass.issued()).isEqualTo(NOW);
        assertThat(pass.expires()).isEqualTo(NOW + PASS_LIFETIME);
        assertThat(pass.host().text()).isEqualTo(Scene.HOST);
        assertThat(pass.family()).isEqualTo(BrowserFamily.CHROMIUM);
    }

    @Test
    void redeem_right_grantsThePassOfTheProtocol() {
        Verdict.Granted granted = granted(TestRequest.redeem(proof()));
        String token = granted.fresh().map(SignedPass::token).orElseThrow();
        byte[] id = Arrays.copyOfRange(Bytes.fromBase64Url(token), 22, 38);
        assertThat(token)
                .isEqualTo(Scene.signedPass(pass().with(PassField.ID, id)).text());
    }

    @Test
    void redeem_right_leadsToTheTarget() {
        assertThat(granted(TestRequest.redeem(proof())).target().text()).isEqualTo(TARGET);
    }

    @Test
    void redeem_later_thePassCountsFromThen() {
        gate.setNow(NOW + 30);
        assertThat(granted(TestRequest.redeem(proof())).pass().issued()).isEqualTo(NOW + 30);
    }

    @ParameterizedTest
    @CsvSource({"1,ONE", "2,TWO", "3,THREE"})
    void redeem_challengeOfALevel_grantsThatLevel(int level, Level expected) { // A04
        TestRequest request = TestRequest.redeem(proof(challengeWith(ChallengeField.LEVEL, level)));
        assertThat(granted(request).pass().level()).isEqualTo(expected);
    }

    @Test
    void redeem_twoProofs_grantsPassesWithIdsOfTheirOwn() {
        Pass one = granted(TestRequest.redeem(proof())).pass();
        Pass other = granted(TestRequest.redeem(otherProof())).pass();
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void redeem_granted_isAllowedFromThenOn() {
        String token = granted(TestRequest.redeem(proof()))
                .fresh()
                .map(SignedPass::token)
                .orElseThrow();
        assertThat(gate.decide(TestRequest.page().path("/always/a").pass(token)))
                .isEqualTo(new Verdict.Allowed(AllowReason.PASS));
    }

    @RepeatedTest(10)
    void redeem_by64ThreadsAtOnce_oneIsGranted() { // A09
        Gate one = gate.gate();
        Fields<ProofField> proof = proof();
        List<Verdict> verdicts = Together.run(
                64, thread -> one.decide(TestRequest.redeem(proof).facts()).verdict());
        assertThat(verdicts).filteredOn(Verdict.Granted.class::isInstance).hasSize(1);
        assertThat(verdicts)
                .filteredOn(new Verdict.Refused(Refusal.REPLAYED)::equals)
                .hasSize(63);
    }

    @RepeatedTest(5)
    void redeem_64ProofsBy64ThreadsAtOnce_allAreGranted() {
        gate.replayCapacity(100_000);
        Gate one = gate.gate();
        List<TestRequest> requests = IntStream.range(0, 64)
                .mapToObj(i -> TestSolver.solve(challenge(), TARGET, Bytes.repeated(i, 32)))
                .map(TestRequest::redeem)
                .toList();
        assertThat(Together.run(64, i -> one.decide(requests.get(i).facts()).verdict()))
                .hasOnlyElementsOfType(Verdict.Granted.class);
    }

    @Test
    void redeem_atTwoNodesThatShareAStore_oneIsGranted() { // A09
        ReplayStore shared = new InMemoryReplayStore(100, () -> NOW);
        TestGate one = new TestGate().epoch(NO_EPOCH).store(shared);
        TestGate other = new TestGate().epoch(NO_EPOCH).store(shared);
        Fields<ProofField> proof = proofWithoutEpoch();
        one.assertGrants(proof);
        assertThat(other.redeem(proof)).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void redeem_afterARestartThatLostTheStore_unknownKey() { // A09
        gate.assertGrants(proof());
        TestGate restarted = new TestGate().epoch(Bytes.repeated(0x77, 16));
        restarted.assertRefuses(proof(), Refusal.UNKNOWN_KEY);
    }

    @Test
    void redeem_againWithTheWallClockSetBack_isNotGranted() { // A09
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.ofEpochSecond(NOW));
        ForwardClock clock = new ForwardClock(wall::get, () -> 0);
        gate.clock(clock::seconds).store(new InMemoryReplayStore(100, clock::seconds));
        gate.assertGrants(proof());

        wall.set(Instant.ofEpochSecond(NOW + 3600));
        gate.assertRefuses(proof(), Refusal.EXPIRED);
        wall.set(Instant.ofEpochSecond(NOW));
        gate.assertRefuses(proof(), Refusal.EXPIRED);
    }

    @Test
    void redeem_oneRoundReusedWithOthersFresh_replayed() { // A09
        gate.assertGrants(proof());
        TestSolver solver = new TestSolver(challenge().bytes(), TARGET, IV_CLIENT);
        long[] five = solver.first(5, solver::meets);
        Fields<ProofField> mixed = solver.proof(five[0], five[3], five[4]);
        assertThat(gate.redeem(mixed)).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void redeem_betterLevelHeld_isKept() {
        Verdict.Granted granted = granted(TestRequest.redeem(proof()).pass(passWith(PassField.LEVEL, 3)));
        assertThat(granted.fresh()).isEmpty();
        assertThat(granted.pass().level()).isEqualTo(Level.THREE);
        assertThat(granted.target().text()).isEqualTo(TARGET);
    }

    @Test
    void redeem_sameLevelThatLastsLongerHeld_isKept() {
        long later = NOW + PASS_LIFETIME + 1;
        Verdict.Granted granted = granted(TestRequest.redeem(proof()).pass(passWith(PassField.EXPIRES, later)));
        assertThat(granted.fresh()).isEmpty();
        assertThat(granted.pass().expires()).isEqualTo(later);
    }

    @Test
    void redeem_sameLevelThatEndsSoonerHeld_isReplaced() {
        long sooner = NOW + PASS_LIFETIME - 1;
        Verdict.Granted granted = granted(TestRequest.redeem(proof()).pass(passWith(PassField.EXPIRES, sooner)));
        assertThat(granted.fresh()).isPresent();
        assertThat(granted.pass().expires()).isEqualTo(NOW + PASS_LIFETIME);
    }

    @Test
    void redeem_higherLevelThatEndsSoonerHeld_isKept() {
        Fields<PassField> high =
                Scene.signedPass(pass().with(PassField.LEVEL, 2).with(PassField.EXPIRES, NOW + 1));
        assertThat(granted(TestRequest.redeem(proof()).pass(high)).fresh()).isEmpty();
    }

    @Test
    void redeem_lowerLevelThatLastsLongerHeld_isReplaced() {
        TestRequest request = TestRequest.redeem(proof(challengeWith(ChallengeField.LEVEL, 2)))
                .pass(passWith(PassField.EXPIRES, NOW + 10 * PASS_LIFETIME));
        assertThat(granted(request).fresh()).isPresent();
    }

    @Test
    void redeem_forgedBetterPassHeld_isReplaced() { // A05
        TestRequest request = TestRequest.redeem(proof()).pass(pass().with(PassField.LEVEL, 3));
        assertThat(granted(request).fresh()).isPresent();
    }

    @Test
    void redeem_betterPassOfAnotherBrowserHeld_isReplaced() {
        Fields<PassField> firefox =
                Scene.signedPass(pass().with(PassField.LEVEL, 3).with(PassField.FAMILY, 2));
        assertThat(granted(TestRequest.redeem(proof()).pass(firefox)).fresh()).isPresent();
    }

    @Test
    void redeem_betterPassKept_theProofIsSpentAllTheSame() {
        TestRequest request = TestRequest.redeem(proof()).pass(passWith(PassField.LEVEL, 3));
        granted(request);
        assertThat(gate.decide(request)).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void redeem_refused_keepsNothingOfIt() {
        gate.assertRefuses(proof().flipped(ProofField.MESSAGE_HASH), Refusal.WRONG_MESSAGE);
        gate.assertGrants(proof());
    }

    @Test
    void redeem_storeOutOfReach_unavailable() { // A35
        gate.store(new ReplayStore() {
            @Override
            public Claim claim(ReplayKey key, long until) {
                return Claim.UNAVAILABLE;
            }

            @Override
            public boolean outlivesProcess() {
                return true;
            }
        });
        assertThat(gate.redeem(proof())).isEqualTo(new Verdict.Refused(Refusal.UNAVAILABLE));
    }

    private Verdict.Granted granted(TestRequest request) {
        return (Verdict.Granted) gate.decide(request);
    }

    private static Fields<ProofField> otherProof() {
        return TestSolver.solve(challenge(), TARGET, Scene.OTHER_IV_CLIENT);
    }

    /** A proof of the challenge that nodes with a shared store issue. */
    private static Fields<ProofField> proofWithoutEpoch() {
        var keys = new WireKeys(Scene.SECRET, NO_EPOCH);
        Fields<ChallengeField> unsigned = challenge().with(ChallengeField.KEY_ID, keys.challengeKeyId());
        byte[] ivServer = Bytes.hmac(keys.challengeKey(), unsigned.before(ChallengeField.IV_SERVER));
        return proof(unsigned.with(ChallengeField.IV_SERVER, ivServer));
    }
}
