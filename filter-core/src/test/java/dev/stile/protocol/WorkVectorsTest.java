package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import dev.stile.wire.Bytes;
import java.util.Arrays;

/** PROTOCOL §1.4, §3, A07. */
class WorkVectorsTest extends VectorTest {
    private static final int IV_LENGTH = 32;
    private static final int TIME_OFFSET = 64;
    private static final int HASH_OFFSET = 72;
    private static final int COUNTER_OFFSET = 104;

    WorkVectorsTest() {
        super("work.json");
    }

    @Override
    protected void check(JsonNode vector) {
        Difficulty difficulty = new Difficulty((int) number(vector, "bits"), 1);
        if (text(vector, "kind").equals("meets")) {
            assertThat(difficulty.meetsTarget(Bytes.hex(text(vector, "digest"))))
                    .isEqualTo(vector.required("meets").booleanValue());
        } else {
            assertThat(text(vector, "kind")).isEqualTo("search");
            assertSearch(difficulty, vector);
        }
    }

    private static void assertSearch(Difficulty difficulty, JsonNode vector) {
        Preimage preimage = preimage(Bytes.hex(text(vector, "prefix")));
        long counter = Long.parseUnsignedLong(text(vector, "start"));
        while (!difficulty.meetsTarget(preimage.digest(counter))) {
            counter++;
        }
        assertThat(Long.toUnsignedString(counter)).isEqualTo(text(vector, "counter"));
        assertThat(Bytes.hex(preimage.digest(counter))).isEqualTo(text(vector, "digest"));
    }

    private static Preimage preimage(byte[] prefix) {
        assertThat(prefix).hasSize(COUNTER_OFFSET);
        byte[] time = Arrays.copyOfRange(prefix, TIME_OFFSET, HASH_OFFSET);
        return new Preimage(
                Arrays.copyOf(prefix, IV_LENGTH),
                Arrays.copyOfRange(prefix, IV_LENGTH, TIME_OFFSET),
                Long.parseUnsignedLong(Bytes.hex(time), 16),
                Arrays.copyOfRange(prefix, HASH_OFFSET, COUNTER_OFFSET));
    }
}
