package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.TextBrowser;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text browsers read the page, wait, and get to the content, with cookies that they keep themselves. */
class TextBrowserTest {
    private static final Pattern CONTINUE = Pattern.compile("http://\\S+/\\.stile/wait\\?\\S+");

    @TempDir
    private Path folder;

    /** The address of the link "Continue": the last of the addresses that are listed below the page. */
    private static String link(String page) {
        Matcher link = CONTINUE.matcher(page);
        return link.results().reduce((one, other) -> other).orElseThrow().group();
    }

    private static String joined(String page) {
        return page.replaceAll("\\s+", " ");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.stile.it.browser.TextBrowser#names")
    void wait_inATextBrowser_leadsToTheContent(String name) {
        try (Demo demo = WaitingDemo.start(folder, 1, 3);
                TextBrowser browser = TextBrowser.start(name)) {
            String cynic = demo.url(Demo.LOOPBACK, "/always/entries/cynic");
            String page = browser.show(cynic);
            assertThat(joined(page))
                    .contains("A short check")
                    .contains(
                            "Without JavaScript this takes a few seconds. Then the page continues by itself. If it does"
                                    + " not, follow this link:")
                    .contains("Reference for the operator of this site:")
                    .doesNotContain("Time left", "Cookies are off", "Your browser is calculating", "{");

            String wait = link(page);
            Awaitility.await()
                    .atMost(Browser.PATIENCE)
                    .until(() -> browser.show(wait).contains("A blackguard whose faulty vision"));
            assertThat(browser.show(cynic)).contains("A blackguard whose faulty vision");
            assertThat(browser.show(demo.url(Demo.LOOPBACK, "/always/entries/damn")))
                    .contains("DAMN");

            assertThat(joined(browser.show(cynic)))
                    .contains("Without JavaScript, only a few pages at a time are open to your network.")
                    .doesNotContain("Continue");
            assertThat(demo.decisions("waited/fresh")).isEqualTo(1);
            assertThat(demo.decisionsOf("/")).doesNotContainKeys("grant/fresh");
        }
    }
}
