package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.EveryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each browser solves by the best that it has and is allowed, and where that is JavaScript, the console says so. */
class WebAssemblyTest {
    private static final String WORKER = "/.stile/worker-";
    private static final String SCALAR = "/.stile/scalar-";

    /** What begins each line that the solver writes to the console. */
    private static final String CONSOLE = "Stile:";

    /** A browser of four cores, so that three workers are started; notes which of them tried something. */
    private static final String NOTE_WORKERS = """
            Object.defineProperty(navigator, "hardwareConcurrency", { value: 4 });
            window.trying = new Set();
            window.Worker = class extends Worker {
              constructor(url) {
                super(url);
                this.addEventListener("message", ({ data }) => data.tries && trying.add(this));
              }
            };
            """;

    /** Counts the modules that the first worker hands on. */
    private static final String COUNT_MODULES = """
            window.modules = 0;
            window.MessageChannel = class {
              static Native = MessageChannel;
              constructor() {
                const [from, to] = [new MessageChannel.Native(), new MessageChannel.Native()];
                from.port2.onmessage = ({ data }) => {
                  modules += data instanceof WebAssembly.Module;
                  to.port1.postMessage(data);
                };
                Object.assign(this, { port1: from.port1, port2: to.port2 });
              }
            };
            """;

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(Demo.LITTLE_WORK);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void worker_underTheFiltersOwnPolicy_usesWebAssembly(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);

        assertThat(demo.network().count(WORKER)).isEqualTo(1);
        assertThat(demo.network().count(SCALAR)).isZero();
        assertThat(demo.network().violations()).isEmpty();
        assertThat(browser.console()).noneMatch(line -> line.contains(CONSOLE));
    }

    @EveryEngine
    void workers_ofOnePage_shareTheirFileAndBreakNoPolicyByWhatTheyShare(Browser browser) {
        openEndless(browser, NOTE_WORKERS);
        browser.until("three try", page -> Boolean.TRUE.equals(page.eval("trying.size === 3")));

        assertThat(demo.network().count(WORKER)).isEqualTo(1);
        assertThat(demo.network().violations()).isEmpty();
    }

    /** Not seen in Firefox, which hands no module to a page whose policy forbids WebAssembly: that is why it goes by ports. */
    @EveryEngine
    void workers_ofOnePage_shareWhatTheFirstCompiled(Browser browser) {
        assumeThat(browser.engine()).isNotEqualTo(Engine.FIREFOX);
        openEndless(browser, NOTE_WORKERS + COUNT_MODULES);
        browser.until(
                "three try with one module",
                page -> Boolean.TRUE.equals(page.eval("trying.size === 3 && modules === 2")));
    }

    private void openEndless(Browser browser, String prelude) {
        demo = demo.restart(Demo.ENDLESS_WORK);
        demo.network().prelude(prelude);
        browser.open(demo.url("/always/"));
    }

    @EveryEngine
    void worker_thatMayNotCompile_goesOnInJavaScript(Browser browser) {
        demo.network().forbidWebAssembly();
        assertArrivesBy(browser, WORKER, SCALAR);
    }

    @EveryEngine
    void browser_withoutWebAssembly_loadsJavaScriptAlone(Browser browser) {
        demo.network().prelude("delete window.WebAssembly");
        assertArrivesBy(browser, SCALAR);

        assertThat(demo.network().count(WORKER)).isZero();
    }

    private void assertArrivesBy(Browser browser, String... files) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);

        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
        assertThat(files)
                .allSatisfy(file -> assertThat(demo.network().count(file)).isPositive());
        assertThat(!browser.engine().showsConsole()
                        || browser.console().stream().anyMatch(line -> line.contains(CONSOLE)))
                .isTrue();
    }
}
