package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Whatever is odd between a visitor and the gate: at most one more solve than one, then the page or one sentence that stays. What fails on
 * the way is in {@link FailuresTest}.
 */
class NoLoopTest {
    private static final String HOME = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final String MOBILE = "2001:db8:1:2::3";

    /** As where all that a page could keep is forbidden to it. */
    static final String FORBIDDEN = """
            const forbid = () => {
              throw new DOMException("forbidden", "SecurityError");
            };
            Object.defineProperty(window, "sessionStorage", { get: forbid });
            Object.defineProperty(window, "localStorage", { get: forbid });
            window.BroadcastChannel = class {
              constructor() {
                forbid();
              }
            };
            """;

    private static final String FULL = """
            Storage.prototype.setItem = () => {
              throw new DOMException("full", "QuotaExceededError");
            };
            """;

    /** The page waits with its proof until it is told to go on. */
    private static final String HOLD_PROOF = """
            {
              const ask = window.fetch;
              const told = new Promise((resolve) => (window.goOn = resolve));
              window.fetch = (path, init) => (init.method === "POST" ? told.then(() => ask(path, init)) : ask(path, init));
              Object.defineProperty(window, "isSolved", { get: () => ledger.started > 0 && ledger.working.size === 0 });
            }
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

    private void restart(String option, String value) {
        demo = demo.restart(Demo.with(Demo.LITTLE_WORK, option, value));
    }

    @EveryEngine
    void storage_thatIsForbidden_isDoneWithout(Browser browser) {
        demo.network().prelude(FORBIDDEN);
        LoopWatch first = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        first.assertArrives(browser, 1);

        browser.deleteCookies();
        demo.network().loseCookies();
        LoopWatch second = LoopWatch.of(demo);
        browser.open(demo.url("/always/?again"));
        second.assertTold(browser, "failed.loop", 1);
    }

    /** As older private modes: what is there can be read, and nothing can be kept. */
    @EveryEngine
    void storage_thatKeepsNothing_isNoWayIntoALoop(Browser browser) {
        demo.network().prelude(FULL);
        demo.network().loseCookies();
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        watch.assertTold(browser, "failed.loop", 1);
    }

    @EveryEngine(Setting.PRIVATE)
    void window_thatIsPrivate_arrivesByOneSolve(Browser browser) {
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        watch.assertArrives(browser, 1);
        browser.newTab();
        browser.open(demo.url("/always/?in-another-tab"));
        watch.assertArrives(browser, 1);
    }

    /** To another network of IPv4, and to IPv6, as on the way from a phone's wireless network to its mobile one. */
    @EveryEngine
    void a28_address_thatChangesBeforeTheRedeem_costsOneMoreSolve(Browser browser) {
        restart("trusted-proxies", "127.0.0.1");
        demo.network().comeFrom(request -> request.startsWith("GET /always/") ? HOME : ELSEWHERE);
        LoopWatch first = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        first.assertArrives(browser, 2);

        browser.deleteCookies();
        demo.network().comeFrom(request -> request.startsWith("GET /always/") ? HOME : MOBILE);
        LoopWatch second = LoopWatch.of(demo);
        browser.open(demo.url("/always/?again"));
        second.assertArrives(browser, 2);

        assertThat(demo.decisions("refuse/wrong-network")).isEqualTo(2);
    }

    @EveryEngine
    void a28_address_thatChangesWithEachRequest_isTold(Browser browser) {
        restart("trusted-proxies", "127.0.0.1");
        Iterator<String> addresses = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "10.9." + i + ".1")
                .iterator();
        demo.network().comeFrom(request -> addresses.next());
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        watch.assertTold(browser, "failed.moved", 2);
    }

    @EveryEngine
    void a28_address_thatChangesAfterThePass_isNotAskedAgain(Browser browser) {
        restart("trusted-proxies", "127.0.0.1");
        LoopWatch watch = LoopWatch.of(demo);
        demo.network().comeFrom(request -> HOME);
        browser.open(demo.url("/always/"));
        watch.assertArrives(browser, 1);
        demo.network().comeFrom(request -> ELSEWHERE);
        browser.open(demo.url("/always/?elsewhere"));
        watch.assertArrives(browser, 1);
        demo.network().comeFrom(request -> MOBILE);
        browser.open(demo.url("/always/?mobile"));
        watch.assertArrives(browser, 1);

        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
    }

    /** A cache that does not obey, while the challenge in its page lives. */
    @EveryEngine
    void page_thatACacheGoesOnGiving_isTold(Browser browser) {
        LoopWatch watch = LoopWatch.of(demo);
        demo.network().replayInterstitial();
        browser.open(demo.url("/always/"));
        watch.assertTold(browser, "failed.loop", 1);

        demo.network().mend();
        LoopWatch retry = LoopWatch.of(demo);
        browser.click("#act");
        retry.assertArrives(browser, 1);
    }

    /** The challenge in its page is one that no server knows any more. */
    @EveryEngine
    void page_thatACacheKeptOverARestart_costsOneMoreSolveAndIsTold(Browser browser) {
        restart("secret", "the first of two secrets, 32 bytes");
        LoopWatch first = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        first.assertArrives(browser, 1);
        browser.deleteCookies();
        Network before = demo.network();
        restart("secret", "the other of two secrets, 32 bytes");
        demo.network().replayInterstitialOf(before);
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/?again"));
        watch.assertTold(browser, "failed.loop", 2);

        assertThat(demo.decisions("refuse/unknown-key")).isEqualTo(1);
    }

    /** Each time with a new random secret: once before the proof is sent, once with the pass in hand. */
    @EveryEngine
    void restart_withAnotherSecret_costsOneMoreSolve(Browser browser) {
        demo.network().prelude(HOLD_PROOF);
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        browser.until("solved", page -> Boolean.TRUE.equals(page.eval("isSolved")));
        restart("secret", "another secret of 32 bytes or more");
        watch.follow(demo);
        browser.eval("goOn()");
        watch.assertArrives(browser, 2);
        assertThat(demo.decisions("refuse/unknown-key")).isEqualTo(1);

        restart("secret", "a third secret of 32 bytes or more");
        LoopWatch second = LoopWatch.of(demo);
        browser.open(demo.url("/always/?again"));
        second.assertArrives(browser, 1);
        browser.open(demo.url("/always/?once-more"));
        second.assertArrives(browser, 1);
    }
}
