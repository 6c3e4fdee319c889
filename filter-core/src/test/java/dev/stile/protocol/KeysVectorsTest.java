package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.request.ClientAddress;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;
import dev.stile.wire.WireKeys;

/** PROTOCOL §11. Keys never leave their objects, so each is known by the tag it gives to one probe. */
class KeysVectorsTest extends VectorTest {
    private static final byte[] PROBE = {1, 2, 3};

    KeysVectorsTest() {
        super("keys.json");
    }

    @Override
    protected void check(JsonNode vector) {
        if (text(vector, "kind").equals("keys")) {
            assertKeys(vector);
        } else {
            assertThat(text(vector, "kind")).isEqualTo("binding");
            assertBinding(vector);
        }
    }

    private static void assertKeys(JsonNode vector) {
        byte[] secret = Bytes.hex(text(vector, "secret"));
        byte[] epoch = Bytes.hex(text(vector, "epoch"));
        String tag = text(vector, "tag");
        assertThat(Bytes.hex(new WireKeys(secret, tag, epoch).prk())).isEqualTo(text(vector, "prk"));
        ServerKey key = new ServerKey(Secret.of(secret), tag, epoch);
        assertThat(key.challenges().tag(PROBE)).isEqualTo(probed(vector, "challengeKey"));
        assertThat(key.passes().tag(PROBE)).isEqualTo(probed(vector, "passKey"));
        assertThat(key.waits().tag(PROBE)).isEqualTo(probed(vector, "waitKey"));
        assertThat("%08x".formatted(key.waitKeyId())).isEqualTo(text(vector, "waitKeyId"));
        assertThat("%08x".formatted(key.challengeKeyId())).isEqualTo(text(vector, "challengeKeyId"));
        assertThat("%08x".formatted(key.passKeyId())).isEqualTo(text(vector, "passKeyId"));
        long binding = key.binding(NetworkPrefix.UNKNOWN);
        assertThat("%016x".formatted(binding)).isEqualTo(bindingOfNowhere(text(vector, "bindingKey")));
    }

    private static byte[] probed(JsonNode vector, String key) {
        return Bytes.hmac(Bytes.hex(text(vector, key)), PROBE);
    }

    private static String bindingOfNowhere(String bindingKey) {
        return Bytes.hex(Bytes.hmac(Bytes.hex(bindingKey), new byte[] {0})).substring(0, 16);
    }

    private static void assertBinding(JsonNode vector) {
        NetworkPrefix prefix = ClientAddress.parse(text(vector, "address")).network();
        assertThat(Bytes.hex(prefix.bytes())).isEqualTo(text(vector, "prefix"));
        ServerKey key = new ServerKey(Secret.of(Bytes.hex(text(vector, "secret"))), "", new byte[0]);
        assertThat("%016x".formatted(key.binding(prefix))).isEqualTo(text(vector, "binding"));
    }
}
