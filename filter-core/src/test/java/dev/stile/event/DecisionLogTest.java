package dev.stile.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLogTest {
    @Test
    void line_ofAnEvent_namesEveryPart() {
        assertThat(DecisionLog.line(Events.CHALLENGE))
                .isEqualTo("reference=0123456789 endpoint=page verdict=challenge reason=suspicion enforced=true"
                        + " suspicion=60 signals=no-user-agent,no-accept pass-refusals=forged,expired client=192.0.2.1"
                        + " method=\"GET\" path=\"/archive\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\r\nb',          'a\\u000d\\u000ab'",
        "'a\" verdict=\"x', 'a\\u0022 verdict=\\u0022x'",
        "'a\\b',            'a\\u005cb'",
        "'a\0b',            'a\\u0000b'",
        "'a\u2028b',        'a\\u2028b'",
        "'a\u001b[2Jb',     'a\\u001b[2Jb'",
        "'a\u007fb',        'a\\u007fb'",
        "'\ud83d\ude00',    '\\ud83d\\ude00'",
    })
    void line_pathThatWouldForge_isEscaped(String path, String escaped) { // A18
        assertThat(DecisionLog.line(Events.withMethodAndPath("GET", path))).endsWith(" path=\"" + escaped + "\"");
    }

    @Test
    void line_methodThatWouldForge_isEscaped() { // A18
        assertThat(DecisionLog.line(Events.withMethodAndPath("G\nreference=1", "/")))
                .contains(" method=\"G\\u000areference=1\" ");
    }

    @Property
    void line_anyWords_isOneLineOfVisibleAsciiWithTheirFourQuotes(@ForAll String method, @ForAll String path) { // A18
        String line = DecisionLog.line(Events.withMethodAndPath(method, path));
        assertThat(line).matches("[\\x20-\\x7e]*");
        assertThat(line.chars().filter(c -> c == '"')).hasSize(4);
    }

    @Test
    void line_asLongAsAllowed_isWhole() {
        String path = "/".repeat(200);
        assertThat(DecisionLog.line(Events.withMethodAndPath("GET", path))).endsWith(" path=\"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1_000_000})
    void line_longer_isCut(int length) { // A15
        String line = DecisionLog.line(Events.withMethodAndPath("GET", "/".repeat(length)));
        assertThat(line).endsWith(" path=\"" + "/".repeat(200) + "...\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"challenge", "offer", "grant", "refuse"})
    void onDecision_visitorIsHeldUp_isAtInfo(String verdict) {
        assertThat(logged(verdict).getLevel()).isEqualTo(Level.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "serve"})
    void onDecision_ordinaryRequest_isAtDebug(String verdict) {
        assertThat(logged(verdict).getLevel()).isEqualTo(Level.FINE);
    }

    @Test
    void onDecision_pathWithBraces_isNoPattern() {
        try (CapturedLog log = new CapturedLog("dev.stile.decisions", Level.ALL)) {
            new DecisionLog().onDecision(Events.withMethodAndPath("GET", "/{0}/{1}"));
            assertThat(log.records())
                    .singleElement()
                    .satisfies(record -> assertThat(record.getMessage()).contains("\"/{0}/{1}\""));
        }
    }

    private static LogRecord logged(String verdict) {
        try (CapturedLog log = new CapturedLog("dev.stile.decisions", Level.ALL)) {
            new DecisionLog().onDecision(Events.of(verdict, "x"));
            return log.records().get(0);
        }
    }
}
