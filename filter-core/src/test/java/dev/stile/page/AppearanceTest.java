package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may say otherwise, and what becomes of mistakes. */
class AppearanceTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    private final List<String> problems = new ArrayList<>();

    private Appearance read(String language, Map<String, String> folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        folder.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Appearance.read(language, files, problems::add);
    }

    private Messages messages(String tag, Map<String, String> folder) {
        Messages messages = read("auto", folder).tables().messages(tag);
        assertThat(problems).isEmpty();
        return messages;
    }

    private static String english(String except) {
        return PropertyFile.read("messages/en.properties").entrySet().stream()
                .filter(text -> !text.getKey().equals(except))
                .map(text -> text.getKey() + " = " + text.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void messages_ofTheFolder_countBeforeOurs() {
        Map<String, String> folder = Map.of(
                "messages.properties", "title = Site\nback = Zur\u00fcck zur Site",
                "messages_de.properties", "\ufefftitle = Seite");

        assertThat(messages("de", folder).text("title")).isEqualTo("Seite");
        assertThat(messages("de", folder).text("back")).isEqualTo("Zur\u00fcck zur Site");
        assertThat(messages("de", folder).text("load")).isEqualTo("Seite laden");
        assertThat(messages("ar", folder).text("title")).isEqualTo("Site");
        assertThat(messages("ar", folder).direction()).isEqualTo("rtl");
    }

    @Test
    void messages_ofARegion_areOverThoseOfItsLanguage() {
        Map<String, String> folder = Map.of(
                "messages_de.properties", "title = Seite\nheading = Kopf",
                "messages_de_AT.properties", "title = Servus");

        Messages austrian = messages("de-AT", folder);
        assertThat(austrian.language()).isEqualTo("de-AT");
        assertThat(List.of(austrian.text("title"), austrian.text("heading"), austrian.text("load")))
                .containsExactly("Servus", "Kopf", "Seite laden");
        assertThat(messages("de", folder).text("title")).isEqualTo("Seite");
    }

    @Test
    void messages_ofALanguageThatWeHaveNot_areItsOwn() {
        Map<String, String> folder = Map.of(
                "messages_yi.properties", english("explanation") + "\nexplanation = \u05d3\u05d9\u05d6\u05e2 site");

        assertThat(messages("yi", folder).direction()).isEqualTo("rtl");
        assertThat(messages("cy", Map.of("messages_cy.properties", english(""))).direction())
                .isEqualTo("ltr");
        assertThat(new Languages(read("auto", folder), "/.stile", "tag", new BrowserFiles(Appearance.OURS))
                        .pages(name -> List.of("yi-US"))
                        .language())
                .isEqualTo("yi");
    }

    @Test
    void messages_ofALanguageThatWeHaveNotAndIncomplete_areAProblem() {
        read("auto", Map.of("messages_cy.properties", english("wait.spent")));

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("messages_cy.properties: it lacks wait.spent; allowed: ");
    }

    @Test
    void texts_withMarkup_areEscaped_A19() {
        Appearance appearance =
                read("auto", Map.of("messages.properties", "heading = <script>alert(\"1\")</script>&amp;"));
        Pages pages = new Languages(appearance, "/.stile", "tag", new BrowserFiles(appearance)).pages("en");

        assertThat(new String(pages.denied().render("REF"), StandardCharsets.UTF_8))
                .doesNotContain("<script");
        assertThat(new String(pages.notice().render("foreign", "REF", Optional.empty()), StandardCharsets.UTF_8))
                .contains("<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;</h1>");
    }

    @Test
    void files_ofTheFolder_areOnEveryPageAndServed() {
        Appearance appearance = read("auto", Map.of("style.css", "main{}", "logo.svg", SVG));
        BrowserFiles files = new BrowserFiles(appearance);
        Pages pages = new Languages(appearance, "/app/.stile", "tag", files).pages("de");

        String style = files.paths("/app/.stile").getOrDefault("style.css", "");
        String logo = files.paths("/app/.stile").getOrDefault("logo", "");
        assertThat(style).matches("/app/\\.stile/style-[0-9a-f]{10}\\.css");
        assertThat(logo).matches("/app/\\.stile/logo-[0-9a-f]{10}\\.svg");
        assertThat(new String(pages.denied().render("REF"), StandardCharsets.UTF_8))
                .containsSubsequence("/page-", "<link rel=\"stylesheet\" href=\"" + style + "\">", "</head>")
                .contains("<img src=\"" + logo + "\" alt=\"\">")
                .doesNotContain("<svg");
        assertThat(files.find(logo.substring(logo.lastIndexOf('/') + 1)))
                .hasValueSatisfying(file -> assertThat(file.contentType()).isEqualTo("image/svg+xml"));
    }

    @Test
    void files_ofOtherContent_haveOtherNames() {
        assertThat(read("auto", Map.of("style.css", "a{}")).files().get("style.css"))
                .extracting(OwnFile::hashedName)
                .isNotEqualTo(read("auto", Map.of("style.css", "b{}"))
                        .files()
                        .get("style.css")
                        .hashedName());
    }

    @Test
    void logo_asPng_isTaken() {
        Appearance appearance = Appearance.read("auto", new TreeMap<>(Map.of("logo.png", PNG)), problems::add);

        assertThat(problems).isEmpty();
        assertThat(appearance.files()).containsOnlyKeys("logo");
        assertThat(new BrowserFiles(appearance).paths("").get("logo")).endsWith(".png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages.properties    | titel = a             | there is no titel; allowed: arrived, ",
                "messages.properties    | title =               | title: it is empty; allowed: ",
                "messages_de.properties | title = {{challenge}} | title: it has {{; allowed: ",
                "messages_de.properties | remaining = bald      | remaining: it has {time} 0 times; allowed: once",
                "messages_de.properties | remaining = {time} {time} | remaining: it has {time} 2 times; allowed: once",
                "messages_de.properties | title = {time}        | title: it has {time} 1 times; allowed: ",
                "messages_de.properties | title = a\\u0000      | title: it has a control character",
                "messages_de.properties | title = a\\nb         | title: it has a control character or a line break",
                "messages_de.properties | title = \\u12         | there is a \\u without four hexadecimal digits",
                "messages_d.properties  | title = a             | 'd' is no language tag; allowed: ",
                "messages_deutschland.properties | title = a    | 'deutschland' is no language tag",
                "messages_de-.properties | title = a            | 'de-' is no language tag",
                "messages_.properties   | title = a             | there is no such file; allowed: messages.properties, ",
                "message.properties     | title = a             | there is no such file; allowed: messages.properties, ",
                "Style.css              | a{}                   | there is no such file; allowed: messages.properties, ",
                "sub/                   | a                     | there is no such file; allowed: messages.properties, ",
                "logo.svg               | <svg/>                | it is no SVG image; allowed: <svg xmlns=",
                "logo.png               | GIF89a                | it is no PNG image; allowed: ",
            })
    void mistake_inAFile_namesFileAndWhatIsAllowed(String name, String text, String problem) {
        read("auto", Map.of(name, text));

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("page-folder: " + name + ": " + problem)
                .contains("; allowed: ");
    }

    @Test
    void mistakes_ofAllFiles_areListedAtOnce() {
        Map<String, String> folder = new TreeMap<>(Map.of(
                "messages.properties", "title = \nback = {{\nx = y",
                "messages_pt-PT.properties", "title = a",
                "messages_pt_PT.properties", "title = a",
                "logo.svg", SVG,
                "logo.png", "x",
                "style.css", "a".repeat(Appearance.MAX_FILE_BYTES + 1),
                "README", ""));
        read("klingon", folder);

        assertThat(problems)
                .hasSize(9)
                .anyMatch(problem -> problem.startsWith("page-folder: style.css: it has more than 65536 bytes"))
                .anyMatch(problem -> problem.startsWith("page-folder: messages_pt_PT.properties: there are two files"))
                .anyMatch(problem -> problem.startsWith("page-folder: logo.png: there is logo.svg too"))
                .anyMatch(problem -> problem.startsWith("language: 'klingon' is not allowed; allowed: auto, ar, bg, "));
    }

    @Test
    void texts_atTheBound_areTakenAndNotAbove() {
        read("auto", Map.of("messages.properties", "title = " + "a".repeat(500)));
        assertThat(problems).isEmpty();
        read("auto", Map.of("messages.properties", "title = " + "a".repeat(501)));
        assertThat(problems).singleElement().asString().contains("it has 501 characters; allowed: up to 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_de.properties", "style.css", "logo.svg"})
    void file_inAnotherEncoding_isAProblem(String name) {
        Appearance.read("auto", new TreeMap<>(Map.of(name, new byte[] {'a', '=', (byte) 0xe9})), problems::add);

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("page-folder: " + name + ": ")
                .contains("UTF-8");
    }

    @Test
    void language_ofTheFolder_mayBeTheOnlyOne() {
        assertThat(read("cy", Map.of("messages_cy.properties", english(""))).language())
                .hasValue("cy");
        assertThat(problems).isEmpty();
    }

    @Test
    void documentation_ofAppearance_hasAllKeysAndLanguages() throws IOException {
        String text = Files.readString(Path.of("../docs/appearance.md"));
        Map<String, String> english = PropertyFile.read("messages/en.properties");

        assertThat(english)
                .allSatisfy((key, sentence) -> assertThat(text).contains("| `" + key + "` | " + sentence + " |"));
        assertThat(Appearance.OURS.tables().tags())
                .allSatisfy(tag -> assertThat(text).contains("\n| `" + tag + "` | "))
                .hasSize(text.substring(text.indexOf("## Languages"), text.indexOf("## Keys"))
                                .split("\n\\| `", -1)
                                .length
                        - 1);
        assertThat(text).contains("come in " + Appearance.OURS.tables().tags().size() + "\n");
    }
}
