package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table of sentences is whole, and each sentence is used. */
class MessageTablesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/stile/page");
    private static final Tables TABLES = new Tables(Map.of(), Map.of());
    private static final Pattern USED = Pattern.compile("\\{\\{m\\.([a-z.]+)}}");

    /** Of which the Java code takes the one that fits. */
    private static final List<String> NOTICES = List.of("foreign", "large", "unkept");

    static Set<String> tags() {
        return TABLES.tags();
    }

    private static Set<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .forEach(name -> names.add(name.substring(0, name.length() - ending.length())));
            return names;
        }
    }

    @Test
    void list_ofLanguages_namesEachTableAndNoOther() throws IOException {
        Set<String> tables = files(FOLDER.resolve("messages"), ".properties");
        tables.remove("languages");

        assertThat(tags()).isEqualTo(tables).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void list_ofLanguages_hasCanonicalTags() {
        assertThat(tags())
                .allSatisfy(tag ->
                        assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void table_ofALanguage_hasTheKeysOfEnglishInTheirOrder(String tag) throws IOException {
        assertThat(keys(tag)).isEqualTo(keys(Tables.ENGLISH)).doesNotHaveDuplicates();
    }

    /** As they stand in the file: reading it as properties loses their order and what is there twice. */
    private static List<String> keys(String tag) throws IOException {
        return Files.readAllLines(FOLDER.resolve("messages/" + tag + ".properties")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void table_ofALanguage_hasPlainSentences(String tag) {
        assertThat(TABLES.messages(tag).texts()).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()).doesNotContain("  ", "{{", "\\");
            assertThat(text).as(key).doesNotContainPattern("[<>&\\p{Cntrl}\"]");
            assertThat(text.split("\\{time}", -1)).as(key).hasSize(key.equals("remaining") ? 2 : 1);
            assertThat(text.replace("{time}", "")).as(key).doesNotContainPattern("[{}]");
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void table_ofALanguage_isTranslated(String tag) {
        Map<String, String> english = TABLES.messages(Tables.ENGLISH).texts();
        Map<String, String> texts = TABLES.messages(tag).texts();

        assertThat(texts.entrySet().stream().filter(text -> text.getValue().equals(english.get(text.getKey()))))
                .hasSize(tag.equals(Tables.ENGLISH) ? english.size() : 0);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void direction_ofALanguage_isThatOfItsLetters(String tag) {
        Messages messages = TABLES.messages(tag);
        boolean fromTheLeft =
                new Bidi(messages.text("explanation"), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();

        assertThat(messages.direction()).isEqualTo(fromTheLeft ? "ltr" : "rtl");
    }

    @Test
    void direction_fromRightToLeft_isThatOfFourLanguages() {
        assertThat(tags().stream()
                        .filter(tag -> TABLES.messages(tag).direction().equals("rtl")))
                .containsExactly("ar", "fa", "he", "ur");
    }

    @Test
    void typography_ofALanguage_isItsOwn() {
        assertThat(List.of("ar", "fa", "ur"))
                .allSatisfy(tag -> assertThat(TABLES.messages(tag).texts().values())
                        .as(tag)
                        .noneMatch(text -> text.contains("?") || text.contains(",") || text.contains(";")));
        assertThat(TABLES.messages("fr").texts().values())
                .noneMatch(text ->
                        Pattern.compile("[^\u00a0\u202f][:;?!]").matcher(text).find());
        assertThat(List.of("ja", "zh", "zh-Hant"))
                .allSatisfy(tag -> assertThat(TABLES.messages(tag).texts().values())
                        .as(tag)
                        .noneMatch(
                                text -> Pattern.compile("[,;:?!]").matcher(text).find()));
        assertThat(List.of("hi", "bn"))
                .allSatisfy(tag ->
                        assertThat(TABLES.messages(tag).text("working")).as(tag).endsWith("\u0964"));
    }

    @Test
    void keys_ofTheTables_areThoseThatPagesUse() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String page : files(FOLDER, ".html")) {
            USED.matcher(Files.readString(FOLDER.resolve(page + ".html")))
                    .results()
                    .forEach(place -> used.add(place.group(1)));
        }
        NOTICES.forEach(key -> used.addAll(List.of(key, key + ".do")));

        assertThat(Tables.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void keys_thatSayWhatToDo_haveOneThatSaysWhatHappened() {
        assertThat(Tables.keys().stream().filter(key -> key.endsWith(".do")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Tables.keys()).contains(key.substring(0, key.length() - 3)));
    }
}
