package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterMappingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/*", "/.stile/*"})
    void covers_treeAroundTheEndpoints_does(String pattern) {
        assertThat(FilterMappings.covers(pattern, "/.stile")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/.stile", "/.stile/redeem", "/.stile/redeem/*", "/.sti/*", "/app/*", "*.js", ""})
    void covers_anythingElse_doesNot(String pattern) {
        assertThat(FilterMappings.covers(pattern, "/.stile")).isFalse();
    }
}
