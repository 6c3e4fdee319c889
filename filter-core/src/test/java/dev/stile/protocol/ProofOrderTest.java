package dev.stile.protocol;

import static dev.stile.wire.Scene.IV_CLIENT;
import static dev.stile.wire.Scene.TARGET;
import static dev.stile.wire.Scene.challenge;
import static dev.stile.wire.Scene.challengeWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.wire.Bytes;
import dev.stile.wire.ChallengeField;
import dev.stile.wire.Fields;
import dev.stile.wire.ProofField;
import dev.stile.wire.TestSolver;
import org.junit.jupiter.api.Test;

/** PROTOCOL §9 V2 and V3: of two things that are wrong, the earlier in the text is the reason. */
class ProofOrderTest {
    private static final byte[] BYTE_LEFT_OVER = {0};

    @Test
    void decode_tooLongAndNotBase64_tooLarge() {
        assertRefused("=".repeat(4097), Refusal.TOO_LARGE);
    }

    @Test
    void decode_paddingAndOtherVersion_malformed() {
        assertRefused(proof(challengeWith(ChallengeField.VERSION, 2)).text() + "==", Refusal.MALFORMED);
    }

    @Test
    void decode_otherVersionAndByteLeftOver_unsupportedVersion() {
        assertRefused(withByteLeftOver(proof(challengeWith(ChallengeField.VERSION, 2))), Refusal.UNSUPPORTED_VERSION);
    }

    @Test
    void decode_otherVersionAndChallengeOfOneByte_unsupportedVersion() {
        Fields<ProofField> proof =
                proof(challenge()).with(ProofField.CHALLENGE_LENGTH, 1).with(ProofField.CHALLENGE, new byte[] {2});
        assertRefused(proof.text(), Refusal.UNSUPPORTED_VERSION);
    }

    @Test
    void decode_byteLeftOverAndOtherAlgorithm_malformed() {
        assertRefused(withByteLeftOver(proof(challengeWith(ChallengeField.ALGORITHM, 2))), Refusal.MALFORMED);
    }

    @Test
    void decode_counterMissingInBytesAndOtherAlgorithm_malformed() {
        Fields<ProofField> proof =
                proof(challengeWith(ChallengeField.ALGORITHM, 2)).with(ProofField.N, 4);
        assertRefused(proof.text(), Refusal.MALFORMED);
    }

    @Test
    void decode_otherAlgorithmAndBitsOutOfRange_unsupportedAlgorithm() {
        Fields<ChallengeField> challenge =
                challengeWith(ChallengeField.ALGORITHM, 2).with(ChallengeField.BITS, 0);
        assertRefused(proof(challenge).text(), Refusal.UNSUPPORTED_ALGORITHM);
    }

    @Test
    void decode_otherAlgorithmAndOtherNumberOfCounters_unsupportedAlgorithm() {
        Fields<ChallengeField> challenge =
                challengeWith(ChallengeField.ALGORITHM, 2).with(ChallengeField.ROUNDS, 5);
        assertRefused(proof(challenge).text(), Refusal.UNSUPPORTED_ALGORITHM);
    }

    @Test
    void decode_countersFallAndBadTarget_malformed() {
        String text = new TestSolver(challenge().bytes(), "//evil.example", IV_CLIENT)
                .proof(3, 2, 1)
                .text();
        assertRefused(text, Refusal.MALFORMED);
    }

    private static Fields<ProofField> proof(Fields<ChallengeField> challenge) {
        return new TestSolver(challenge.bytes(), TARGET, IV_CLIENT).proof(1, 2, 3);
    }

    private static String withByteLeftOver(Fields<ProofField> proof) {
        return Bytes.base64Url(Bytes.concat(proof.bytes(), BYTE_LEFT_OVER));
    }

    private static void assertRefused(String text, Refusal reason) {
        assertThat(Proof.decode(text)).isEqualTo(Checked.refused(reason));
    }
}
