package dev.stile.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLineTest {
    @Test
    void of_eventOfWhichAllIsKnown_namesEveryPart() {
        assertThat(DecisionLine.of(Events.FULL))
                .isEqualTo("reference=0123456789 endpoint=page"
                        + " verdict=challenge reason=flood enforced=false second=1800000017"
                        + " rule=\"search is dear\" suspicion=80 signals=scripted-agent:80,no-accept:50"
                        + " rules=\"known customers\":-50"
                        + " pass=valid pass-refusals=forged,expired network-changed=true budget=300.13/300"
                        + " level=2 bits=15 rounds=24 work=786432 factors=level:1.50,own-share:2.00"
                        + " client-rate=241.50 wider-rate=900.00 total-rate=1200.25 load=0.75"
                        + " client=192.0.2.1 method=\"GET\" path=\"/archive\" agent=\"curl/8.5.0\"");
    }

    @Test
    void of_eventOfWhichLittleIsKnown_leavesTheRestOut() {
        DecisionEvent event = Events.named("0123456789", "redeem", new Outcome("refuse", "malformed", true));
        assertThat(DecisionLine.of(event))
                .isEqualTo("reference=0123456789 endpoint=redeem"
                        + " verdict=refuse reason=malformed enforced=true second=1800000017 suspicion=0 pass=none"
                        + " client=::1 method=\"GET\" path=\"/\" agent=\"\"");
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
    void of_wordsThatWouldForge_areEscaped(String words, String escaped) { // A18
        assertThat(line(words, words, words))
                .endsWith(" method=\"" + escaped + "\" path=\"" + escaped + "\" agent=\"" + escaped + "\"");
    }

    @Property
    void of_anyWords_isOneLineOfVisibleAsciiWithTheirQuotes(
            @ForAll String method, @ForAll String path, @ForAll String agent) { // A18
        String line = line(method, path, agent);
        assertThat(line).matches("[\\x20-\\x7e]*");
        assertThat(line.chars().filter(c -> c == '"')).hasSize(6);
    }

    @Property
    void of_anyNameOfARule_isOneLineOfVisibleAsciiWithItsQuotes(@ForAll String name) {
        DecisionEvent event = new DecisionEvent(
                "0123456789",
                0,
                "page",
                new Outcome("allow", "calm", true),
                new Visitor("GET", "/", "::1", ""),
                new Grounds(Optional.of(name), List.of(), List.of(new Points(name, 1)), 1),
                PassUse.NONE,
                Optional.empty(),
                Optional.empty());
        String line = DecisionLine.of(event);
        assertThat(line).matches("[\\x20-\\x7e]*");
        assertThat(line.chars().filter(c -> c == '"')).hasSize(10);
    }

    @Test
    void of_wordsAsLongAsAllowed_areWhole() {
        String words = "/".repeat(200);
        assertThat(line("GET", words, "")).contains(" path=\"" + words + "\" ");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1_000_000})
    void of_longerWords_areCut(int length) { // A15
        String cut = "/".repeat(200) + "...";
        assertThat(line("/".repeat(length), "/".repeat(length), "/".repeat(length)))
                .endsWith(" method=\"" + cut + "\" path=\"" + cut + "\" agent=\"" + cut + "\"");
    }

    private static String line(String method, String path, String agent) {
        return DecisionLine.of(Events.by(new Visitor(method, path, "192.0.2.1", agent)));
    }
}
