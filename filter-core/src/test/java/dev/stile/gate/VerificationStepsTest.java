package dev.stile.gate;

import static dev.stile.wire.Bytes.base64Url;
import static dev.stile.wire.Bytes.concat;
import static dev.stile.wire.Bytes.hmac;
import static dev.stile.wire.Bytes.integer;
import static dev.stile.wire.Bytes.repeated;
import static dev.stile.wire.Bytes.u64;
import static dev.stile.wire.Scene.IV_CLIENT;
import static dev.stile.wire.Scene.LIFETIME;
import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.PERIOD;
import static dev.stile.wire.Scene.ROUNDS;
import static dev.stile.wire.Scene.TARGET;
import static dev.stile.wire.Scene.challenge;
import static dev.stile.wire.Scene.challengeWith;
import static dev.stile.wire.Scene.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Refusal;
import dev.stile.replay.Claim;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayKey;
import dev.stile.wire.ChallengeField;
import dev.stile.wire.Fields;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import dev.stile.wire.TestSolver;
import java.nio.charset.StandardCharsets;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PROTOCOL §9, step by step: what is wrong in one point only, and authentic in all others, is refused at that step and for that
 * reason, and the store is not asked. Tests whose names begin with a step show what that step refuses.
 */
class VerificationStepsTest {
    private final TestGate gate = new TestGate();

    @Test
    void redeem_everythingRight_grants() {
        gate.assertGrants(proof());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS", "TRACE", "post", "POSTS", ""})
    void v1_otherMethod_wrongMethod(String method) {
        gate.assertRefuses(TestRequest.redeem(proof()).method(method), Refusal.WRONG_METHOD);
    }

    @Test
    void v1_postOfAnotherSite_crossSite() {
        TestRequest request = TestRequest.redeem(proof()).header("Sec-Fetch-Site", "cross-site");
        gate.assertRefuses(request, Refusal.CROSS_SITE);
    }

    @Test
    void v1_methodOverridden_isIgnored() { // A22
        TestRequest request = TestRequest.redeem(proof()).method("GET").header("X-HTTP-Method-Override", "POST");
        gate.assertRefuses(request, Refusal.WRONG_METHOD);
    }

    @Test
    void v2_noProof_malformed() {
        gate.assertRefuses(TestRequest.redeem(proof()).header(TestRequest.PROOF_HEADER), Refusal.MALFORMED);
    }

    @Test
    void v2_sameProofInTwoHeaders_malformed() { // A14
        String text = proof().text();
        gate.assertRefuses(TestRequest.redeem(proof()).header(TestRequest.PROOF_HEADER, text, text), Refusal.MALFORMED);
    }

    @Test
    void v2_oneCharacterTooMany_tooLarge() { // A13
        gate.assertRefuses(TestRequest.redeem("A".repeat(4097)), Refusal.TOO_LARGE);
    }

    @Test
    void v2_asManyCharactersAsAllowed_isRead() {
        gate.assertRefuses(TestRequest.redeem("A".repeat(4096)), Refusal.MALFORMED);
    }

    @Test
    void v3_padding_malformed() { // A05
        gate.assertRefuses(TestRequest.redeem(proof().text() + "="), Refusal.MALFORMED);
    }

    @Test
    void v3_otherVersion_unsupportedVersion() {
        gate.assertRefuses(proof(challengeWith(ChallengeField.VERSION, 2)), Refusal.UNSUPPORTED_VERSION);
    }

    @Test
    void v3_otherAlgorithm_unsupportedAlgorithm() { // A01
        gate.assertRefuses(proof(challengeWith(ChallengeField.ALGORITHM, 2)), Refusal.UNSUPPORTED_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 128, 255})
    void v3_signedBitsOutOfRange_malformed(int bits) { // A01
        Fields<ChallengeField> challenge = challengeWith(ChallengeField.BITS, bits);
        gate.assertRefuses(proofOf(challenge, 1, 2, 3), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65, 255})
    void v3_signedRoundsOutOfRange_malformed(int rounds) { // A01
        Fields<ChallengeField> challenge = challengeWith(ChallengeField.ROUNDS, rounds);
        TestSolver solver = new TestSolver(challenge.bytes(), TARGET, IV_CLIENT);
        gate.assertRefuses(solver.proof(solver.first(rounds, counter -> true)), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 255})
    void v3_signedLevelOutOfRange_malformed(int level) {
        gate.assertRefuses(proof(challengeWith(ChallengeField.LEVEL, level)), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 86_401, 0x8000_0000L, 0xffff_ffffL})
    void v3_signedLifetimeOutOfRange_malformed(long lifetime) {
        gate.assertRefuses(proof(challengeWith(ChallengeField.LIFETIME, lifetime)), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void v3_timeOutOfRange_malformed(long time) {
        gate.assertRefuses(proof(challenge().with(ChallengeField.TIME, time)), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void v3_signedPeriodOutOfRange_malformed(long period) {
        gate.assertRefuses(proof(challengeWith(ChallengeField.PERIOD, period)), Refusal.MALFORMED);
    }

    @Test
    void v3_oneCounterTooFew_malformed() {
        gate.assertRefuses(proofOf(challenge(), meeting(ROUNDS - 1)), Refusal.MALFORMED);
    }

    @Test
    void v3_oneCounterTooMany_malformed() {
        gate.assertRefuses(proofOf(challenge(), meeting(ROUNDS + 1)), Refusal.MALFORMED);
    }

    @Test
    void v3_oneCounterTwice_malformed() { // A07
        long[] counters = meeting(ROUNDS - 1);
        gate.assertRefuses(proofOf(challenge(), counters[0], counters[1], counters[1]), Refusal.MALFORMED);
    }

    @Test
    void v3_countersFall_malformed() { // A07
        long[] counters = meeting(ROUNDS);
        gate.assertRefuses(proofOf(challenge(), counters[0], counters[2], counters[1]), Refusal.MALFORMED);
    }

    @Test
    void v3_targetOfAnotherOrigin_badTarget() { // A17
        gate.assertRefuses(TestSolver.solve(challenge(), "//evil.example", IV_CLIENT), Refusal.BAD_TARGET);
    }

    @Test
    void v3_byteLeftOver_malformed() { // A05
        byte[] bytes = concat(proof().bytes(), new byte[1]);
        gate.assertRefuses(TestRequest.redeem(base64Url(bytes)), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 12})
    void v3_hostLengthMovesItsBorder_malformed(int length) { // A06
        gate.assertRefuses(proof(challenge().with(ChallengeField.HOST_LENGTH, length)), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 17})
    void v3_targetLengthMovesItsBorder_malformed(int length) { // A06
        gate.assertRefuses(proof().with(ProofField.TARGET_LENGTH, length), Refusal.MALFORMED);
    }

    @Test
    void v4_keyOfAnotherServer_unknownKey() { // A05
        gate.assertRefuses(proof(challengeWith(ChallengeField.KEY_ID, 0x01020304)), Refusal.UNKNOWN_KEY);
    }

    @Test
    void v5_oneSecondTooEarly_notYetValid() { // A11
        gate.setNow(NOW - LIFETIME - 1);
        gate.assertRefuses(proof(), Refusal.NOT_YET_VALID);
    }

    @Test
    void v5_asEarlyAsAllowed_grants() {
        gate.setNow(NOW - LIFETIME);
        gate.assertGrants(proof());
    }

    @Test
    void v5_asLateAsAllowed_grants() {
        gate.setNow(NOW + LIFETIME);
        gate.assertGrants(proof());
    }

    @Test
    void v5_oneSecondTooLate_expired() { // A11
        gate.setNow(NOW + LIFETIME + 1);
        gate.assertRefuses(proof(), Refusal.EXPIRED);
    }

    @Test
    void v5_timeBeforeThePeriod_outsidePeriod() {
        gate.assertRefuses(proof(challenge().with(ChallengeField.TIME, PERIOD - 1)), Refusal.OUTSIDE_PERIOD);
    }

    @Test
    void v5_firstSecondOfThePeriod_grants() {
        gate.assertGrants(proof(challenge().with(ChallengeField.TIME, PERIOD)));
    }

    @Test
    void v5_lastSecondOfThePeriod_grants() {
        gate.assertGrants(proof(challenge().with(ChallengeField.TIME, PERIOD + LIFETIME - 1)));
    }

    @Test
    void v5_timeAfterThePeriod_outsidePeriod() {
        gate.assertRefuses(proof(challenge().with(ChallengeField.TIME, PERIOD + LIFETIME)), Refusal.OUTSIDE_PERIOD);
    }

    /** A02: each field that the MAC covers and no earlier step judges by itself. */
    @ParameterizedTest
    @EnumSource(names = {"PURPOSE", "BITS", "ROUNDS", "LEVEL", "PERIOD", "LIFETIME", "BINDING", "HOST", "IV_SERVER"})
    void v6_oneFieldChangedAfterSigning_forged(ChallengeField field) {
        // Its last bit turned over keeps each of them in its range: bits 4 become 5, rounds 3 become 2, level 1 is seen
        // to.
        Fields<ChallengeField> changed = field == ChallengeField.LEVEL
                ? challenge().with(field, 2)
                : challenge().flipped(field);
        gate.assertRefuses(proof(changed), Refusal.FORGED);
    }

    @Test
    void v6_hostShortenedInLengthAndBytes_forged() { // A06
        Fields<ChallengeField> changed = challenge()
                .with(ChallengeField.HOST_LENGTH, 10)
                .with(ChallengeField.HOST, "example.or".getBytes(StandardCharsets.US_ASCII));
        gate.assertRefuses(proof(changed), Refusal.FORGED);
    }

    @Test
    void v6_signedByThePassKey_forged() {
        byte[] mac = hmac(Scene.KEYS.passKey(), challenge().before(ChallengeField.IV_SERVER));
        gate.assertRefuses(proof(challenge().with(ChallengeField.IV_SERVER, mac)), Refusal.FORGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 255})
    void v7_otherPurpose_wrongPurpose(int purpose) { // A03
        gate.assertRefuses(proof(challengeWith(ChallengeField.PURPOSE, purpose)), Refusal.WRONG_PURPOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.net", "example.org:8443", "www.example.org", "example.or", "example.org."})
    void v7_otherHost_wrongHost(String host) { // A05
        TestRequest request = TestRequest.redeem(proof()).header("Origin").host(host);
        gate.assertRefuses(request, Refusal.WRONG_HOST);
    }

    @Test
    void v7_hostInCapitals_grants() {
        gate.assertGrants(TestRequest.redeem(proof()).host("EXAMPLE.Org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Scene.OTHER_ADDRESS, "192.0.3.1", "2001:db8::1", "::ffff:198.51.100.1", "nowhere"})
    void v7_otherNetwork_wrongNetwork(String address) { // A28
        gate.assertRefuses(TestRequest.redeem(proof()).from(address), Refusal.WRONG_NETWORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.254", "::ffff:192.0.2.1"})
    void v7_sameNetwork_grants(String address) { // A27
        gate.assertGrants(TestRequest.redeem(proof()).from(address));
    }

    @Test
    void v8_hashOfAnotherTarget_wrongMessage() {
        Fields<ProofField> other = TestSolver.solve(challenge(), "/elsewhere", IV_CLIENT);
        byte[] target = TARGET.getBytes(StandardCharsets.US_ASCII);
        Fields<ProofField> changed =
                other.with(ProofField.TARGET_LENGTH, integer(target.length, 2)).with(ProofField.TARGET, target);
        gate.assertRefuses(changed, Refusal.WRONG_MESSAGE);
    }

    @Test
    void v8_ivClientExchanged_wrongMessage() {
        gate.assertRefuses(proof().with(ProofField.IV_CLIENT, Scene.OTHER_IV_CLIENT), Refusal.WRONG_MESSAGE);
    }

    @Test
    void v8_hashOfZeros_wrongMessage() {
        gate.assertRefuses(proof().with(ProofField.MESSAGE_HASH, repeated(0, 32)), Refusal.WRONG_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void v9_oneCounterHasOneBitTooFew_insufficientWork(int which) { // A07
        TestSolver solver = new TestSolver(challenge().bytes(), TARGET, IV_CLIENT);
        LongPredicate[] wanted = {solver::meets, solver::meets, solver::meets};
        wanted[which] = counter -> solver.zeroBits(counter) == solver.bits() - 1;
        long[] counters = solver.ascending(wanted);
        gate.assertRefuses(solver.proof(counters), Refusal.INSUFFICIENT_WORK);
    }

    @Test
    void v9_timeMovedAfterTheWork_insufficientWork() {
        byte[] moved = challenge().with(ChallengeField.TIME, NOW + 1).bytes();
        gate.assertRefuses(proof().with(ProofField.CHALLENGE, moved), Refusal.INSUFFICIENT_WORK);
    }

    @Test
    void v11_secondTime_replayed() { // A09
        gate.assertGrants(proof());
        assertThat(gate.redeem(proof())).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void v11_storeIsFull_unavailable() { // A10
        TestGate full = new TestGate().store(new InMemoryReplayStore(1, () -> NOW));
        full.assertGrants(proof());
        Fields<ProofField> fresh = TestSolver.solve(challenge(), TARGET, Scene.OTHER_IV_CLIENT);
        assertThat(full.redeem(fresh)).isEqualTo(new Verdict.Refused(Refusal.UNAVAILABLE));
        assertThat(full.redeem(proof())).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void v11_claim_isOfTheTupleUntilItCanNoLongerBeAccepted() {
        gate.assertGrants(proof());
        byte[] tuple = concat(u64(NOW), challenge().get(ChallengeField.IV_SERVER), IV_CLIENT);
        assertThat(gate.store().calls())
                .containsExactly(new RecordingReplayStore.Call(ReplayKey.of(tuple), NOW + LIFETIME + 5, Claim.FIRST));
    }

    private static Fields<ProofField> proofOf(Fields<ChallengeField> challenge, long... counters) {
        return new TestSolver(challenge.bytes(), TARGET, IV_CLIENT).proof(counters);
    }

    private static long[] meeting(int n) {
        TestSolver solver = new TestSolver(challenge().bytes(), TARGET, IV_CLIENT);
        return solver.first(n, solver::meets);
    }
}
