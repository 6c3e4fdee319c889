package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/**
 * Scripts survive (A39): what an application fetches goes on behind the gate, under a strict policy, and its scripts notice
 * nothing but the time. Each pass of the strict site buys one request, so that each request but the first is challenged.
 */
class ScriptsTest {
    private static final int PLENTY = 1_000;

    private ScriptsSite site;

    private void open(Browser browser, int budget, String page) {
        site = ScriptsSite.start(budget);
        browser.open(site.url("/pages/" + page));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private long redeems() {
        return site.network().count("POST /.stile/redeem");
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) Objects.requireNonNull(value));
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    /** The same without the path, which differs. */
    private static String echoOf(Object value) {
        return String.valueOf(value).replaceAll("line=[A-Z]+ [^,}]*", "line");
    }

    @EveryEngine
    void fetch_ofEveryKindOfBody_arrivesOnceAndByteForByte_A39(Browser browser) {
        open(browser, 1, "classic.html");
        Object untouched = browser.eval("each(byFetch, '/open/echo/')");
        assertThat(redeems()).isZero();
        assertThat(site.network().count("solver-")).isZero();

        Object challenged = browser.eval("each(byFetch, '/api/echo/')");

        assertThat(echoOf(challenged)).isEqualTo(echoOf(untouched)).contains("test=kept", "arrivals=1");
        assertThat(map(challenged).values())
                .hasSize(7)
                .allSatisfy(echo -> assertThat(echoOf(echo)).contains("arrivals=1"));
        assertThat(redeems()).isEqualTo(7);
        assertThat(site.network().count("GET /.stile/solver-")).isEqualTo(1);
        assertThat(site.network().violations()).isEmpty();
    }

    @EveryEngine
    void xhr_ofEveryKindOfBody_arrivesOnceAndItsEventsAreHeardOnceAndInOrder_A39(Browser browser) {
        open(browser, 1, "classic.html");
        Object untouched = browser.eval("each(byXhr, '/open/echo/')");

        Object challenged = browser.eval("each(byXhr, '/api/echo/')");

        assertThat(echoOf(challenged)).isEqualTo(echoOf(untouched)).contains("loadend 4", "test=kept");
        assertThat(redeems()).isEqualTo(7);
        assertThat(site.network().violations()).isEmpty();
    }

    @EveryEngine
    void xhr_ofEachTypeOfResponse_isWhatWasAskedFor(Browser browser) {
        open(browser, 2, "classic.html");

        Object types = browser.eval("""
                (async () => {
                  const types = {};
                  for (const type of ["document", "json", "arraybuffer", "blob", "text"]) {
                    // A document holds no problem: a probe, which costs the other request, gets it.
                    await (type === "document" || stile.ready("/api/echo/"));
                    const { response, status } = await byXhr("/api/echo/", "none", (xhr) => { xhr.responseType = type; });
                    types[type] = `${status} ${Object.prototype.toString.call(response)}`;
                  }
                  return types;
                })()
                """);

        assertThat(types)
                .isEqualTo(Map.of(
                        "text", "200 [object String]",
                        "json", "200 [object Object]",
                        "arraybuffer", "200 [object ArrayBuffer]",
                        "blob", "200 [object Blob]",
                        "document", "200 [object Null]"));
        assertThat(site.arrivals("GET /api/echo/none")).isEqualTo(5);
        assertThat(redeems()).isEqualTo(5);
    }

    @EveryEngine
    void parallelRequests_whileOneIsSolved_shareIt_A37(Browser browser) {
        open(browser, PLENTY, "classic.html");

        Object statuses = browser.eval("""
                Promise.all(Array.from({ length: 20 }, (_, i) => i % 2
                    ? fetch(`/api/echo/${i}`, { method: "POST", body: "x" }).then(({ status }) => status)
                    : byXhr("/api/echo/", "text").then(({ status }) => status)))
                """);

        assertThat(list(statuses)).hasSize(20).allMatch(status -> status.equals(200L));
        assertThat(site.arrivals("POST /api/echo/text")).isEqualTo(10);
        assertThat(site.arrivals("POST /api/echo/19")).isEqualTo(1);
        assertThat(redeems()).isEqualTo(1);
    }

    @EveryEngine
    void requestOfAHigherLevel_beside_isSolvedForToo_A04(Browser browser) {
        open(browser, PLENTY, "classic.html");

        Object statuses = browser.eval("""
                Promise.all(["/api/echo/a", "/api/dear/b", "/api/echo/c"].map((url) =>
                    fetch(url).then(({ status }) => status)))
                """);

        assertThat(statuses).isEqualTo(List.of(200L, 200L, 200L));
        assertThat(redeems()).isLessThanOrEqualTo(2);
    }

    @EveryEngine
    void abort_beforeDuringAndAfterTheSolve_isAnAbort(Browser browser) {
        open(browser, PLENTY, "classic.html");
        site.network().hold("/redeem");
        Object before = browser.eval("outcome(fetch('/api/echo/a', { signal: AbortSignal.abort() }))");
        browser.eval("""
                void (window.aborter = new AbortController(),
                    window.aborted = outcome(fetch("/api/echo/b", { method: "POST", body: "b", signal: aborter.signal })),
                    window.xhr = byXhr("/api/echo/", "view", (xhr) => { window.abortXhr = () => xhr.abort(); }),
                    window.other = outcome(fetch("/api/echo/c").then(({ status }) => status)))
                """);
        browser.until("solved", page -> redeems() == 1);
        Object during = browser.eval("(aborter.abort(), aborted)");
        Object xhr = browser.eval("(abortXhr(), xhr)");
        site.network().release();
        Object other = browser.eval("other");
        Object after = browser.eval("""
                (async () => {
                  const aborter = new AbortController();
                  const response = await fetch("/api/echo/d", { signal: aborter.signal });
                  const echo = await response.json();
                  aborter.abort();
                  return echo.arrivals;
                })()
                """);

        assertThat(List.of(before, during)).containsOnly("error AbortError");
        assertThat(map(xhr).get("status")).isEqualTo(0L);
        assertThat(list(map(xhr).get("events")))
                .endsWith("readystatechange 4", "abort 4", "loadend 4")
                .doesNotContain("load 4", "error 4", "readystatechange 2");
        assertThat(other).isEqualTo("value 200");
        assertThat(after).isEqualTo(1L);
        assertThat(site.arrivals("POST /api/echo/b") + site.arrivals("POST /api/echo/view"))
                .isZero();
        assertThat(redeems()).isEqualTo(1);
    }

    @EveryEngine
    void abort_byAllWhoWait_redeemsNothing(Browser browser) {
        site = ScriptsSite.start(PLENTY, Demo.ENDLESS_WORK);
        browser.open(site.url("/pages/classic.html"));
        browser.eval("""
                void (window.aborter = new AbortController(),
                    window.aborted = [1, 2].map((i) => outcome(fetch(`/api/echo/${i}`, { signal: aborter.signal }))))
                """);
        browser.until("working", page -> site.network().count("/.stile/worker-") > 0);

        assertThat(browser.eval("(aborter.abort(), Promise.all(aborted))"))
                .isEqualTo(List.of("error AbortError", "error AbortError"));
        assertThat(redeems()).isZero();
    }

    @EveryEngine
    void request_toAnotherOrigin_isLeftAlone(Browser browser) {
        open(browser, PLENTY, "lax.html");
        String other = site.url(Demo.LOOPBACK, "/api/echo/");

        Object fetched = browser.eval("outcome(fetch('" + other + "a'))");
        Object sent = browser.eval(
                "byXhr('" + other + "', 'none', (xhr) => { void xhr.upload; })".replace("xhr.setRequestHeader", ""));

        assertThat(fetched).isEqualTo("error TypeError");
        assertThat(map(sent).get("status")).isEqualTo(0L);
        assertThat(site.network().count("/.stile/solver-")).isZero();
        assertThat(redeems()).isZero();
    }

    @EveryEngine
    void solver_thatCannotBeLoaded_leavesTheRefusalAsItCame(Browser browser) {
        open(browser, PLENTY, "classic.html");
        site.network().block("/.stile/solver-");

        Object fetched = browser.eval("""
                fetch("/api/echo/a", { method: "POST", body: "a" }).then(async (response) =>
                    [response.status, response.headers.get("Stile-Verdict"), (await response.json()).reason])
                """);
        Object sent = browser.eval("byXhr('/api/echo/', 'text')");

        assertThat(fetched).isEqualTo(List.of(429L, "challenge", "always"));
        assertThat(map(sent).get("status")).isEqualTo(429L);
        assertThat(String.valueOf(map(sent).get("response"))).contains("\"reason\":\"always\"");
        assertThat(list(map(sent).get("events")))
                .endsWith("readystatechange 4", "load 4", "loadend 4")
                .containsOnlyOnce("readystatechange 2", "load 4", "loadend 4");
        site.network().mend();
        assertThat(browser.eval("fetch('/api/echo/a').then(({ status }) => status)"))
                .isEqualTo(200L);
    }

    @EveryEngine
    void cookiesThatAreLost_areSolvedForTwiceAndNeverAgain_A36(Browser browser) {
        open(browser, PLENTY, "classic.html");
        site.network().loseCookies();

        Object statuses = browser.eval("""
                (async () => {
                  const statuses = [];
                  for (let i = 0; i < 5; i++) {
                    statuses.push((await fetch("/api/echo/a")).status, (await byXhr("/api/echo/", "none")).status);
                  }
                  return statuses;
                })()
                """);

        assertThat(list(statuses)).hasSize(10).allMatch(status -> status.equals(429L));
        assertThat(redeems()).isLessThanOrEqualTo(2);
    }

    @EveryEngine
    void refusalThatIsFinal_isHandedOn(Browser browser) {
        open(browser, PLENTY, "classic.html");

        assertThat(
                        browser.eval(
                                "fetch('/api/closed').then(async (response) => [response.status, (await response.json()).reason])"))
                .isEqualTo(List.of(403L, "denied"));
        assertThat(browser.eval("stile.ready('/api/closed')")).isEqualTo(false);
        assertThat(redeems()).isZero();
    }

    @EveryEngine
    void proofThatIsRefusedAsOld_isReplacedOnce(Browser browser) {
        open(browser, PLENTY, "classic.html");
        site.network().refuseRedeems("unknown-key");

        assertThat(browser.eval("fetch('/api/dear/a').then(({ status }) => status)"))
                .isEqualTo(429L);
        assertThat(redeems()).isEqualTo(2);
        assertThat(site.network().count("GET /.stile/challenge?after=")).isEqualTo(1);
    }

    @EveryEngine
    void requestsWhoseAnswersHoldNoProblem_goOnToo(Browser browser) {
        open(browser, 2, "classic.html");

        Object answers = browser.eval("""
                (async () => {
                  const head = await fetch("/api/echo/a", { method: "HEAD" });
                  const page = await fetch("/api/echo/b", { headers: { Accept: "text/html" } });
                  const omitted = await fetch("/api/echo/c", { credentials: "omit" });
                  return [head.status, page.status, omitted.status];
                })()
                """);

        assertThat(answers).isEqualTo(List.of(200L, 200L, 429L));
    }

    /** What answered with a redirect has acted: it is not asked to act again. */
    @EveryEngine
    void redirectToWhatIsAsked_isFollowedWhereItOnlyReads(Browser browser) {
        open(browser, PLENTY, "classic.html");

        Object posted =
                browser.eval("fetch('/redirect/303/api/echo/a', { method: 'POST' }).then(({ status }) => status)");
        Object sent = browser.eval("byXhr('/redirect/307/api/echo/', 'text').then(({ status }) => status)");
        Object got = browser.eval("fetch('/redirect/302/api/echo/b').then(({ status }) => status)");

        assertThat(List.of(posted, sent, got)).isEqualTo(List.of(429L, 429L, 200L));
        assertThat(site.arrivals("POST /redirect/303/api/echo/a")).isEqualTo(1);
        assertThat(site.arrivals("POST /redirect/307/api/echo/text")).isEqualTo(1);
        assertThat(site.arrivals("GET /api/echo/b")).isEqualTo(1);
    }

    @EveryEngine
    void module_installedTwice_servesAsTheClassicScript(Browser browser) {
        open(browser, 1, "module.html");
        browser.until("module", page -> Boolean.TRUE.equals(page.eval("'stile' in window")));

        assertThat(browser.eval("""
                Promise.all([byFetch("/api/echo/", "form"), byXhr("/api/echo/", "text")]).then(([one, other]) =>
                    [one.arrivals, other.echo.arrivals, other.status])
                """)).isEqualTo(List.of(1L, 1L, 200L));
        assertThat(browser.eval("stile.renew()")).isEqualTo(true);
        assertThat(site.network().violations()).isEmpty();
    }

    @EveryEngine
    void wrappedClasses_lookAsBefore(Browser browser) {
        open(browser, PLENTY, "classic.html");

        assertThat(browser.eval("""
                [new XMLHttpRequest() instanceof XMLHttpRequest, XMLHttpRequest.DONE, new XMLHttpRequest().LOADING,
                    String(new XMLHttpRequest()), new XMLHttpRequest().readyState, typeof stile.ready]
                """)).isEqualTo(List.of(true, 4L, 3L, "[object XMLHttpRequest]", 0L, "function"));
        assertThat(browser.eval("""
                (() => {
                  const xhr = new XMLHttpRequest();
                  xhr.open("GET", "/open/echo/sync", false);
                  xhr.send();
                  return [xhr.status, xhr.readyState, JSON.parse(xhr.responseText).arrivals];
                })()
                """)).isEqualTo(List.of(200L, 4L, 1L));
        assertThat(browser.eval("outcome(fetch('http://['))")).isEqualTo("error TypeError");
        assertThat(browser.eval("outcome(fetch())")).isEqualTo("error TypeError");
    }

    @EveryEngine
    void htmx_withTheClient_noticesNothing_A39(Browser browser) {
        open(browser, 1, "htmx.html");
        browser.click("#get");
        browser.until("got", page -> page.text("#result").equals("GET /api/echo/get"));
        browser.click("#post");
        browser.until("posted", page -> page.text("#result").equals("POST /api/echo/post word=stile"));

        assertThat(site.arrivals("POST /api/echo/post")).isEqualTo(1);
        assertThat(site.network().violations()).isEmpty();
    }

    @EveryEngine
    void htmx_withoutTheClient_canReadTheRefusal_A39(Browser browser) {
        open(browser, 1, "htmx-plain.html");
        browser.eval("""
                void document.body.addEventListener("htmx:responseError", ({ detail: { xhr } }) => {
                  window.heard = [xhr.status, xhr.getResponseHeader("Stile-Verdict"),
                      xhr.getResponseHeader("Content-Type"), JSON.parse(xhr.responseText).reason];
                })
                """);
        browser.click("#get");
        browser.until("heard", page -> page.eval("window.heard") != null);

        assertThat(browser.eval("heard")).isEqualTo(List.of(429L, "challenge", "application/problem+json", "always"));
        assertThat(browser.text("#result")).isEmpty();
    }

    @EveryEngine
    void eventSourceAndWebSocket_afterReady_connectAgain_A39(Browser browser) {
        open(browser, 2, "classic.html");
        String events = """
                new Promise((resolve) => {
                  const source = new EventSource("/api/events");
                  source.onmessage = ({ data }) => { source.close(); resolve(data); };
                  source.onerror = () => { source.close(); resolve("closed"); };
                })
                """;
        String socket = """
                new Promise((resolve) => {
                  const socket = new WebSocket(location.origin.replace("http", "ws") + "/api/socket");
                  socket.onmessage = ({ data }) => { socket.close(); resolve(data); };
                  socket.onerror = () => resolve("closed");
                })
                """;

        assertThat(browser.eval(events)).isEqualTo("closed");
        assertThat(browser.eval(socket)).isEqualTo("closed");
        assertThat(browser.eval("stile.ready('/api/events')")).isEqualTo(true);
        assertThat(browser.eval(events)).isEqualTo("hello");
        assertThat(browser.eval("stile.ready(location.origin.replace('http', 'ws') + '/api/socket')"))
                .isEqualTo(true);
        assertThat(browser.eval(socket)).isEqualTo("hello");
        assertThat(redeems()).isEqualTo(2);
    }

    @EveryEngine
    void ready_whereNothingIsAskedOrNobodyAnswers_saysSo(Browser browser) {
        open(browser, PLENTY, "classic.html");
        site.network().lose("/api/echo/lost");

        assertThat(browser.eval("stile.ready('/open/echo/a')")).isEqualTo(true);
        assertThat(browser.eval("stile.ready('/api/echo/lost')")).isEqualTo(false);
        assertThat(browser.eval("outcome(stile.ready('/api/echo/a', { signal: AbortSignal.abort() }))"))
                .isEqualTo("error AbortError");
        assertThat(site.arrivals("GET /open/echo/a")).isZero();
    }

    /** A single-page application that keeps its pass is hardly ever asked: ten budgets, and each request arrives once. */
    @EveryEngine
    void keep_whileABudgetOf20RunsOutTenTimes_letsHardlyAnyRequestBeChallenged(Browser browser) {
        open(browser, 20, "classic.html");
        browser.eval("stile.ready('/api/echo/first').then(() => { window.end = stile.keep(); })");
        browser.until("kept", page -> site.network().count("GET /pages/classic.html") == 2);

        browser.eval("""
                void (async () => {
                  const statuses = new Set();
                  for (let i = 0; i < 200; i++) {
                    statuses.add((await fetch("/api/echo/a", { method: "POST", body: "a" })).status);
                  }
                  end();
                  window.statuses = [...statuses];
                })()
                """);
        browser.until("half are sent", page -> site.arrivals("POST /api/echo/a") >= 100);
        browser.until("all are sent", page -> page.eval("window.statuses") != null);

        assertThat(browser.eval("statuses")).isEqualTo(List.of(200L));
        assertThat(site.arrivals("POST /api/echo/a")).isEqualTo(200);
        // What leaves the page just when a grant comes in is charged to the fresh pass and counted to the old one, so
        // the page may
        // think that it has one request more than it has: that one is asked, and sent again.
        assertThat(site.network().count("POST /api/echo/a"))
                .as("sent, and hardly ever again")
                .isBetween(200L, 202L);
        assertThat(redeems()).isBetween(10L, 15L);
    }

    /** Browsers have service workers on loopback addresses without https. */
    @EveryEngine
    void serviceWorker_between_changesNothing(Browser browser) {
        site = ScriptsSite.start(1);
        browser.open(site.url(Demo.LOOPBACK, "/pages/classic.html"));
        assertThat(browser.eval("""
                navigator.serviceWorker.register("/pages/worker.js").then(() => navigator.serviceWorker.ready).then(() => true)
                """)).isEqualTo(true);
        browser.until(
                "controlled",
                page -> page.eval("navigator.serviceWorker.controller !== null").equals(true));

        assertThat(browser.eval("""
                Promise.all([byFetch("/api/echo/", "form"), byFetch("/api/echo/", "text")]).then((echos) =>
                    echos.map(({ arrivals }) => arrivals))
                """)).isEqualTo(List.of(1L, 1L));
    }
}
