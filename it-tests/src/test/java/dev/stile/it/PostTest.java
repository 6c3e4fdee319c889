package dev.stile.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Network.Post;
import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A challenged form arrives once, as it was sent (A38); what another site sends is never sent again (A44). Two posts are
 * compared byte for byte: the one that was challenged, which is what the browser sends of itself, and the one that the
 * page sends.
 */
class PostTest {
    private static final String MULTIPART = "multipart/form-data";
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String TEXT = "text/plain";
    private static final String TARGET = "/always/form";

    /** All that makes forms hard; in ASCII, so that the page is the same in every charset. */
    private static final String FIELDS = """
            <input name="text" value="Gr&#252;&#223;e &#8211; &#8222;Zitat&#8220; &#128512; &#28450;&#23383; a+b&amp;c=d%41">
            <textarea name="area">one
            two &#8364;

            four </textarea>
            <input type="hidden" name="_charset_">
            <input name="na&quot;m&#228;\\e;%22 &#10;x" value="odd name">
            <input name="same" value="1"><input name="other" value=""><input name="same" value="2">
            <input name="submit" value="s"><input name="action" value="a"><input name="method" value="m">
            <input name="constructor" value="c"><input name="__proto__" value="p">
            <input type="file" name="none">
            <input type="file" name="file" id="file">
            <input type="checkbox" name="box" checked><input type="checkbox" name="unchecked">
            <select multiple name="many"><option selected>x<option>y<option selected>z</select>
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <title>form</title>
            <form id="form" method="post" enctype="%s" action="%s"%s>
            %s
            <button id="send" name="button" value="pressed">send</button>
            </form>
            </html>
            """;

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

    /** A page with a form, and its path. */
    private String form(String charset, String type, String target, String more, String fields) {
        String path = "/network/form-" + charset;
        demo.network().page(path, "text/html;charset=" + charset, PAGE.formatted(type, target, more, fields), US_ASCII);
        return path;
    }

    private String form(String target, String more) {
        return form("UTF-8", URLENCODED, target, more, "<input name=\"a\" value=\"1\">");
    }

    private static void untilArrived(Browser browser) {
        browser.until("arrived", page -> page.title().startsWith("It has arrived"));
    }

    private static String boundary(Post post) {
        return post.header("Content-Type").replaceFirst("^[^;]*(; *boundary=)?", "");
    }

    /** A text whose characters are the bytes that were sent, with the same boundary for all. */
    private static String normalised(Post post, String text) {
        String boundary = boundary(post);
        return boundary.isEmpty() ? text : text.replace(boundary, "BOUNDARY");
    }

    private static void assertSentAgainAsItWas(List<Post> posts) {
        assertThat(posts).hasSize(2);
        Post first = posts.get(0);
        Post again = posts.get(1);
        assertThat(normalised(again, new String(again.body(), ISO_8859_1)))
                .isEqualTo(normalised(first, new String(first.body(), ISO_8859_1)));
        assertThat(normalised(again, again.header("Content-Type")))
                .isEqualTo(normalised(first, first.header("Content-Type")));
        assertThat(again.target()).isEqualTo(first.target());
        assertThat(again.header("Origin")).isEqualTo(first.header("Origin")).isNotEmpty();
        assertThat(again.header("Referer")).isEqualTo(first.header("Referer")).isNotEmpty();
        assertThat(again.header("Sec-Fetch-Site")).isEqualTo(first.header("Sec-Fetch-Site"));
        assertThat(first.header("Cookie")).doesNotContain("stile-");
        assertThat(again.header("Cookie")).contains("stile-");
    }

    @EveryEngine
    void a38_hardForm_inEveryTypeAndCharset_arrivesOnceByteForByte(Browser browser) {
        int number = 0;
        for (String type : List.of(MULTIPART, URLENCODED, TEXT)) {
            for (String charset : List.of("UTF-8", "windows-1252", "Shift_JIS", "accept")) {
                String target = TARGET + "?number=" + ++number;
                String page = charset.equals("accept")
                        ? form("UTF-8", type, target, " accept-charset=\"ISO-8859-1\"", FIELDS)
                        : form(charset, type, target, "", FIELDS);
                browser.open(demo.url(page));
                browser.deleteCookies();
                assertThat(browser.eval(CHOOSE)).isEqualTo(512L);
                browser.click("#send");
                untilArrived(browser);

                List<Post> posts = demo.network().posts("?number=" + number);
                assertThat(browser.currentUrl()).isEqualTo(demo.url(target));
                assertThat(new String(posts.get(0).body(), ISO_8859_1)).contains("pressed");
                assertSentAgainAsItWas(posts);
            }
        }
        assertThat(demo.decisions("challenge/always")).isEqualTo(number);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(number);
    }

    @EveryEngine
    void a38_formOfTheDemo_arrivesAndBackSendsNothing(Browser browser) {
        browser.open(demo.url("/form"));
        browser.click("#send");
        untilArrived(browser);
        assertThat(browser.text("main"))
                .contains("3 values", "Ambrose Gwinnett Bierce", "na\u00efve", "no file was chosen");
        assertSentAgainAsItWas(demo.network().posts(TARGET));

        browser.back();
        untilFormOrSent(browser);
        browser.forward();
        browser.back();
        untilFormOrSent(browser);

        assertThat(demo.network().posts(TARGET)).hasSize(2);
    }

    /** Where the browser has kept the page that sent the form, that says so, and the form is one step further back. */
    private static void untilFormOrSent(Browser browser) {
        browser.until(
                "the form, or a page that is done",
                page -> page.exists("#letter")
                        || Boolean.TRUE.equals(
                                page.eval("document.querySelector('#status [data-text]').dataset.text === 'sent'")));
    }

    private static String chooseLarge(int mib) {
        return "(() => { const all = new DataTransfer();"
                + " all.items.add(new File([new Uint8Array(" + (mib << 20) + ")], 'large.bin'));"
                + " document.getElementById('file').files = all.files; return all.files[0].size; })()";
    }

    @EveryEngine
    void a38_formOverTheLimit_saysSoBeforeAnyWorkAndArrivesByTheVisitorsHand(Browser browser) {
        browser.open(demo.url("/form"));
        browser.eval(chooseLarge(5));
        browser.click("#send");
        browser.until("the sentence", page -> page.text("main").contains("too large to be kept"));
        assertThat(browser.text("main")).contains("Start the check, then go back and send it again");
        browser.until("a button to start", page -> page.text("#act").equals("Start the check"));
        assertThat(demo.network().count("/.stile/worker")).isZero();
        assertThat(demo.network().count("/redeem")).isZero();

        browser.click("#act");
        browser.until("checked", page -> page.text("#act").equals("Go back"));
        assertThat(demo.network().posts(TARGET)).hasSize(1);
        browser.click("#act");
        browser.until("the form", page -> page.exists("#letter"));
        browser.eval(chooseLarge(5));
        browser.click("#send");
        untilArrived(browser);

        assertThat(browser.text("main")).contains("large.bin, 5242880 bytes");
        assertThat(demo.network().posts(TARGET)).hasSize(2);
    }

    @EveryEngine
    void a38_formFarOverTheLimit_isAnsweredByAPageAndNoBrokenConnection(Browser browser) {
        browser.open(demo.url("/form"));
        browser.eval(chooseLarge(30));
        browser.click("#send");
        browser.until("the sentence", page -> page.text("main").contains("too large to be kept"));

        assertThat(demo.network().count("/redeem")).isZero();
    }

    /** A browser runs the scripts of a page that it has got by half, too. */
    @EveryEngine
    void a38_pageWhoseConnectionEndsWithinTheForm_sendsNoHalfOfIt(Browser browser) {
        demo.network().cutForms();
        browser.open(demo.url(
                form("UTF-8", URLENCODED, TARGET, "", "<input name=a value=" + "1234567890".repeat(30) + ">")));
        browser.click("#send");
        browser.until("the page, or the browser's own", page -> !page.title().equals("form"));
        browser.until(
                "it is said that the form cannot be sent again, or nothing runs",
                page -> !page.exists("#act") || page.text("#act").equals("Start the check"));

        assertThat(demo.network().posts(TARGET)).hasSize(1);
    }

    @EveryEngine
    void a44_formOfAnotherSite_isNotSentAgainWithCookiesOrWithout(Browser browser) {
        String page = form(demo.url(TARGET), "");
        browser.open(demo.url("other.test", page));
        browser.click("#send");
        browser.until(
                "the sentence", shown -> shown.text("main").contains("does not seem to come from a page of this site"));
        assertThat(browser.exists("#act")).isFalse();

        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("other.test", page));
        browser.click("#send");
        browser.until(
                "the sentence", shown -> shown.text("main").contains("does not seem to come from a page of this site"));

        assertThat(demo.network().posts(TARGET)).hasSize(2);
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
    }

    @EveryEngine
    void a38_formInAFrameOfTheSameOrigin_arrivesWithinIt(Browser browser) {
        browser.open(demo.url(Network.framing(form(TARGET, ""))));
        browser.until(
                "sent",
                page -> page.eval("document.querySelector('iframe').contentDocument.getElementById('send').click()")
                        == null);
        browser.until(
                "arrived in the frame",
                page -> String.valueOf(page.eval("document.querySelector('iframe').contentDocument.title"))
                        .startsWith("It has arrived"));

        assertThat(browser.title()).isEqualTo("framing");
        assertSentAgainAsItWas(demo.network().posts(TARGET));
    }

    @EveryEngine
    void a38_formForANewTab_arrivesThere(Browser browser) {
        browser.open(demo.url(form(TARGET, " target=\"_blank\"")));
        browser.click("#send");
        browser.until("arrived", page -> demo.decisions("allow/pass") > 0);

        assertThat(browser.title()).isEqualTo("form");
        assertSentAgainAsItWas(demo.network().posts(TARGET));
    }

    @EveryEngine
    void a38_twoTabsWithForms_arriveOnceEachByOneSolve(Browser browser) {
        demo.network().hold("/redeem");
        browser.open(demo.url(form("UTF-8", MULTIPART, TARGET + "?tab=1", "", FIELDS)));
        browser.click("#send");
        browser.until("it redeems", page -> demo.network().count("/redeem") == 1);
        String first = browser.tab();
        browser.newTab();
        browser.open(demo.url(form("windows-1252", URLENCODED, TARGET + "?tab=2", "", FIELDS)));
        browser.click("#send");
        Demo.untilSaid(browser, "waiting");
        demo.network().release();
        untilArrived(browser);
        browser.switchTo(first);
        untilArrived(browser);

        assertSentAgainAsItWas(demo.network().posts("?tab=1"));
        assertSentAgainAsItWas(demo.network().posts("?tab=2"));
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    /** As a shop does that sends its visitors on to where they pay. */
    @EveryEngine
    void a38_formThatIsAnsweredByARedirectToAnotherOrigin_getsThere(Browser browser) {
        demo.network().page("/network/paying", "text/html;charset=utf-8", "<title>paying</title>", US_ASCII);
        demo.network().redirectPosts(demo.url("other.test", "/network/paying"));
        browser.open(demo.url(form(TARGET, "")));
        browser.click("#send");
        browser.until("paying", page -> page.title().equals("paying"));

        assertThat(demo.network().posts(TARGET)).hasSize(2);
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void a38_formWithScriptsOff_saysWhatToDo(Browser browser) {
        browser.open(demo.url("/form"));
        browser.click("#send");
        browser.untilExists("noscript p");

        assertThat(browser.text("noscript p")).contains("This page needs JavaScript.", "quote the reference below");
        assertThat(demo.network().posts(TARGET)).hasSize(1);
    }
}
