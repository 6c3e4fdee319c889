package dev.stile.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void write_everyKindOfValue_isJson() {
        assertThat(Json.write(List.of(Map.of("word", "cynic"), 7, true, List.of())))
                .isEqualTo("[{\"word\":\"cynic\"},7,true,[]]");
    }

    @Test
    void write_characterThatEndsAStringOrAScript_isEscaped() {
        assertThat(Json.write("\"\\\n\u0000\u2028</script>&’"))
                .isEqualTo("\"\\\"\\\\\\n\\u0000\\u2028\\u003c/script\\u003e\\u0026’\"");
    }

    @Test
    void write_halfASurrogatePair_isStillJson() {
        assertThat(Json.write("\ud83d")).isEqualTo("\"\\ud83d\"");
    }

    @Test
    void write_otherValue_isRefused() {
        assertThatThrownBy(() -> Json.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
