package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two applications on one host do not take each other's passes away. */
class ApplicationsTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(0, Map.of("/a", Demo.LITTLE_WORK, "/b", Demo.LITTLE_WORK));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void visitBoth_inTurn_asksOnceEach(Browser browser) {
        browser.open(demo.url("/a/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("/b/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("/a/always/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");
        browser.open(demo.url("/b/always/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");

        assertThat(demo.decisionsOf("/a")).containsEntry("challenge/always", 1L).containsEntry("grant/fresh", 1L);
        assertThat(demo.decisionsOf("/b")).containsEntry("challenge/always", 1L).containsEntry("grant/fresh", 1L);
    }

    /** One path on two ports: a browser sends the cookies of the one to the other. */
    @EveryEngine
    void a45_visitTwoPorts_inTurn_asksOnceEach(Browser browser) {
        try (FrontProxy other = FrontProxy.plain(demo.port())) {
            String elsewhere = "http://" + Demo.NAME + ":" + other.port();
            LoopWatch first = LoopWatch.of(demo);
            browser.open(demo.url("/a/always/"));
            first.assertArrives(browser, 1);
            LoopWatch second = LoopWatch.of(demo);
            browser.open(elsewhere + "/a/always/");
            second.assertArrives(browser, 1);
            browser.open(demo.url("/a/always/?again"));
            second.assertArrives(browser, 1);
            browser.open(elsewhere + "/a/always/?again");
            second.assertArrives(browser, 1);
        }

        assertThat(demo.decisionsOf("/a")).containsEntry("challenge/always", 2L);
    }

    /** The container hears plain http of a proxy; {@code secure-cookie} = {@code always} tells it better. */
    @EveryEngine
    void a45_visitBehindAProxyThatEndsTls_asksOnceEach(Browser browser) {
        demo.close();
        demo = Demo.start(
                0, Map.of("/a", Demo.LITTLE_WORK, "/b", Demo.with(Demo.LITTLE_WORK, "secure-cookie", "always")));
        try (FrontProxy tls = FrontProxy.endingTls(demo.port())) {
            String site = "https://" + Demo.NAME + ":" + tls.port();
            LoopWatch auto = LoopWatch.of(demo);
            browser.open(site + "/a/always/");
            auto.assertArrives(browser, 1);
            LoopWatch always = LoopWatch.of(demo);
            browser.open(site + "/b/always/");
            always.assertArrives(browser, 1);
            browser.open(site + "/a/always/?again");
            always.assertArrives(browser, 1);
        }

        assertThat(demo.network().passCookies()).hasSize(2).anyMatch(cookie -> cookie.startsWith("__Host-stile-"));
    }

    @EveryEngine
    void challengeStatus_403And503_isNoHindrance(Browser browser) {
        demo.close();
        demo = Demo.start(
                0,
                Map.of(
                        "/a",
                        Demo.with(Demo.LITTLE_WORK, "challenge-status", "403"),
                        "/b",
                        Demo.with(Demo.LITTLE_WORK, "challenge-status", "503")));
        LoopWatch forbidden = LoopWatch.of(demo);
        browser.open(demo.url("/a/always/"));
        forbidden.assertArrives(browser, 1);
        LoopWatch unavailable = LoopWatch.of(demo);
        browser.open(demo.url("/b/always/"));
        unavailable.assertArrives(browser, 1);
    }
}
