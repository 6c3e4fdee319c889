package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language visitors are asked, and with an operator's texts, style and logo. */
abstract class AppearanceContract {
    private static final Pattern LOGO =
            Pattern.compile("<img src=\"[^\"]*(/\\.stile/logo-[0-9a-f]{10}\\.svg)\" alt=\"\">");
    private static final Pattern STYLE =
            Pattern.compile("<link rel=\"stylesheet\" href=\"[^\"]*(/\\.stile/style-[0-9a-f]{10}\\.css)\">");

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    private App ownApp() {
        return server().running(Wars.always()
                .file("WEB-INF/page/messages.properties", "title = A <b>library</b>\n")
                .file("WEB-INF/page/messages_fr.properties", "title = Une bibliothèque\n")
                .file("WEB-INF/page/style.css", "main { border-radius: 0 }\n")
                .file(
                        "WEB-INF/page/logo.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>")
                .option("page-folder", "/WEB-INF/page"));
    }

    private static WireResponse asked(App app, String acceptLanguage) {
        return app.get("/page", HeaderSets.with(HeaderSets.FIREFOX, "Accept-Language", acceptLanguage));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE,de;q=0.9,en;q=0.8 | de      | ltr | Kurze Prüfung",
                "ar                      | ar      | rtl | فحص سريع",
                "zh-TW,zh;q=0.9          | zh-Hant | ltr | 快速檢查",
                "cy,tlh;q=0.5            | en      | ltr | A short check",
            })
    void page_forAVisitor_isInTheirLanguage(String header, String tag, String direction, String title) {
        WireResponse page = asked(app(), header);

        assertThat(page.header("content-language")).isEqualTo(tag);
        assertThat(page.text())
                .contains("<html lang=\"" + tag + "\" dir=\"" + direction + "\">", "<title>" + title + "</title>");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                "*",
                ";q=",
                "<script>alert(1)</script>",
                "de_DE",
                "q=1;q=1",
                "en;q=0",
                "%0d%0aX: y",
                "\"de\""
            })
    void A15_headerThatIsNone_isAnsweredInEnglish(String header) {
        WireResponse page = asked(app(), header);

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("content-language")).isEqualTo("en");
        assertThat(page.text()).doesNotContain("alert(1)");
    }

    @Test
    void A15_thousandsOfRangesAndSeveralHeaders_areReadAsFarAsTheBound() {
        WireResponse page = app().send(app().request("GET", "/page", HeaderSets.FIREFOX)
                .with("Accept-Language", "tlh,".repeat(700))
                .with("Accept-Language", "de"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("content-language")).isEqualTo("en");
    }

    @Test
    void language_ofTheOption_isThatOfEveryVisitor() {
        App app = server().running(Wars.always().option("language", "pt-PT"));

        assertThat(asked(app, "de").header("content-language")).isEqualTo("pt-PT");
    }

    @Test
    void folder_inTheApplication_isShownAndItsFilesAreServed() {
        App app = ownApp();
        WireResponse page = asked(app, "en");

        assertThat(page.text()).contains("<title>A &lt;b&gt;library&lt;/b&gt;</title>");
        assertThat(asked(app, "fr").text()).contains("<title>Une bibliothèque</title>");
        WireResponse style = app.get(found(STYLE, page), HeaderSets.FIREFOX);
        assertThat(style.header("content-type")).isEqualToIgnoringCase("text/css;charset=utf-8");
        assertThat(style.text()).isEqualTo("main { border-radius: 0 }\n");
        assertThat(style.header("cache-control")).contains("immutable");
        assertThat(app.get("/WEB-INF/page/style.css", HeaderSets.FIREFOX).status())
                .isNotEqualTo(200);
    }

    @Test
    void A19_logoOpenedByItself_isInASandboxWithoutScripts() {
        App app = ownApp();
        WireResponse logo = app.get(found(LOGO, asked(app, "en")), HeaderSets.FIREFOX);

        assertThat(logo.header("content-type")).isEqualTo("image/svg+xml");
        assertThat(logo.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(logo.header("content-security-policy"))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src", "allow-scripts");
    }

    private static String found(Pattern pattern, WireResponse page) {
        Matcher matcher = pattern.matcher(page.text());
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void mistakesInTheFolder_stopTheStartAndAreAllListed() {
        WarFolder war = Wars.readme()
                .file("WEB-INF/page/messages_de.properties", "titel = a\nback =\n")
                .file("WEB-INF/page/logo.gif", "GIF89a")
                .option("page-folder", "/WEB-INF/page")
                .option("language", "klingon");

        try (OperatorLog log = new OperatorLog()) {
            assertThat(server().starts("/broken-page", war)).isFalse();
            server().undeploy("/broken-page");
            assertThat(log.text())
                    .contains("Stile does not start", "language: 'klingon' is not allowed; allowed: auto, ar, ")
                    .contains("page-folder: messages_de.properties: there is no titel; allowed: ")
                    .contains("page-folder: messages_de.properties: back: it is empty; allowed: ")
                    .contains("page-folder: logo.gif: there is no such file; allowed: messages.properties, ");
        }
    }
}
