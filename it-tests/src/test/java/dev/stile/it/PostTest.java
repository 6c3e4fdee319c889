package dev.stile.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Network.Post;
import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A challenged form arrives once, as it was sent (A38). What is not kept is in {@link PostNotKeptTest}. Two posts are
 * compared byte for byte: the one that was challenged, which is what the browser sends of itself, and the one that the
 * page sends.
 */
class PostTest {
    /** Chooses a file with every byte, under a name that no charset but UTF-8 has. */
    private static final String CHOOSE = "(() => { const every = Uint8Array.from({ length: 256 }, (_, i) => i);"
            + " const file = new File([every, every], 'd\u00e4t\"ei \u2013 \u6587\ud83d\ude00.bin', { type: 'application/x-test' });"
            + " return choose(file); function choose(chosen) { const all = new DataTransfer(); all.items.add(chosen);"
            + " document.getElementById('file').files = all.files; return chosen.size; } })()";

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(Map.of("bits", "4", "rounds", "2"));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void a38_hardForm_inEveryTypeAndCharset_arrivesOnceByteForByte(Browser browser) {
        int number = 0;
        for (String type : List.of(Forms.MULTIPART, Forms.URLENCODED, Forms.TEXT)) {
            for (String charset : List.of("UTF-8", "windows-1252", "Shift_JIS", "accept")) {
                String target = Forms.TARGET + "?number=" + ++number;
                String page = charset.equals("accept")
                        ? Forms.page(demo, "UTF-8", type, target, " accept-charset=\"ISO-8859-1\"", Forms.FIELDS)
                        : Forms.page(demo, charset, type, target, "", Forms.FIELDS);
                browser.open(demo.url(page));
                browser.deleteCookies();
                assertThat(browser.eval(CHOOSE)).isEqualTo(512L);
                browser.click("#send");
                Forms.untilArrived(browser);

                List<Post> posts = demo.network().posts("?number=" + number);
                assertThat(browser.currentUrl()).isEqualTo(demo.url(target));
                assertThat(new String(posts.get(0).body(), ISO_8859_1)).contains("pressed");
                Forms.assertSentAgainAsItWas(posts);
            }
        }
        assertThat(demo.decisions("challenge/always")).isEqualTo(number);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(number);
    }

    @EveryEngine
    void a38_formOfTheDemo_arrivesAndBackSendsNothing(Browser browser) {
        browser.open(demo.url("/form"));
        browser.click("#send");
        Forms.untilArrived(browser);
        assertThat(browser.text("main"))
                .contains("3 values", "Ambrose Gwinnett Bierce", "na\u00efve", "no file was chosen");
        Forms.assertSentAgainAsItWas(demo.network().posts(Forms.TARGET));

        browser.back();
        untilFormOrSent(browser);
        browser.forward();
        browser.back();
        untilFormOrSent(browser);

        assertThat(demo.network().posts(Forms.TARGET)).hasSize(2);
    }

    /** Where the browser has kept the page that sent the form, that says so, and the form is one step further back. */
    private static void untilFormOrSent(Browser browser) {
        browser.until(
                "the form, or a page that is done",
                page -> page.exists("#letter")
                        || Boolean.TRUE.equals(
                                page.eval("document.querySelector('#status [data-text]').dataset.text === 'sent'")));
    }

    @EveryEngine
    void a38_formInAFrameOfTheSameOrigin_arrivesWithinIt(Browser browser) {
        browser.open(demo.url(Network.framing(Forms.page(demo, Forms.TARGET, ""))));
        browser.until(
                "sent",
                page -> page.eval("document.querySelector('iframe').contentDocument.getElementById('send').click()")
                        == null);
        browser.until(
                "arrived in the frame",
                page -> String.valueOf(page.eval("document.querySelector('iframe').contentDocument.title"))
                        .startsWith("It has arrived"));

        assertThat(browser.title()).isEqualTo("framing");
        Forms.assertSentAgainAsItWas(demo.network().posts(Forms.TARGET));
    }

    @EveryEngine
    void a38_formForANewTab_arrivesThere(Browser browser) {
        browser.open(demo.url(Forms.page(demo, Forms.TARGET, " target=\"_blank\"")));
        browser.click("#send");
        browser.until("arrived", page -> demo.decisions("allow/pass") > 0);

        assertThat(browser.title()).isEqualTo("form");
        Forms.assertSentAgainAsItWas(demo.network().posts(Forms.TARGET));
    }

    @EveryEngine
    void a38_twoTabsWithForms_arriveOnceEachByOneSolve(Browser browser) {
        demo.network().hold("/redeem");
        browser.open(demo.url(Forms.page(demo, "UTF-8", Forms.MULTIPART, Forms.TARGET + "?tab=1", "", Forms.FIELDS)));
        browser.click("#send");
        browser.until("it redeems", page -> demo.network().count("/redeem") == 1);
        String first = browser.tab();
        browser.newTab();
        browser.open(demo.url(
                Forms.page(demo, "windows-1252", Forms.URLENCODED, Forms.TARGET + "?tab=2", "", Forms.FIELDS)));
        browser.click("#send");
        Demo.untilSaid(browser, "waiting");
        demo.network().release();
        Forms.untilArrived(browser);
        browser.switchTo(first);
        Forms.untilArrived(browser);

        Forms.assertSentAgainAsItWas(demo.network().posts("?tab=1"));
        Forms.assertSentAgainAsItWas(demo.network().posts("?tab=2"));
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    /** As a shop does that sends its visitors on to where they pay. */
    @EveryEngine
    void a38_formThatIsAnsweredByARedirectToAnotherOrigin_getsThere(Browser browser) {
        demo.network().page("/network/paying", "text/html;charset=utf-8", "<title>paying</title>", US_ASCII);
        demo.network().redirectPosts(demo.url("other.test", "/network/paying"));
        browser.open(demo.url(Forms.page(demo, Forms.TARGET, "")));
        browser.click("#send");
        browser.until("paying", page -> page.title().equals("paying"));

        assertThat(demo.network().posts(Forms.TARGET)).hasSize(2);
    }

    /** As large as it may be: the form is a million bytes of the page. */
    @EveryEngine
    void a38_formNearTheLimit_arrives(Browser browser) {
        browser.open(demo.url("/form"));
        browser.eval(Forms.choose(1_000_000));
        browser.click("#send");
        Forms.untilArrived(browser);

        assertThat(browser.text("main")).contains("large.bin, 1000000 bytes");
        Forms.assertSentAgainAsItWas(demo.network().posts(Forms.TARGET));
    }

    /** Where browsers say so: on https, and at a loopback address. */
    @EveryEngine
    void a38_formWhoseSiteIsNamed_arrivesAndIsOfTheSameSite(Browser browser) {
        browser.open(demo.url(Demo.LOOPBACK, Forms.page(demo, Forms.TARGET, "")));
        browser.click("#send");
        Forms.untilArrived(browser);

        List<Post> posts = demo.network().posts(Forms.TARGET);
        Forms.assertSentAgainAsItWas(posts);
        assertThat(posts).extracting(post -> post.header("Sec-Fetch-Site")).containsOnly("same-origin");
        assertThat(posts).extracting(post -> post.header("Sec-Fetch-Mode")).containsOnly("navigate");
    }
}
