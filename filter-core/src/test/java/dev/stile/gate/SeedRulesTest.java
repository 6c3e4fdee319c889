package dev.stile.gate;

import static dev.stile.wire.Scene.IV_CLIENT;
import static dev.stile.wire.Scene.LIFETIME;
import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.PERIOD;
import static dev.stile.wire.Scene.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Refusal;
import dev.stile.replay.Claim;
import dev.stile.wire.Bytes;
import dev.stile.wire.Fields;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import dev.stile.wire.TestSolver;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the "Proof Of Work Specification" that Stile grew from ({@code design.md}, "The protocol it grew from"), one by
 * one, each against a whole gate: the challenge is the one that it issued.
 */
class SeedRulesTest {
    private static final String QUERY = "purpose=gate&target=%2Farchive%3Fq%3Dstile";

    private final TestGate gate = new TestGate();

    // "The server makes IVserver once for a time period and uses it for that period, so that nothing can be computed
    // ahead."

    @ParameterizedTest
    @ValueSource(longs = {PERIOD, PERIOD + 1, PERIOD + LIFETIME - 1})
    void ivServer_anySecondOfOnePeriod_isTheSame(long second) {
        assertThat(ivServer(issuedAt(second))).isEqualTo(ivServer(issuedAt(NOW)));
    }

    @ParameterizedTest
    @ValueSource(longs = {PERIOD - 1, PERIOD + LIFETIME})
    void ivServer_otherPeriod_isAnother(long second) {
        assertThat(ivServer(issuedAt(second))).isNotEqualTo(ivServer(issuedAt(NOW)));
    }

    @Test
    void ivServer_otherServer_isAnother() { // who does not know the key cannot compute it ahead
        byte[] ours = ivServer(issuedAt(NOW));
        gate.secrets(Scene.OTHER_SECRET);
        assertThat(ivServer(issuedAt(NOW))).isNotEqualTo(ours);
    }

    @Test
    void ivServer_ofTheNextPeriodGuessed_forged() { // the period that is named is not the one that was signed
        byte[] challenge = issuedAt(PERIOD + LIFETIME - 1);
        byte[] nextPeriod = Bytes.u64(PERIOD + LIFETIME);
        System.arraycopy(nextPeriod, 0, challenge, 10, nextPeriod.length);
        System.arraycopy(nextPeriod, 0, challenge, challenge.length - 8, nextPeriod.length);
        gate.setNow(PERIOD + LIFETIME);
        gate.assertRefuses(solved(challenge, IV_CLIENT), Refusal.FORGED);
    }

    // "The client draws a random IVclient and iterates counter until hash(...) begins with X zeros."

    @Test
    void proof_ofTheChallengeThatWasIssued_grants() {
        gate.assertGrants(solved(issuedAt(NOW), IV_CLIENT));
    }

    @Test
    void proof_ofOneRound_isTheSeedsProtocolToTheLetter() {
        gate.difficulty(8, 1);
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        assertThat(proof.get(ProofField.COUNTERS)).hasSize(Long.BYTES);
        gate.assertGrants(proof);
    }

    // "The smallest time unit is 1 second."

    @Test
    void time_isTheSecondOfIssue() {
        byte[] challenge = issuedAt(NOW + 1);
        assertThat(Arrays.copyOfRange(challenge, challenge.length - 8, challenge.length))
                .isEqualTo(Bytes.u64(NOW + 1));
    }

    @Test
    void time_oneSecondMore_isTheDifference() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        Fields<ProofField> ofTheNextSecond = solved(issuedAt(NOW + 1), IV_CLIENT);
        gate.setNow(NOW + LIFETIME + 1);
        gate.assertRefuses(proof, Refusal.EXPIRED);
        gate.assertGrants(ofTheNextSecond);
    }

    // "time is within one period of now and IVserver belongs to it."

    @Test
    void time_onePeriodAgo_grants() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.setNow(NOW + LIFETIME);
        gate.assertGrants(proof);
    }

    @Test
    void time_moreThanOnePeriodAgo_expired() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.setNow(NOW + LIFETIME + 1);
        gate.assertRefuses(proof, Refusal.EXPIRED);
    }

    @Test
    void time_onePeriodAhead_grants() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.setNow(NOW - LIFETIME);
        gate.assertGrants(proof);
    }

    @Test
    void time_moreThanOnePeriodAhead_notYetValid() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.setNow(NOW - LIFETIME - 1);
        gate.assertRefuses(proof, Refusal.NOT_YET_VALID);
    }

    @ParameterizedTest
    @ValueSource(longs = {PERIOD - 1, PERIOD + LIFETIME})
    void time_thatIvServerDoesNotBelongTo_outsidePeriod(long time) {
        byte[] challenge = issuedAt(NOW);
        System.arraycopy(Bytes.u64(time), 0, challenge, challenge.length - 8, 8);
        gate.assertRefuses(solved(challenge, IV_CLIENT), Refusal.OUTSIDE_PERIOD);
    }

    // "(time, IVserver, IVclient) is unique and not stored yet", "accepts and stores the tuple for a time period".

    @Test
    void tuple_secondTime_replayed() { // A09
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.assertGrants(proof);
        assertThat(gate.redeem(proof)).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void tuple_otherCountersAndTarget_replayed() { // A09: only the tuple counts
        byte[] challenge = issuedAt(NOW);
        gate.assertGrants(solved(challenge, IV_CLIENT));
        TestSolver solver = new TestSolver(challenge, "/elsewhere", IV_CLIENT);
        Fields<ProofField> other = solver.proof(solver.first(solver.rounds(), solver::meets));
        assertThat(gate.redeem(other)).isEqualTo(new Verdict.Refused(Refusal.REPLAYED));
    }

    @Test
    void tuple_otherIvClient_grants() {
        gate.assertGrants(solved(issuedAt(NOW), IV_CLIENT));
        gate.assertGrants(solved(issuedAt(NOW), Scene.OTHER_IV_CLIENT));
    }

    @Test
    void tuple_otherTime_grants() {
        gate.assertGrants(solved(issuedAt(NOW), IV_CLIENT));
        gate.assertGrants(solved(issuedAt(NOW + 1), IV_CLIENT));
    }

    @Test
    void tuple_otherIvServer_grants() {
        gate.assertGrants(solved(issuedAt(NOW), IV_CLIENT));
        gate.difficulty(Scene.BITS + 1, Scene.ROUNDS);
        gate.assertGrants(solved(issuedAt(NOW), IV_CLIENT));
    }

    @Test
    void tuple_accepted_isStoredForThePeriodAndTheSkewOfNodes() {
        gate.assertGrants(solved(issuedAt(NOW), IV_CLIENT));
        assertThat(gate.store().calls())
                .singleElement()
                .returns(NOW + LIFETIME + 5, RecordingReplayStore.Call::until)
                .returns(Claim.FIRST, RecordingReplayStore.Call::answer);
    }

    @Test
    void tuple_refused_isNotStored() { // "else it rejects"
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.assertRefuses(proof.with(ProofField.COUNTERS, new byte[24]), Refusal.MALFORMED);
        gate.assertGrants(proof);
    }

    // "The server verifies: the zeros; ... the proof hash; the message hash."

    @Test
    void proofHash_ofAnotherIvClient_insufficientWork() {
        byte[] challenge = issuedAt(NOW);
        Fields<ProofField> other = solved(challenge, Scene.OTHER_IV_CLIENT);
        Fields<ProofField> mixed =
                solved(challenge, IV_CLIENT).with(ProofField.COUNTERS, other.get(ProofField.COUNTERS));
        gate.assertRefuses(mixed, Refusal.INSUFFICIENT_WORK);
    }

    @Test
    void messageHash_ofAnotherMessage_wrongMessage() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.assertRefuses(proof.flipped(ProofField.MESSAGE_HASH), Refusal.WRONG_MESSAGE);
    }

    @Test
    void messageHash_targetExchangedAfterTheWork_wrongMessage() {
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.assertRefuses(proof.flipped(ProofField.TARGET), Refusal.WRONG_MESSAGE);
    }

    // "The client asks for the number of leading zeros X"; X is set by the server's word alone, and varies.

    @ParameterizedTest
    @ValueSource(strings = {"bits=1", "rounds=1", "level=3", "difficulty=0", "period=0", "lifetime=86400"})
    void bits_wishedForByTheClient_areTheServers(String wish) { // A01
        byte[] asked = issued(TestRequest.challenge(QUERY + "&" + wish));
        assertThat(asked).isEqualTo(issuedAt(NOW));
    }

    @Test
    void bits_loweredByTheClient_forged() { // A01
        byte[] challenge = issuedAt(NOW);
        challenge[7] = 1;
        gate.assertRefuses(solved(challenge, IV_CLIENT), Refusal.FORGED);
    }

    @Test
    void bits_metByOneTooFew_insufficientWork() { // A07
        TestSolver solver = new TestSolver(issuedAt(NOW), TARGET, IV_CLIENT);
        long[] counters =
                solver.ascending(solver::meets, solver::meets, counter -> solver.zeroBits(counter) == Scene.BITS - 1);
        gate.assertRefuses(solver.proof(counters), Refusal.INSUFFICIENT_WORK);
    }

    @Test
    void bits_varied_areAskedForFromThenOn() {
        gate.difficulty(7, 5);
        Verdict.Offered offered = (Verdict.Offered) gate.decide(TestRequest.challenge(QUERY));
        assertThat(offered.challenge().terms().difficulty()).isEqualTo(new Difficulty(7, 5));
    }

    @Test
    void bits_raisedSinceIssue_areThoseThatWereSigned() { // A08
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.difficulty(20, 64);
        gate.assertGrants(proof);
    }

    @Test
    void bits_loweredSinceIssue_areThoseThatWereSigned() { // A08
        TestSolver solver = new TestSolver(issuedAt(NOW), TARGET, IV_CLIENT);
        gate.difficulty(1, Scene.ROUNDS);
        long[] easy = solver.first(Scene.ROUNDS, counter -> solver.zeroBits(counter) == 1);
        gate.assertRefuses(solver.proof(easy), Refusal.INSUFFICIENT_WORK);
    }

    @Test
    void period_shortenedSinceIssue_isTheOneThatWasSigned() { // A08
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.periodSeconds(1);
        gate.setNow(NOW + LIFETIME);
        gate.assertGrants(proof);
    }

    @Test
    void key_replacedSinceIssue_stillVerifies() { // A08
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.secrets(Scene.OTHER_SECRET, Scene.SECRET);
        gate.assertGrants(proof);
    }

    @Test
    void key_rotatedOutSinceIssue_unknownKey() { // A08: a reason, no exception
        Fields<ProofField> proof = solved(issuedAt(NOW), IV_CLIENT);
        gate.secrets(Scene.OTHER_SECRET);
        gate.assertRefuses(proof, Refusal.UNKNOWN_KEY);
    }

    private byte[] issuedAt(long second) {
        gate.setNow(second);
        byte[] challenge = issued(TestRequest.challenge(QUERY));
        gate.setNow(NOW);
        return challenge;
    }

    private byte[] issued(TestRequest request) {
        Verdict.Offered offered = (Verdict.Offered) gate.decide(request);
        return Bytes.fromBase64Url(offered.challenge().token());
    }

    private static byte[] ivServer(byte[] challenge) {
        return Arrays.copyOfRange(challenge, challenge.length - 40, challenge.length - 8);
    }

    private static Fields<ProofField> solved(byte[] challenge, byte[] ivClient) {
        TestSolver solver = new TestSolver(challenge, TARGET, ivClient);
        return solver.proof(solver.first(solver.rounds(), solver::meets));
    }
}
