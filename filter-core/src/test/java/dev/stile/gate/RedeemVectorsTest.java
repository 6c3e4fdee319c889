package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.protocol.Purpose;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** PROTOCOL §9, A01 to A03, A06 to A09, A11: each sequence through a whole gate, from an empty store. */
class RedeemVectorsTest extends VectorTest {
    RedeemVectorsTest() {
        super("redeem.json");
    }

    @Override
    protected void check(JsonNode vector) {
        JsonNode settings = vector.required("settings");
        assertThat(number(settings, "purpose")).isEqualTo(Purpose.GATE.number());
        JsonNode issues = settings.required("issues");
        TestGate gate = new TestGate()
                .secrets(StreamSupport.stream(settings.required("secrets").spliterator(), false)
                        .map(secret -> Bytes.hex(secret.textValue()))
                        .toArray(byte[][]::new))
                .epoch(Bytes.hex(text(settings, "epoch")))
                .difficulty((int) number(issues, "bits"), (int) number(issues, "rounds"))
                .periodSeconds((int) number(issues, "lifetime"));
        vector.required("steps").forEach(step -> checkStep(gate, step));
    }

    private static void checkStep(TestGate gate, JsonNode step) {
        gate.setNow(number(step, "now"));
        Verdict verdict = gate.decide(TestRequest.redeem(text(step, "proof"))
                .header("Origin")
                .host(text(step, "host"))
                .from(address(Bytes.hex(text(step, "prefix")))));
        JsonNode expect = step.required("expect");
        if (expect.has("granted")) {
            JsonNode granted = expect.required("granted");
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Granted.class, grant -> {
                assertThat(grant.pass().level().number()).isEqualTo((int) number(granted, "level"));
                assertThat(grant.target().text()).isEqualTo(text(granted, "target"));
            });
        } else {
            assertThat(verdict).isEqualTo(new Verdict.Refused(reason(expect)));
        }
    }

    /** Some address of the network that a prefix of PROTOCOL §11 stands for. */
    private static String address(byte[] prefix) {
        byte[] network = Arrays.copyOfRange(prefix, 1, prefix.length);
        return switch (prefix[0]) {
            case 4 -> literal(Arrays.copyOf(network, 4));
            case 6 -> literal(Arrays.copyOf(network, 16));
            default -> "";
        };
    }

    private static String literal(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
