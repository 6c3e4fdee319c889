package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor meets of the operator's rules: a page that is closed, one that asks for more, a pass that ends. */
class RulesTest {
    private static final String POLICY = """
            budget: { requests: 6 }
            rules:
              - include: default
              - name: search-is-closed
                when: { path: /search }
                action: deny
              - name: letters-are-dear
                when: { path: /entries/* }
                action: challenge
                level: 2
            """;

    private static final String TWENTY_STATUSES = """
            Promise.all(Array.from({ length: 20 }, (_, i) => fetch("/always/entries/cynic?" + i)))
              .then((responses) => responses.map((response) => response.status))
            """;

    private Demo demo;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stile.yaml"), POLICY);
        demo = Demo.start(Demo.with(Demo.LITTLE_WORK, "policy-file", file.toString()));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void open_closedPage_saysWhomToAsk(Browser browser) {
        browser.open(demo.url("/search?q=money"));

        assertThat(browser.text("h1")).isEqualTo("This page is not open to you");
        assertThat(browser.text("#reference")).matches("[0-9A-Z]{10}");
        assertThat(demo.decisions("refuse/denied")).isEqualTo(1);
        Axe.load(browser);
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @EveryEngine
    void open_pageThatAsksForMore_isAskedOnceMoreAndHasBoth(Browser browser) { // A04
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("/entries/cynic"));
        browser.until("arrived", page -> page.title().startsWith("CYNIC"));
        browser.open(demo.url("/always/"));

        assertThat(browser.title()).isEqualTo(Demo.ARRIVED);
        assertThat(demo.decisions("challenge/outgrown")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(2);
    }

    @EveryEngine
    void browse_beyondWhatThePassBought_isAskedAgainAndGoesOn(Browser browser) { // A12
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        for (int page = 1; page <= 6; page++) {
            browser.open(demo.url("/always/?page=" + page));
            Demo.untilArrived(browser);
            assertThat(browser.eval("document.styleSheets[0].cssRules.length > 0"))
                    .isEqualTo(true);
        }

        assertThat(demo.decisions("challenge/spent")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(2);
    }

    /** Twenty requests of a page's script at once are more than is left: one more solve, and no pass is cleared. */
    @EveryEngine
    void budget_thatEndsAmongTwentyRequests_costsOneMoreSolve(Browser browser) { // A37
        LoopWatch first = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        first.assertArrives(browser, 1);
        browser.open(demo.url(Network.linking("/always/")));
        assertThat(browser.eval(TWENTY_STATUSES))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(200L, 429L);
        LoopWatch second = LoopWatch.of(demo);
        browser.open(demo.url("/always/?next"));
        second.assertArrives(browser, 1);

        assertThat(demo.network().passCookies()).hasSize(2);
    }
}
