package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void bytes_ofTextAndNumber_areOneObject() {
        byte[] json = new Json().with("a", "b").with("n", 3).bytes();

        assertThat(new String(json, StandardCharsets.US_ASCII)).isEqualTo("{\"a\":\"b\",\"n\":3}");
    }

    @Test
    void bytes_ofAnythingUnusual_areEscaped_A19() {
        byte[] json =
                new Json().with("a", "\"\\</script>\u2028\n\u0000\u00e9&'").bytes();

        assertThat(new String(json, StandardCharsets.US_ASCII))
                .isEqualTo("{\"a\":\"\\u0022\\u005c\\u003c/script\\u003e\\u2028\\u000a\\u0000\\u00e9\\u0026\\u0027\"}");
    }
}
