package dev.stile.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stile.it.client.Vectors.Vector;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This client against {@code protocol/vectors}: what it must compute, take, and refuse. */
class SharedVectorsTest {

    private static final long SOLVER_LIMIT = 1L << 32;
    private static final Map<String, String> EXAMPLE = Vectors.example();

    static Stream<Vector> texts() {
        return Vectors.of("base64url.json").filter(vector -> vector.has("hex"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void base64url_canonical_isBothWays(Vector vector) {
        assertThat(Base64Url.decode(vector.text("text"))).isEqualTo(vector.hex("hex"));
        assertThat(Base64Url.encode(vector.hex("hex"))).isEqualTo(vector.text("text"));
    }

    static Stream<Vector> wrongTexts() {
        return Vectors.of("base64url.json").filter(vector -> vector.has("reason"));
    }

    @ParameterizedTest
    @MethodSource("wrongTexts")
    void base64url_anyOtherForm_isMalformed(Vector vector) {
        assertThatThrownBy(() -> Base64Url.decode(vector.text("text")))
                .isInstanceOf(UnusableChallengeException.class)
                .hasMessageStartingWith(vector.text("reason"));
    }

    static Stream<Vector> targets() {
        return Vectors.of("target.json");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void target_ofEachShape_isTakenOrNot(Vector vector) {
        assertThat(Target.isTarget(vector.text("target"))).isEqualTo(vector.flag("valid"));
    }

    static Stream<Vector> challenges() {
        return Vectors.of("challenge.json").filter(vector -> vector.has("fields"));
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void challenge_ofGoodForm_hasItsFields(Vector vector) {
        assertThat(WireChallenge.decode(vector.text("token")))
                .returns(vector.object("fields").text("host"), WireChallenge::host)
                .returns(challenge(vector.object("fields")).bytes(), WireChallenge::bytes);
    }

    static Stream<Vector> acceptableChallenges() {
        return challenges().filter(vector -> vector.object("client").flag("accepts"));
    }

    @ParameterizedTest
    @MethodSource("acceptableChallenges")
    void challenge_thatPassesSection7_isTaken(Vector vector) {
        WireChallenge.decode(vector.text("token")).check(SOLVER_LIMIT);
    }

    static Stream<Vector> unacceptableChallenges() {
        return challenges().filter(vector -> !vector.object("client").flag("accepts"));
    }

    @ParameterizedTest
    @MethodSource("unacceptableChallenges")
    void challenge_thatFailsOneCheckOfSection7_isRefusedByIt(Vector vector) {
        WireChallenge challenge = WireChallenge.decode(vector.text("token"));
        assertThat(catchThrowableOfType(UnusableChallengeException.class, () -> challenge.check(SOLVER_LIMIT))
                        .rule()
                        .token())
                .isEqualTo(vector.object("client").text("step"));
    }

    static Stream<Vector> malformedChallenges() {
        return Vectors.of("challenge.json").filter(vector -> vector.has("reason"));
    }

    @ParameterizedTest
    @MethodSource("malformedChallenges")
    void challenge_ofWrongForm_isRefusedForIt(Vector vector) {
        assertThat(catchThrowableOfType(
                                UnusableChallengeException.class, () -> WireChallenge.decode(vector.text("token")))
                        .rule()
                        .token())
                .isEqualTo(vector.text("reason"));
    }

    static Stream<Vector> messages() {
        return Vectors.of("message.json");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void message_ofIvsAndTarget_hasItsBytesAndHash(Vector vector) {
        WireChallenge challenge = exampleChallenge().with(ChallengeField.IV_SERVER, vector.hex("ivServer"));
        Puzzle puzzle = new Puzzle(challenge, vector.text("target"), vector.hex("ivClient"));
        assertThat(puzzle.message()).isEqualTo(vector.hex("m"));
        assertThat(puzzle.hash()).isEqualTo(vector.hex("hash"));
    }

    static Stream<Vector> preimages() {
        return Vectors.of("preimage.json");
    }

    @ParameterizedTest
    @MethodSource("preimages")
    void preimage_ofFields_hasItsBytes(Vector vector) {
        assertThat(Puzzle.preimage(
                        vector.hex("ivServer"),
                        vector.hex("ivClient"),
                        vector.number("time"),
                        vector.hex("hash"),
                        Long.parseUnsignedLong(vector.text("counter"))))
                .isEqualTo(vector.hex("preimage"));
    }

    static Stream<Vector> digests() {
        return Vectors.of("work.json").filter(vector -> vector.has("meets"));
    }

    @ParameterizedTest
    @MethodSource("digests")
    void digest_ofSoManyZeroBits_meetsOrMisses(Vector vector) {
        assertThat(Solver.meets(vector.hex("digest"), (int) vector.number("bits")))
                .isEqualTo(vector.flag("meets"));
    }

    static Stream<Vector> searches() {
        return Vectors.of("work.json").filter(vector -> vector.has("start"));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_fromStart_findsTheFirst(Vector vector) {
        byte[] preimage = Arrays.copyOf(vector.hex("prefix"), Puzzle.PREIMAGE_BYTES);
        long start = Long.parseUnsignedLong(vector.text("start"));
        assertThat(Solver.search(preimage, (int) vector.number("bits"), start))
                .isEqualTo(Long.parseUnsignedLong(vector.text("counter")));
    }

    static Stream<Vector> proofs() {
        return Vectors.of("proof.json").filter(vector -> vector.has("fields"));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void proof_ofFields_hasItsText(Vector vector) {
        Vector fields = vector.object("fields");
        WireProof proof = new Puzzle(
                        challenge(fields.object("challenge")), fields.text("target"), fields.hex("ivClient"))
                .proof(fields.counters("counters"))
                .withHash(fields.hex("hash"));
        assertThat(proof.text()).isEqualTo(vector.text("proof"));
    }

    @Test
    void example_solved_isTheProofOfSection14() {
        Puzzle puzzle = new Puzzle(
                exampleChallenge(), EXAMPLE.get("target"), HexFormat.of().parseHex(EXAMPLE.get("IVclient")));
        WireProof proof = Solver.solve(puzzle);
        assertThat(proof.counters())
                .containsExactly(Long.parseLong(EXAMPLE.get("counter 1")), Long.parseLong(EXAMPLE.get("counter 2")));
        assertThat(proof.text()).isEqualTo(EXAMPLE.get("proof"));
    }

    private static WireChallenge exampleChallenge() {
        return WireChallenge.decode(EXAMPLE.get("challenge"));
    }

    /** The example's challenge with every field exchanged. */
    private static WireChallenge challenge(Vector fields) {
        return exampleChallenge()
                .withHost(fields.text("host"))
                .with(ChallengeField.VERSION, fields.number("version"))
                .with(ChallengeField.KEY_ID, fields.hex("keyId"))
                .with(ChallengeField.ALGORITHM, fields.number("algorithm"))
                .with(ChallengeField.PURPOSE, fields.number("purpose"))
                .with(ChallengeField.BITS, fields.number("bits"))
                .with(ChallengeField.ROUNDS, fields.number("rounds"))
                .with(ChallengeField.LEVEL, fields.number("level"))
                .with(ChallengeField.PERIOD, fields.number("period"))
                .with(ChallengeField.LIFETIME, fields.number("lifetime"))
                .with(ChallengeField.BINDING, fields.hex("binding"))
                .with(ChallengeField.IV_SERVER, fields.hex("ivServer"))
                .with(ChallengeField.TIME, fields.number("time"));
    }
}
