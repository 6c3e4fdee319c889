package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.gate.NoScript;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Secret;
import dev.stile.protocol.Target;
import dev.stile.request.FormBody;
import dev.stile.request.SentForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in every language. */
class LanguagesTest {
    private static final BrowserFiles FILES = new BrowserFiles(Appearance.OURS);
    private static final Languages LANGUAGES = new Languages(Appearance.OURS, "/.stile", "tag", FILES);
    private static final Challenge CHALLENGE = new ChallengeIssuer(
                    new KeyRing(List.of(Secret.of(new byte[32])), "", new byte[0]), 60)
            .issue(
                    Purpose.GATE,
                    new Difficulty(14, 16),
                    Level.TWO,
                    new Host("example.org"),
                    NetworkPrefix.UNKNOWN,
                    1_800_000_000L);
    private static final Target TARGET = new Target("/archive?q=stile");

    static Set<String> tags() {
        return Appearance.OURS.tables().tags();
    }

    private static byte[] interstitial(Pages pages, SentForm form, NoScript noScript) {
        return pages.interstitial()
                .render(CHALLENGE, TARGET, "REF", form, noScript)
                .bytes();
    }

    private static Stream<byte[]> all(Pages pages) {
        return Stream.of(
                interstitial(pages, SentForm.NONE, NoScript.EXPLAINED),
                interstitial(pages, SentForm.NONE, new NoScript.Spent()),
                interstitial(pages, SentForm.NONE, new NoScript.Wait("token", 5)),
                interstitial(pages, new SentForm.Kept("text/plain", FormBody.of(new byte[] {97})), NoScript.EXPLAINED),
                interstitial(pages, new SentForm.NotKept(SentForm.Reason.LARGE), NoScript.EXPLAINED),
                interstitial(pages, new SentForm.NotKept(SentForm.Reason.UNKEPT), NoScript.EXPLAINED),
                pages.denied().render("REF"),
                pages.notice().render("foreign", "REF", Optional.empty()),
                pages.notice().render("foreign", "REF", Optional.of("/a")),
                pages.notice().renderWait("REF", 5, "/.stile/wait"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void pages_ofALanguage_areInItsLanguageAndDirection(String tag) {
        Pages pages = LANGUAGES.pages(tag);
        Messages messages = Appearance.OURS.tables().messages(tag);

        assertThat(pages.language()).isEqualTo(tag);
        assertThat(all(pages).map(page -> new String(page, StandardCharsets.UTF_8)))
                .hasSize(10)
                .allSatisfy(page -> assertThat(page)
                        .contains("<html lang=\"" + tag + "\" dir=\"" + messages.direction() + "\">")
                        .contains(Html.escaped(messages.text("reference")))
                        .contains("<svg ")
                        .doesNotContain("{{", "<img"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void page_ofALanguage_isSmallWithAllItsFiles(String tag) {
        assertThat(download(tag)).isLessThan(tag.equals(Tables.ENGLISH) ? 12_000 : 14_000);
    }

    @Test
    void pages_ofAllLanguages_areSmall(TestReporter reporter) {
        String largest = tags().stream()
                .max(Comparator.comparingInt(LanguagesTest::download))
                .orElseThrow();
        reporter.publishEntry("largest page", largest + ", " + download(largest) + " bytes with all files, gzipped");
        assertThat(download(largest)).isLessThan(14_000);
    }

    /** Bytes of the page and its files as served, gzipped, with the larger of the two files that solve. */
    private static int download(String tag) {
        return gzipped(interstitial(LANGUAGES.pages(tag), SentForm.NONE, NoScript.EXPLAINED))
                + gzippedFile("page.css")
                + gzippedFile("page.js")
                + Math.max(gzippedFile("worker.js"), gzippedFile("scalar.js"));
    }

    private static int gzippedFile(String name) {
        String path = FILES.paths("").getOrDefault(name, "/");
        return FILES.find(path.substring(1)).orElseThrow().gzip().length;
    }

    private static int gzipped(byte[] page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    @Test
    void pages_withoutAHeader_areInEnglish() {
        assertThat(LANGUAGES.pages(name -> List.of()).language()).isEqualTo("en");
    }

    @Test
    void pages_forAHeader_areMadeOnceAndKept() {
        assertThat(LANGUAGES.pages(name -> List.of("zh-TW")))
                .isSameAs(LANGUAGES.pages(name -> List.of("zh-Hant")))
                .extracting(Pages::language)
                .isEqualTo("zh-Hant");
    }

    @Test
    void pages_ofOneLanguage_areThatWhateverIsAsked() {
        Appearance french = Appearance.read("fr", new TreeMap<>(), problem -> {});
        Languages languages = new Languages(french, "/.stile", "tag", FILES);

        assertThat(languages.pages(name -> List.of("de")).language()).isEqualTo("fr");
    }
}
