package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A45: the port is in the name of the pass's cookie. */
class HostTest {
    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "example.org, example.com",
        "example.org, example.org:80",
        "example.org:80, example.org",
    })
    void decode_whateverIsLikely_isTheHostOfTheBytes(String host, String likely) {
        byte[] bytes = ("--" + host + "--").getBytes(StandardCharsets.US_ASCII);
        assertThat(Host.decode(bytes, 2, host.length(), new Host(likely))).isEqualTo(Checked.of(new Host(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Example.org", "example org", "ex\u00e4mple.org"})
    void decode_noHost_isMalformedWhateverIsLikely(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Host.decode(bytes, 0, bytes.length, new Host("example.org")))
                .isEqualTo(Checked.refused(Refusal.MALFORMED));
    }

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
