package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.client.ProtocolClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What goes wrong has a sentence of its own, and trying again works as soon as it is right again. Nothing goes round for
 * ever.
 */
class FailuresTest {
    private static final String RETRY = "#act";

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
    void redeem_thatGetsNoAnswer_saysSo(Browser browser) {
        demo.network().lose("/redeem");
        assertFails(browser, "network", "The site did not answer.");
        assertRetryArrives(browser);
    }

    @EveryEngine
    void renew_thatGetsNoAnswer_saysSo(Browser browser) {
        demo.network().refuseRedeems("unknown-key");
        demo.network().lose("/challenge?");
        assertFails(browser, "network", "The site did not answer.");
        assertRetryArrives(browser);
    }

    @EveryEngine
    void redeem_refusedForGood_saysSoWithTheReferenceAndDoesNotTryAgain(Browser browser) {
        demo.network().refuseRedeems("forged");
        assertFails(browser, "refused", "The site did not accept the result.");
        assertThat(browser.text("#reference")).isEqualTo("network-01");
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
        assertRetryArrives(browser);
    }

    @EveryEngine
    void redeem_thatIsTooLateTwice_saysSo(Browser browser) {
        demo.network().refuseRedeems("expired");
        assertFails(browser, "expired", "This took too long.");
        assertThat(demo.network().count("/redeem")).isEqualTo(2);
        assertRetryArrives(browser);
    }

    @EveryEngine
    void redeem_fromAnotherNetworkTwice_saysSo(Browser browser) {
        demo.network().refuseRedeems("wrong-network");
        assertFails(browser, "moved", "Your connection changed on the way.");
        assertThat(demo.network().count("/redeem")).isEqualTo(2);
        assertRetryArrives(browser);
    }

    @EveryEngine
    void redeem_whileTheStoreIsFull_saysSo(Browser browser) {
        demo.network().refuseRedeems("unavailable");
        assertFails(browser, "busy", "The site is busy.");
        assertThat(demo.network().count("/redeem")).isEqualTo(2);
        assertRetryArrives(browser);
    }

    @EveryEngine
    void work_thatOutlivesItsChallengeTwice_saysSo(Browser browser) {
        demo.network().prelude("const now = performance.now.bind(performance); performance.now = () => 1e5 * now()");
        assertFails(browser, "expired", "This took too long.");
        assertThat(demo.network().count("/redeem")).isZero();
        browser.eval("delete performance.now");
        assertRetryArrives(browser);
    }

    @EveryEngine
    void script_thatIsBlocked_saysSo(Browser browser) {
        demo.network().block("/.stile/worker", "/.stile/scalar");
        assertFails(browser, "blocked", "The calculation could not start.");
        assertRetryArrives(browser);
    }

    @EveryEngine
    void workers_thatAPolicyForbids_areDoneWithout(Browser browser) {
        demo.network().forbidWorkers();
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);

        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    @EveryEngine
    void browser_thatLacksWhatIsNeeded_isToldSoWithoutARetry(Browser browser) {
        demo.network().prelude("delete window.AbortController");
        assertFails(browser, "browser", "This browser is too old.");

        assertThat(Demo.isShown(browser, RETRY)).isFalse();
        assertThat(demo.network().count("/redeem")).isZero();
    }

    @EveryEngine
    void pass_thatIsLostOnTheWay_isNoticedAfterOneSolve(Browser browser) {
        demo.network().loseCookies();
        assertFails(browser, "loop", "You passed, but the site asks again.");

        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
        assertRetryArrives(browser);
    }

    /** By a host name on plain http browsers drop cookies that are Secure. */
    @EveryEngine
    void pass_thatTheBrowserDrops_isNoticedAfterOneSolveEachTime(Browser browser) {
        demo.close();
        demo = Demo.start(Map.of("secure-cookie", "always"));
        assertFails(browser, "loop", "You passed, but the site asks again.");
        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);

        browser.click(RETRY);
        browser.until("asked again", page -> demo.decisions("challenge/always") == 3);
        Demo.untilSaid(browser, "failed.loop");
        assertThat(demo.decisions("challenge/always")).isEqualTo(3);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(2);
    }

    /** The page comes with a challenge that a server gave before it was started anew. */
    @EveryEngine
    void restart_duringTheWork_costsOneMoreSolve(Browser browser) {
        String old = new ProtocolClient(demo.loopback(), Map.of("User-Agent", "stile-it"))
                .get("/.stile/challenge?purpose=gate&target=/always/")
                .json()
                .string("challenge")
                .orElseThrow();
        demo.close();
        demo = Demo.start();
        demo.network().prelude("document.onreadystatechange = () => stile.dataset.challenge = '" + old + "'");
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);

        assertThat(demo.decisionsOf("/"))
                .containsAllEntriesOf(Map.of("refuse/unknown-key", 1L, "offer/asked", 1L, "grant/fresh", 1L));
    }

    private void assertFails(Browser browser, String failure, String sentence) {
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        watch.assertTold(browser, "failed." + failure);

        assertThat(browser.text("#status")).startsWith(sentence);
        assertThat(Demo.isShown(browser, "#work")).isFalse();
        assertThat(demo.decisionsOf("/")).doesNotContainKey("allow/pass");
    }

    private void assertRetryArrives(Browser browser) {
        assertThat(Demo.isShown(browser, RETRY)).isTrue();
        demo.network().mend();
        browser.click(RETRY);
        Demo.untilArrived(browser);
    }
}
