package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** PROTOCOL §12. The last check, {@code outgrown}, is the gate's: here it is a pass whose level does not reach. */
class PassVectorsTest extends VectorTest {
    private static final String OUTGROWN = "outgrown";

    PassVectorsTest() {
        super("pass.json");
    }

    @Override
    protected void check(JsonNode vector) {
        JsonNode settings = vector.required("settings");
        Checked<Held> verified = verify(text(vector, "cookie"), settings);
        Level wanted = Level.of((int) number(settings, "level")).orElseThrow();
        if (vector.has("accepted")) {
            Held held = verified.passed().orElseThrow();
            assertThat(held.pass().level().reaches(wanted)).isTrue();
            assertHeld(held, vector.required("accepted"));
        } else if (text(vector, "reason").equals(OUTGROWN)) {
            Held held = verified.passed().orElseThrow();
            assertThat(held.pass().level().reaches(wanted)).isFalse();
        } else {
            assertThat(verified).isEqualTo(Checked.refused(reason(vector)));
        }
    }

    private static Checked<Held> verify(String cookie, JsonNode settings) {
        var secrets = StreamSupport.stream(settings.required("secrets").spliterator(), false)
                .map(secret -> Secret.of(Bytes.hex(secret.textValue())))
                .toList();
        var context = new PassVerifier.Context(
                new Host(text(settings, "host")),
                // Two vectors come from a family that there is not; any will do for them, since their pass does not
                // decode.
                BrowserFamily.of((int) number(settings, "family")).orElse(BrowserFamily.OTHER),
                Prefixes.of(Bytes.hex(text(settings, "prefix"))),
                number(settings, "now"));
        var verifier = new PassVerifier(new KeyRing(secrets, "", new byte[0]));
        Checked<Held> verified = verifier.verify(cookie, context);
        assertThat(verifier.verifyOneOfSeveral(cookie, context)).isEqualTo(verified);
        return verified;
    }

    private static void assertHeld(Held held, JsonNode accepted) {
        Pass pass = held.pass();
        assertThat(Optional.of(pass.level())).isEqualTo(Level.of((int) number(accepted, "level")));
        assertThat(pass.issued()).isEqualTo(number(accepted, "issued"));
        assertThat(pass.expires()).isEqualTo(number(accepted, "expires"));
        assertThat("%016x%016x".formatted(pass.id().high(), pass.id().low())).isEqualTo(text(accepted, "id"));
        assertThat(held.networkChanged())
                .isEqualTo(accepted.required("networkChanged").booleanValue());
    }
}
