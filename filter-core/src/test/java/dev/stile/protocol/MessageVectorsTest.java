package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;

/** PROTOCOL §4. */
class MessageVectorsTest extends VectorTest {
    MessageVectorsTest() {
        super("message.json");
    }

    @Override
    protected void check(JsonNode vector) {
        assertThat(text(vector, "purpose")).isEqualTo(Purpose.GATE.text());
        assertThat(Bytes.sha256(Bytes.hex(text(vector, "m")))).isEqualTo(Bytes.hex(text(vector, "hash")));
        byte[] hash = Message.hash(
                Bytes.hex(text(vector, "ivServer")),
                Bytes.hex(text(vector, "ivClient")),
                new Target(text(vector, "target")));
        assertThat(Bytes.hex(hash)).isEqualTo(text(vector, "hash"));
    }
}
