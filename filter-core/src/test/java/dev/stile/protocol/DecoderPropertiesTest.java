package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.wire.Scene;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a client sends, every decoder answers with a value or a reason, never with an exception (A13, A15). */
class DecoderPropertiesTest {
    private static final KeyRing KEYS = new KeyRing(List.of(Secret.of(Scene.SECRET)), "", Scene.EPOCH);
    private static final Host HOST = new Host(Scene.HOST);
    private static final NetworkPrefix NETWORK = NetworkPrefix.of(new byte[] {(byte) 192, 0, 2, 1});
    private static final byte[] PROOF =
            Base64.getUrlDecoder().decode(Scene.proof().text());
    private static final byte[] PASS =
            Base64.getUrlDecoder().decode(Scene.pass().text());

    private static Optional<Refusal> refusalOfProof(String text) {
        var context = new ProofVerifier.Context(Purpose.GATE, HOST, NETWORK, Scene.NOW);
        return refusal(new ProofVerifier(KEYS).verify(text, context));
    }

    private static Optional<Refusal> refusalOfPass(String text) {
        var context = new PassVerifier.Context(HOST, BrowserFamily.CHROMIUM, NETWORK, Scene.NOW);
        Optional<Refusal> alone = refusal(new PassVerifier(KEYS).verify(text, context));
        assertThat(refusal(new PassVerifier(KEYS).verifyOneOfSeveral(text, context)))
                .isEqualTo(alone);
        return alone;
    }

    private static Optional<Refusal> refusal(Checked<?> checked) {
        return checked.fold(value -> Optional.empty(), Optional::of);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Text near the alphabet, so that more than the first character is looked at. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> near = Arbitraries.strings()
                .withCharRange('A', 'z')
                .withCharRange('0', '9')
                .withChars('-', '=', '+', '/', ' ', '\0', '\u0661', '\u2028')
                .ofMaxLength(600);
        return Arbitraries.oneOf(near, Arbitraries.strings().ofMaxLength(600));
    }

    @Property
    void decode_anyBytes_areTheBytesThatWereEncoded(@ForAll byte[] bytes) {
        assertThat(Base64Url.decode(Base64Url.encode(bytes)).passed()).hasValue(bytes);
    }

    /** No two texts stand for the same bytes. */
    @Property
    void decode_anyText_isTheOneSpellingOfItsBytesOrRefused(@ForAll("texts") String text) {
        Base64Url.decode(text)
                .passed()
                .ifPresent(bytes -> assertThat(Base64Url.encode(bytes)).isEqualTo(text));
    }

    @Property
    void isOfItsAlphabet_anyText_isTrueOfAllThatDecode(@ForAll("texts") String text) {
        boolean decodes = Base64Url.decode(text).passed().isPresent();
        assertThat(decodes && !Base64Url.isOfItsAlphabet(text)).isFalse();
        assertThat(Base64Url.isOfItsAlphabet(text)).isEqualTo(text.matches("[A-Za-z0-9_-]*"));
    }

    @Property
    void verify_anyText_isRefusedAsProofAndAsPass(@ForAll("texts") String text) {
        assertThat(refusalOfProof(text)).isPresent();
        assertThat(refusalOfPass(text)).isPresent();
    }

    @Property
    void verify_anyBytesOfTheRightVersion_areRefused(@ForAll @Size(max = 700) byte[] bytes) {
        byte[] proof = bytes.clone();
        byte[] pass = bytes.clone();
        if (bytes.length > 3) {
            proof[0] = 0;
            proof[1] = (byte) (bytes.length - 2);
            proof[2] = 1;
            pass[0] = 1;
        }

        assertThat(refusalOfProof(text(proof))).isPresent();
        assertThat(refusalOfPass(text(pass))).isPresent();
    }

    /** Before the counters: another counter may hold work as well, and then there is nothing to refuse. */
    @Property(tries = 5000)
    void verify_proofWithOneBitTurned_isRefused(@ForAll @IntRange(max = 10_000) int place) {
        byte[] beforeCounters = Arrays.copyOf(PROOF, PROOF.length - Scene.ROUNDS * Long.BYTES);
        byte[] turned = PROOF.clone();
        System.arraycopy(withBitTurned(beforeCounters, place), 0, turned, 0, beforeCounters.length);

        assertThat(refusalOfProof(text(PROOF))).isEmpty();
        assertThat(refusalOfProof(text(turned))).isPresent();
    }

    @Property
    void verify_passWithOneBitTurned_isRefused(@ForAll @IntRange(max = 10_000) int place) {
        assertThat(refusalOfPass(text(PASS))).isEmpty();
        assertThat(refusalOfPass(text(withBitTurned(PASS, place)))).isPresent();
    }

    @Property
    void verify_truncatedOrExtended_isMalformed(@ForAll @IntRange(max = 400) int length) {
        if (length != PROOF.length) {
            assertThat(refusalOfProof(text(Arrays.copyOf(PROOF, length)))).hasValue(Refusal.MALFORMED);
        }
        if (length != PASS.length) {
            assertThat(refusalOfPass(text(Arrays.copyOf(PASS, length))))
                    .get()
                    .isIn(Refusal.MALFORMED, Refusal.TOO_LARGE);
        }
    }

    @Property(tries = 50)
    void verify_hugeText_isTooLargeBeforeItIsDecoded(@ForAll @IntRange(min = 4097, max = 2_000_000) int length) {
        assertThat(refusalOfProof("A".repeat(length))).hasValue(Refusal.TOO_LARGE);
        assertThat(refusalOfPass("A".repeat(length))).hasValue(Refusal.TOO_LARGE);
    }

    @Property
    void parse_anyTarget_isAPathOfThisOriginOrRefused(@ForAll("texts") String text) {
        Target.parse("/" + text)
                .passed()
                .ifPresent(target -> assertThat(target.text())
                        .isEqualTo("/" + text)
                        .doesNotStartWith("//")
                        .doesNotContain("\\", "#", " ", "\n"));
        assertThat(refusal(Target.parse(text.startsWith("/") ? "x" + text : text)))
                .hasValue(Refusal.BAD_TARGET);
    }

    @Property
    void parse_anyHost_isVisibleLowerCaseAsciiOrRefused(@ForAll("texts") String text) {
        Host.parse(text).passed().ifPresent(host -> assertThat(host.text()).matches("[!-@\\[-~]{1,255}"));
    }

    private static byte[] withBitTurned(byte[] bytes, int place) {
        byte[] turned = bytes.clone();
        int bit = place % (bytes.length * Byte.SIZE);
        turned[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return turned;
    }
}
