package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;

/** PROTOCOL §1.2. */
class Base64UrlVectorsTest extends VectorTest {
    Base64UrlVectorsTest() {
        super("base64url.json");
    }

    @Override
    protected void check(JsonNode vector) {
        Checked<byte[]> decoded = Base64Url.decode(text(vector, "text"));
        if (vector.has("reason")) {
            assertThat(decoded).isEqualTo(Checked.refused(reason(vector)));
        } else {
            byte[] bytes = Bytes.hex(text(vector, "hex"));
            assertThat(decoded.passed()).hasValue(bytes);
            assertThat(Base64Url.encode(bytes)).isEqualTo(text(vector, "text"));
        }
    }
}
