package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;

/** PROTOCOL §8, §9 V2 and V3. */
class ProofVectorsTest extends VectorTest {
    ProofVectorsTest() {
        super("proof.json");
    }

    @Override
    protected void check(JsonNode vector) {
        Checked<Proof> decoded = Proof.decode(text(vector, "proof"));
        if (vector.has("reason")) {
            assertThat(decoded).isEqualTo(Checked.refused(reason(vector)));
        } else {
            assertFields(decoded.passed().orElseThrow(), vector.required("fields"));
        }
    }

    /**
     * The hash and the counters themselves have no reader but the verifier: that they are read right is seen in redeem.json, where
     * nothing would be granted otherwise.
     */
    private static void assertFields(Proof proof, JsonNode fields) {
        DecodedFields.assertChallenge(proof.challenge(), fields.required("challenge"));
        assertThat(proof.target().text()).isEqualTo(text(fields, "target"));
        assertThat(Bytes.hex(proof.replayTuple()))
                .isEqualTo(Bytes.hex(Bytes.u64(proof.challenge().time()))
                        + text(fields.required("challenge"), "ivServer")
                        + text(fields, "ivClient"));
        assertThat(fields.required("counters"))
                .hasSize(proof.challenge().terms().difficulty().rounds());
    }
}
