package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A visitor's clock may be wrong by years. */
class ClockTest {
    private static final String SHIFTED = """
            window.Date = class extends Date {
              constructor(...values) {
                super(...(values.length === 0 ? [window.Date.now()] : values));
              }
              static now() {
                return super.now() + %d;
              }
            };
            """;

    private static final long YEARS_MS = 3L * 365 * 24 * 3600 * 1000;

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void open_withAClockInTheFuture_arrivesByOneSolve(Browser browser) {
        assertArrives(browser, YEARS_MS);
    }

    @EveryEngine
    void open_withAClockInThePast_arrivesByOneSolve(Browser browser) {
        assertArrives(browser, -YEARS_MS);
    }

    private void assertArrives(Browser browser, long shiftMs) {
        demo.network().prelude(SHIFTED.formatted(shiftMs));
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);

        assertThat(demo.network().count("/redeem")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }
}
