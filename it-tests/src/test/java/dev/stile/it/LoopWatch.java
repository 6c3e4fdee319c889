package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Counts what one visit in one tab costs, and holds it to the one rule: at most one more solve than one, then either the content or one
 * sentence that stays. A visit ends where its visitor asks for something: another page, or another try.
 */
final class LoopWatch {
    private static final int MOST_SOLVES = 2;

    /**
     * Notes all by which a page can go on without its visitor: timers, requests and workers. Where none is left, nothing ever happens
     * again, so that no test needs to wait for it. Timers count that scripts of the gate arm: WebKitGTK's driver arms some in the page.
     */
    private static final String LEDGER = """
            window.ledger = { armed: new Set(), asking: 0, started: 0, working: new Set(), reports: 0 };
            for (const [set, clear] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
              const [arm, disarm] = [window[set].bind(window), window[clear].bind(window)];
              window[set] = (callback, ...more) => {
                const id = arm((...values) => {
                  if (set === "setTimeout") ledger.armed.delete(id);
                  callback(...values);
                }, ...more);
                if (new Error().stack.includes("/.stile/")) ledger.armed.add(id);
                return id;
              };
              window[clear] = (id) => {
                ledger.armed.delete(id);
                disarm(id);
              };
            }
            {
              const ask = window.fetch.bind(window);
              window.fetch = (...values) => {
                ledger.asking++;
                return ask(...values).finally(() => ledger.asking--);
              };
            }
            window.Worker = class extends Worker {
              constructor(...values) {
                super(...values);
                ledger.started++;
                ledger.working.add(this);
                this.addEventListener("message", () => ledger.reports++);
              }
              terminate() {
                ledger.working.delete(this);
                super.terminate();
              }
            };
            ledger.isQuiet = () => ledger.armed.size + ledger.asking + ledger.working.size === 0;
            """;

    private final List<Network> networks = new ArrayList<>();
    private final long interstitialsBefore;
    private final long freshBefore;
    private final long solvesBefore;

    private LoopWatch(Demo demo) {
        follow(demo);
        interstitialsBefore = interstitials();
        freshBefore = fresh();
        solvesBefore = solves();
    }

    /** Watches the visit that begins now. */
    static LoopWatch of(Demo demo) {
        return new LoopWatch(demo);
    }

    /** Goes on with a demo that took the place of the one before. */
    void follow(Demo demo) {
        demo.network().ledger(LEDGER);
        networks.add(demo.network());
    }

    /** Waits for the page {@code /always/}, and asserts what it took. */
    void assertArrives(Browser browser, int solves) {
        assertArrives(browser, Demo.ARRIVED, solves);
    }

    /** Waits for a page by its title, and asserts what it took. */
    void assertArrives(Browser browser, String title, int solves) {
        browser.until("arrived at " + title, page -> page.title().equals(title));
        assertThat(solves() - solvesBefore).isEqualTo(solves);
        assertBounded();
    }

    /** Waits for a sentence of the message table, and asserts that nothing follows it, and how many solves it took. */
    void assertTold(Browser browser, String sentence, int solves) {
        assertTold(browser, sentence);
        assertThat(solves() - solvesBefore).isEqualTo(solves);
    }

    /** Waits for a sentence of the message table, and asserts that nothing follows it, and that it took no more than it may. */
    void assertTold(Browser browser, String sentence) {
        Demo.untilSaid(browser, sentence);
        browser.until("nothing more happens", page -> Boolean.TRUE.equals(page.eval("ledger.isQuiet()")));

        assertThat(browser.exists("meta[http-equiv=refresh]")).isFalse();
        assertThat(((Number) browser.eval("document.querySelectorAll('#status [data-text]').length")).intValue())
                .isEqualTo(1);
        assertBounded();
    }

    private void assertBounded() {
        assertThat(solves() - solvesBefore).isLessThanOrEqualTo(MOST_SOLVES);
        // A page that is old before it begins asks for one, and may have to ask again.
        assertThat(fresh() - freshBefore).isLessThanOrEqualTo(MOST_SOLVES);
        assertThat(interstitials() - interstitialsBefore).isLessThanOrEqualTo(MOST_SOLVES);
    }

    /** Proofs that were sent and answered, whatever the answer. */
    private long solves() {
        return sum(network -> network.countAnswered("/.stile/redeem"));
    }

    private long fresh() {
        return sum(network -> network.countAnswered("/.stile/challenge?"));
    }

    private long interstitials() {
        return sum(Network::interstitials);
    }

    private long sum(ToLongFunction<Network> count) {
        return networks.stream().mapToLong(count).sum();
    }
}
