package dev.stile.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordinary browsers are not suspicious, whatever they fetch; programs are (A25). */
class HeaderSetsTest {
    private static final Set<String> BROWSERS = Set.of("chromium", "firefox", "webkit");
    private static final List<HeaderSet> ALL = HeaderSet.all();

    static Stream<HeaderSet> browsers() {
        return ALL.stream().filter(set -> BROWSERS.contains(set.browser()));
    }

    static Stream<HeaderSet> programs() {
        return ALL.stream().filter(set -> set.browser().equals("bot"));
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void read_headersOfABrowser_findsNothing(HeaderSet set) {
        assertThat(HeaderSignals.read(set.facts()).signals()).as(set.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void read_headersOfAProgram_reachesTheThreshold(HeaderSet set) {
        assertThat(HeaderSignals.read(set.facts()).score()).as(set.name()).isGreaterThanOrEqualTo(50);
    }

    static Stream<HeaderSet> lookalikes() {
        return ALL.stream().filter(set -> set.browser().equals("lookalike"));
    }

    /** What docs/threat-model.md admits. */
    @ParameterizedTest
    @MethodSource("lookalikes")
    void read_headersCopiedFromABrowser_findsNothing(HeaderSet set) {
        assertThat(HeaderSignals.read(set.facts()).signals()).as(set.name()).isEmpty();
    }

    static Stream<HeaderSet> navigations() {
        return browsers()
                .filter(set ->
                        set.name().contains("/navigation/") && set.method().equals("GET"));
    }

    /** Through a service worker, too, where Sec-Fetch-Mode says otherwise. */
    @ParameterizedTest
    @MethodSource("navigations")
    void isNavigation_ofABrowserThatOpensAPage_holds(HeaderSet set) {
        assertThat(set.facts().isNavigation()).as(set.name()).isTrue();
    }

    static Stream<HeaderSet> fetches() {
        return browsers()
                .filter(set -> set.name().contains("/fetch/") || set.name().contains("/xhr/"));
    }

    @ParameterizedTest
    @MethodSource("fetches")
    void isNavigation_ofAScriptThatFetches_doesNotHold(HeaderSet set) {
        assertThat(set.facts().isNavigation()).as(set.name()).isFalse();
    }

    @Test
    void sets_ofEveryEngineAndOfPrograms_areThere() {
        assertThat(ALL).extracting(HeaderSet::browser).contains("chromium", "firefox", "webkit", "bot", "lookalike");
    }
}
