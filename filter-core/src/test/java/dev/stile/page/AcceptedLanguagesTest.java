package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a visitor gets. */
class AcceptedLanguagesTest {
    private static final Map<String, String> TAGS = new Tables(Map.of(), Map.of()).ranges();
    private static final List<String> SUBTAGS = List.of("de", "en", "zh", "pt", "hant", "tw", "br", "pt", "x", "1996");

    private static String language(String... headers) {
        return AcceptedLanguages.of(Arrays.asList(headers)).lookup(TAGS).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What browsers send.
                "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7 | de",
                "en-US,en;q=0.5                      | en",
                "de,en-US;q=0.7,en;q=0.3             | de",
                "pl                                  | pl",
                "zh-CN,zh;q=0.9                      | zh",
                "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7 | zh-Hant",
                "zh-HK                               | zh-Hant",
                "zh-Hant-TW                          | zh-Hant",
                "zh-Hans-CN                          | zh",
                "zh-SG                               | zh",
                "pt-BR,pt;q=0.9                      | pt",
                "pt-PT,pt;q=0.9                      | pt-PT",
                "pt-AO                               | pt-PT",
                "pt                                  | pt",
                "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7    | nb",
                "nn-NO                               | nb",
                "no                                  | nb",
                "iw-IL                               | he",
                "in-ID                               | id",
                "sr-Latn-RS                          | sr",
                "es-419                              | es",
                "fa-AF                               | fa",
                // What is best and what is there.
                "cy-GB,cy;q=0.9,fr;q=0.8             | fr",
                "fr;q=0.5,de;q=0.9                   | de",
                "fr;q=0.5,de;q=0.5                   | fr",
                "FR-fr                               | fr",
                "de-Latn-DE-1996-x-abc               | de",
                "de-x-abc                            | de",
                "cy,tlh                              | none",
                "*                                   | none",
                "*;q=0.5, fr;q=0.1                   | fr",
                // What is not wanted.
                "de;q=0                              | none",
                "de-AT, de;q=0, fr;q=0.1             | fr",
                "zh-TW, zh-Hant;q=0, ja;q=0.1        | zh",
                "de, de-AT;q=0                       | de",
                // What is wrong is passed over, the rest is read.
                "de_DE, fr                           | fr",
                "fr;q=2, de                          | de",
                "fr;q=-1, de                         | de",
                "fr;q=, de                           | de",
                "fr;q=0.1234, de;q=0.1               | de",
                "fr;q=0.5;q=0.9, de;q=0.1            | de",
                "fr;level=1, de;q=0.1                | de",
                "abcdefghi, de                       | de",
                "d\u0435, fr                         | fr",
                ",,,fr,,,                            | fr",
                "fr ; Q=0.5 , de ; q=0.6             | de",
            })
    void lookup_ofAHeader_findsTheLanguage(String header, String tag) {
        assertThat(language(header)).isEqualTo(tag);
    }

    @Test
    void lookup_ofSeveralHeaders_readsThemAsOne() {
        assertThat(language("cy", "fr;q=0.5,de;q=0.6")).isEqualTo("de");
        assertThat(language()).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", ";", ";q=1", "q=1", "-", "-de", "de-", "de--AT", "\u0000", "*-DE", "de-*", "<b>"})
    void lookup_ofGarbage_findsNothing(String header) { // A15
        assertThat(language(header)).isEqualTo("none");
    }

    @Test
    void of_tenThousandRanges_readsTheFirstTwenty() { // A15
        AcceptedLanguages read = AcceptedLanguages.of(List.of("a,".repeat(10_000)));

        assertThat(read.wanted()).hasSize(AcceptedLanguages.MAX_RANGES);
        assertThat(language("xx,".repeat(19) + "fr")).isEqualTo("fr");
        assertThat(language("xx,".repeat(20) + "fr")).isEqualTo("none");
    }

    @Test
    void of_megabytes_readsWholeRangesOfTheFirstThousandCharacters() { // A15
        String padding = " ".repeat(AcceptedLanguages.MAX_LENGTH - 10);

        assertThat(language("a".repeat(10_000_000))).isEqualTo("none");
        assertThat(language("de," + "-".repeat(10_000_000))).isEqualTo("de");
        assertThat(language("de,", "x".repeat(10_000_000))).isEqualTo("de");
        // At the bound, "zh-Hant" must not be read as "zh".
        assertThat(language(padding + "zh-Hant-TW,")).isEqualTo("none");
        assertThat(language(padding.substring(3) + "zh-Hant-TW,")).isEqualTo("zh-Hant");
    }

    @Test
    void of_manyHeaders_readsTheFirst() { // A15
        List<String> headers = new ArrayList<>(List.of("de"));
        for (int i = 0; i < 100_000; i++) {
            headers.add("fr");
        }
        assertThat(AcceptedLanguages.of(headers).wanted())
                .hasSize(AcceptedLanguages.MAX_RANGES)
                .startsWith("de", "fr");
    }

    @Property
    void lookup_ofAnything_findsOneOfOursOrNothing(@ForAll List<String> headers) { // A15, A19
        Optional<String> found = AcceptedLanguages.of(headers).lookup(TAGS);

        assertThat(found.map(TAGS.values()::contains).orElse(true)).isTrue();
    }

    @Property
    void of_anything_readsABoundedPartOfIt(@ForAll("headersOfRanges") String header) {
        AcceptedLanguages read = AcceptedLanguages.of(List.of(header));

        assertThat(read.wanted().size() + read.unwanted().size()).isLessThanOrEqualTo(AcceptedLanguages.MAX_RANGES);
    }

    /** The JDK expands what it reads by equivalents, so it is given ranges that have none. */
    @Property(tries = 5_000)
    void lookup_ofRanges_findsWhatTheJdkFinds(
            @ForAll("rangeLists") List<String> ranges, @ForAll("rangeLists") List<String> tags) {
        Map<String, String> byRange = new TreeMap<>();
        tags.forEach(tag -> byRange.put(tag, tag));
        List<Locale.LanguageRange> wanted =
                ranges.stream().map(Locale.LanguageRange::new).toList();

        assertThat(AcceptedLanguages.of(ranges).lookup(byRange))
                .isEqualTo(Optional.ofNullable(Locale.lookupTag(wanted, byRange.keySet())));
    }

    @Provide
    Arbitrary<List<String>> rangeLists() {
        return ranges().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> ranges() {
        return Arbitraries.of(SUBTAGS.subList(0, 4))
                .flatMap(first -> Arbitraries.of(SUBTAGS)
                        .list()
                        .ofMaxSize(4)
                        .map(rest -> rest.isEmpty() ? first : first + "-" + String.join("-", rest)))
                .filter(range -> !range.endsWith("-x"));
    }

    @Provide
    Arbitrary<String> headersOfRanges() {
        return Arbitraries.of("de", "en-US", ";q=0", ";q=0.5", ",", " ", "*", "-", "zh-TW", "\u00e9")
                .list()
                .ofMaxSize(2_000)
                .map(parts -> String.join("", parts));
    }
}
