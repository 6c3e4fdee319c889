package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;

/** PROTOCOL §3. */
class PreimageVectorsTest extends VectorTest {
    PreimageVectorsTest() {
        super("preimage.json");
    }

    @Override
    protected void check(JsonNode vector) {
        assertThat(Bytes.sha256(Bytes.hex(text(vector, "preimage")))).isEqualTo(Bytes.hex(text(vector, "digest")));
        Preimage preimage = new Preimage(
                Bytes.hex(text(vector, "ivServer")),
                Bytes.hex(text(vector, "ivClient")),
                number(vector, "time"),
                Bytes.hex(text(vector, "hash")));
        byte[] digest = preimage.digest(Long.parseUnsignedLong(text(vector, "counter")));
        assertThat(Bytes.hex(digest)).isEqualTo(text(vector, "digest"));
    }
}
