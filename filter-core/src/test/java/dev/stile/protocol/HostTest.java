package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A45: the port is in the name of the pass's cookie. */
class HostTest {
    @ParameterizedTest
    @CsvSource({"example.org:8080,8080", "[::1]:443,443", "127.0.0.1:1,1", "example.org:65535,65535"})
    void port_named_isItsDigits(String host, String port) {
        assertThat(new Host(host).port()).contains(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "[::1]", "example.org:", "example.org:80a", "example.org:123456", "unknown"})
    void port_notNamed_isNone(String host) {
        assertThat(new Host(host).port()).isEmpty();
    }
}
