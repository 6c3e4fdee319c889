package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The gate is no burden to what is around it: the application's service worker, caches, downloads, the device. */
class MannersTest {
    private static final String JAVASCRIPT = "text/javascript";

    private static final String FETCH = """
            addEventListener("fetch", (event) => event.respondWith(fetch(event.request)));
            """;

    private static final String COPY = """
            addEventListener("fetch", (event) =>
              event.respondWith(fetch(new Request(event.request, { cache: "no-cache" }))));
            """;

    private static final String PRELOAD = """
            addEventListener("activate", (event) => event.waitUntil(registration.navigationPreload?.enable()));
            addEventListener("fetch", (event) =>
              event.respondWith((async () => (await event.preloadResponse) ?? fetch(event.request))()));
            """;

    /** With a place for what lets answers of the gate through. */
    private static final String OFFLINE = """
            const offline = () =>
              new Response("<!doctype html><title>You are offline</title>", { headers: { "Content-Type": "text/html" } });
            addEventListener("fetch", (event) => event.respondWith((async () => {
              const response = await fetch(event.request);
              %s
              return response.ok ? response : offline();
            })()));
            """;

    private static final String REMEDY = "if (response.headers.has(\"Stile-Verdict\")) return response;";

    private static final String REGISTER = """
            navigator.serviceWorker.register("%s", { scope: "%s" }).then((registration) => new Promise((resolve) => {
              const worker = registration.installing ?? registration.waiting ?? registration.active;
              const look = () => worker.state === "activated" && resolve(true);
              worker.onstatechange = look;
              look();
            }))
            """;

    /** Counts workers beyond the life of their page. */
    private static final String COUNT_WORKERS = """
            sessionStorage.workers = 0;
            window.Worker = class extends Worker {
              constructor(...values) {
                super(...values);
                sessionStorage.workers++;
              }
              terminate() {
                sessionStorage.workers--;
                super.terminate();
              }
            };
            """;

    /** The page says after 8 seconds that it is still there. */
    private static final String SHORT_PATIENCE = """
            {
              const arm = window.setTimeout;
              window.setTimeout = (callback, ms) => arm(callback, ms === 8000 ? 500 : ms);
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

    @EveryEngine
    void serviceWorker_ofTheApplication_isNoHindrance(Browser browser) {
        demo.close();
        demo = Demo.start(
                0, Map.of("/fetch", Demo.LITTLE_WORK, "/copy", Demo.LITTLE_WORK, "/preload", Demo.LITTLE_WORK));
        assertArrivesThrough(browser, "/fetch", FETCH);
        assertArrivesThrough(browser, "/copy", COPY);
        assertArrivesThrough(browser, "/preload", PRELOAD);
    }

    @EveryEngine
    void serviceWorker_thatShowsAnOfflinePage_needsOneLine(Browser browser) {
        demo.close();
        demo = Demo.start(0, Map.of("/without", Demo.LITTLE_WORK, "/with", Demo.LITTLE_WORK));
        register(browser, "/without", OFFLINE.formatted(""));
        browser.open(demo.url(Demo.LOOPBACK, "/without/always/"));
        assertThat(browser.title()).isEqualTo("You are offline");
        assertThat(demo.network().count("/without/")).isEqualTo(1);

        assertArrivesThrough(browser, "/with", OFFLINE.formatted(REMEDY));
    }

    private void assertArrivesThrough(Browser browser, String application, String worker) {
        register(browser, application, worker);
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url(Demo.LOOPBACK, application + "/always/#fragment"));
        watch.assertArrives(browser, 1);

        assertThat(browser.currentUrl()).endsWith(application + "/always/#fragment");
        assertThat(browser.eval("navigator.serviceWorker.controller !== null")).isEqualTo(true);
    }

    private void register(Browser browser, String application, String worker) {
        String script = application + ".js";
        demo.network().page(script, JAVASCRIPT, worker);
        browser.open(demo.url(Demo.LOOPBACK, Network.linking(application + "/always/")));
        browser.eval(REGISTER.formatted(script, application + "/"));
    }

    @EveryEngine
    void a41_sharedCache_keepsNoPageAndNoPass(Browser browser) {
        try (SharedCache cache = new SharedCache(demo.port())) {
            String site = "http://" + Demo.NAME + ":" + cache.port();
            LoopWatch first = LoopWatch.of(demo);
            browser.open(site + "/always/");
            first.assertArrives(browser, 1);
            browser.forget();
            LoopWatch second = LoopWatch.of(demo);
            browser.open(site + "/always/");
            second.assertArrives(browser, 1);

            assertThat(cache.keptRequests())
                    .anyMatch(request -> request.contains("/.stile/worker"))
                    .noneMatch(request -> request.contains("/redeem") || request.contains("/challenge"));
        }

        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.network().count("GET /always/")).isEqualTo(4);
        assertThat(demo.network().passCookies()).hasSize(2).doesNotHaveDuplicates();
        assertThat(demo.network().count("/.stile/worker")).isEqualTo(1);
    }

    @EveryEngine
    void download_afterTheCheck_comesOnce(Browser browser) {
        demo.network().download("/always/?file");
        demo.network().prelude(SHORT_PATIENCE);
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/?file"));
        watch.assertTold(browser, "lingering", 1);

        assertThat(demo.network().count("GET /always/?file")).isEqualTo(2);
        assertThat(demo.decisions("allow/pass")).isEqualTo(1);
    }

    @EveryEngine
    void reload_duringTheWork_costsNoSolveMore(Browser browser) {
        demo = demo.restart(Demo.ENDLESS_WORK);
        LoopWatch.of(demo);
        browser.open(demo.url("/always/?q#fragment"));
        untilWorking(browser);
        browser.reload();
        untilWorking(browser);
        demo = demo.restart(Demo.LITTLE_WORK);
        LoopWatch last = LoopWatch.of(demo);
        browser.reload();
        last.assertArrives(browser, 1);

        assertThat(browser.currentUrl()).isEqualTo(demo.url("/always/?q#fragment"));
        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
    }

    @EveryEngine
    void leave_duringTheWork_endsAllWorkers(Browser browser) {
        demo = demo.restart(Demo.ENDLESS_WORK);
        demo.network().prelude(COUNT_WORKERS);
        LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        untilWorking(browser);
        assertThat(browser.eval("Number(sessionStorage.workers) > 0")).isEqualTo(true);
        browser.open(demo.url("/"));

        assertThat(browser.title()).isEqualTo(Demo.START);
        assertThat(browser.eval("sessionStorage.workers")).isEqualTo("0");
        assertThat(demo.network().count("/redeem")).isZero();
    }

    /** One core is for painting; more than four workers gain nothing. */
    @EveryEngine
    void work_onManyCores_leavesOneAlone(Browser browser) {
        demo = demo.restart(Demo.ENDLESS_WORK);
        assertThat(workersOf(browser, 1)).isEqualTo(1);
        assertThat(workersOf(browser, 2)).isEqualTo(1);
        assertThat(workersOf(browser, 4)).isEqualTo(3);
        assertThat(workersOf(browser, 64)).isEqualTo(4);
    }

    private long workersOf(Browser browser, int cores) {
        demo.network().prelude("Object.defineProperty(navigator, 'hardwareConcurrency', { value: " + cores + " });");
        LoopWatch.of(demo);
        browser.open(demo.url("/always/?cores=" + cores));
        untilWorking(browser);
        return ((Number) browser.eval("ledger.started")).longValue();
    }

    /** The first report of a worker comes with the start of the others. */
    private static void untilWorking(Browser browser) {
        browser.until("it works", page -> Boolean.TRUE.equals(page.eval("ledger.reports > 0")));
    }
}
