package dev.stile.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void parse_nothing_servesOnTheDefaultPort() {
        assertThat(Arguments.parse()).isEqualTo(new Arguments.Serve(8080));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8081, 65_535})
    void parse_portWithinBounds_servesThere(int port) {
        assertThat(Arguments.parse("--port", String.valueOf(port))).isEqualTo(new Arguments.Serve(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "+1", "", "x", "1e3", "99999", "123456", "٨"})
    void parse_portOutOfBounds_isWrong(String port) {
        assertThat(Arguments.parse("--port", port))
                .isEqualTo(new Arguments.Wrong("--port must be a number from 0 to 65535, not " + port));
    }

    @Test
    void parse_portWithoutNumber_isWrong() {
        assertThat(Arguments.parse("--port")).isEqualTo(new Arguments.Wrong("--port needs a number"));
    }

    @Test
    void parse_unknownArgument_isWrong() {
        assertThat(Arguments.parse("8080")).isEqualTo(new Arguments.Wrong("unknown argument: 8080"));
    }

    @Test
    void parse_help_isHelp() {
        assertThat(Arguments.parse("--port", "1", "--help")).isEqualTo(new Arguments.Help());
    }

    @Test
    void run_wrongArgument_saysWhyAndHowAndExitsWithTwo() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = Main.run(System.out, new PrintStream(err, true, StandardCharsets.UTF_8), "--prot", "1");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("unknown argument: --prot")
                .contains("usage:");
    }
}
