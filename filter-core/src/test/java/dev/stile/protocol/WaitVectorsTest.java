package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;
import java.util.List;
import java.util.stream.StreamSupport;

/** PROTOCOL §15. */
class WaitVectorsTest extends VectorTest {
    private static final Host HOST = new Host("example.org");

    WaitVectorsTest() {
        super("wait.json");
    }

    @Override
    protected void check(JsonNode vector) {
        if (text(vector, "kind").equals("token")) {
            assertToken(vector);
        } else {
            assertThat(text(vector, "kind")).isEqualTo("pass");
            assertPass(vector);
        }
    }

    private static void assertToken(JsonNode vector) {
        Checked<Integer> left =
                verify(text(vector, "token"), vector.required("settings")).then(wait -> Checked.of(wait.secondsLeft()));
        Checked<Integer> expected =
                vector.has("accepted") ? Checked.of((int) number(vector, "accepted")) : Checked.refused(reason(vector));
        assertThat(left).isEqualTo(expected);
    }

    private static Checked<VerifiedWait> verify(String token, JsonNode settings) {
        var secrets = StreamSupport.stream(settings.required("secrets").spliterator(), false)
                .map(secret -> Secret.of(Bytes.hex(secret.textValue())))
                .toList();
        var context = new WaitVerifier.Context(
                new Host(text(settings, "host")),
                Prefixes.of(Bytes.hex(text(settings, "prefix"))),
                (int) number(settings, "wait"),
                number(settings, "now"));
        return new WaitVerifier(new KeyRing(secrets, "", new byte[0])).verify(token, context);
    }

    private static void assertPass(JsonNode vector) {
        KeyRing keys = new KeyRing(List.of(Secret.of(Bytes.hex(text(vector, "secret")))), "", new byte[0]);
        NetworkPrefix client = Prefixes.of(Bytes.hex(text(vector, "prefix")));
        Pass pass = new WaitIssuer(keys, (int) number(vector, "longest"))
                .pass(HOST, BrowserFamily.OTHER, client, number(vector, "now"));
        assertThat("%016x%016x".formatted(pass.id().high(), pass.id().low())).isEqualTo(text(vector, "id"));
        assertThat(pass.issued()).isEqualTo(number(vector, "issued"));
        assertThat(pass.expires()).isEqualTo(number(vector, "expires"));
        assertThat(pass.level()).isEqualTo(Level.ONE);
        assertThat(pass.isWaited()).isTrue();
    }
}
