package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("path", "path-regex", "method", "mode");

    @ParameterizedTest
    @CsvSource({"pth, path", "paht, path", "paths, path", "path_regex, path-regex", "methods, method", "mod, mode"})
    void to_mistypedWord_isTheNearest(String word, String nearest) {
        assertThat(Nearest.to(word, KNOWN)).hasValue(nearest);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "''"})
    void to_anotherWord_isNone(String word) {
        assertThat(Nearest.to(word, KNOWN)).isEmpty();
    }

    @Test
    void to_longWord_isNotCompared() {
        assertThat(Nearest.to("path" + "h".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
