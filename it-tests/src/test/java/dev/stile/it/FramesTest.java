package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The interstitial works within a frame of its own site, and in no other's. */
class FramesTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(Map.of("exempt-paths", "/always/frame"));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void frame_ofTheSameOrigin_arrivesWithinIt(Browser browser) {
        browser.open(demo.url("/always/frame"));
        browser.until(
                "arrived in the frame",
                page -> String.valueOf(page.eval("document.querySelector('iframe').contentDocument.title"))
                        .startsWith("ULTIMATUM"));

        assertThat(browser.title()).startsWith("An entry in a frame");
        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    @EveryEngine
    void frame_ofAnotherSite_showsNothing(Browser browser) {
        browser.open(demo.url("other.test", Network.framing(demo.url("/always/"))));
        browser.until(
                "forbidden",
                page -> demo.network().violations().stream().anyMatch(report -> report.contains("frame-ancestors")));

        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
        assertThat(demo.network().count("/.stile/")).isZero();
    }
}
