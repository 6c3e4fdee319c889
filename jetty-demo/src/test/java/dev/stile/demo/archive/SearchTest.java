package dev.stile.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.demo.archive.Excerpt.Piece;
import dev.stile.demo.archive.Passage.Prose;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Search SEARCH = new Search(new Archive(List.of(
            entry("BRIDGE", "A way over the water, which some call a gate."),
            entry("FLOODGATE", "What holds the water."),
            entry("GATE", "A hole in the fence. Don’t leave it open — the cows fly."),
            entry("GATEWAY", "A gate with pretensions."))));

    private static final Search MANY = new Search(new Archive(IntStream.rangeClosed(1, 45)
            .mapToObj(number -> entry("WORD " + number, "Said often."))
            .toList()));

    @Test
    void find_anyCapitals_findsHeadwordAndText() {
        assertThat(headwords("PRETENSIONS")).containsExactly("GATEWAY");
        assertThat(headwords("bridge")).containsExactly("BRIDGE");
    }

    @Test
    void find_severalPlaces_ranksTheWordThenItsBeginningThenItsInsideThenTexts() {
        assertThat(headwords("gate")).containsExactly("GATE", "GATEWAY", "FLOODGATE", "BRIDGE");
    }

    @Test
    void find_severalWords_wantsAllInAnyOrder() {
        assertThat(headwords("water gate")).containsExactly("BRIDGE", "FLOODGATE");
        assertThat(headwords("water cows")).isEmpty();
    }

    @Test
    void find_typewriterQuotesAndDashes_meetTypographicOnes() {
        assertThat(headwords("don't")).containsExactly("GATE");
        assertThat(headwords("open -")).containsExactly("GATE");
    }

    @Test
    void find_nothingAsked_findsNothing() {
        assertThat(SEARCH.find(new Query("  "), 1).total()).isZero();
    }

    @Test
    void find_nothingThere_isOneEmptyPage() {
        assertThat(SEARCH.find(new Query("servlet"), 7)).isEqualTo(new Page<>(List.of(), 1, 1, 0));
    }

    @Test
    void find_manyHits_areCutIntoPages() {
        Page<Search.Hit> last = MANY.find(new Query("word"), 3);

        assertThat(last.items()).hasSize(5);
        assertThat(last.count()).isEqualTo(3);
        assertThat(last.total()).isEqualTo(45);
        assertThat(MANY.find(new Query("word"), Integer.MAX_VALUE)).isEqualTo(last);
        assertThat(MANY.find(new Query("word"), Integer.MIN_VALUE)).isEqualTo(MANY.find(new Query("word"), 1));
    }

    @Test
    void find_hit_marksEveryPlaceAsItIsWritten() {
        assertThat(SEARCH.find(new Query("don't A"), 1).items().get(0).excerpt().pieces())
                .startsWith(
                        new Piece("A", true),
                        new Piece(" hole in the fence. ", false),
                        new Piece("Don’t", true),
                        new Piece(" le", false),
                        new Piece("a", true));
    }

    @Test
    void excerpt_longText_isCutAtWordsAroundTheFirstPlace() {
        String text = "before ".repeat(50) + "needle" + " after".repeat(50);

        Excerpt excerpt = Excerpt.of(text, List.of("needle"));

        String shown = excerpt.pieces().stream().map(Piece::text).collect(Collectors.joining());
        assertThat(shown).startsWith("… before ").endsWith(" after …").hasSizeLessThan(220);
        assertThat(excerpt.pieces()).contains(new Piece("needle", true));
    }

    @Test
    void query_tooLong_isCut() {
        assertThat(new Query("x".repeat(5000)).text()).hasSize(Query.MAX_LENGTH);
        assertThat(new Query("a b c d e f g h i j").terms()).hasSize(8);
    }

    private static List<String> headwords(String query) {
        return SEARCH.find(new Query(query), 1).items().stream()
                .map(hit -> hit.entry().headword())
                .toList();
    }

    private static Entry entry(String headword, String text) {
        return new Entry(headword, Slug.of(headword), "n.", List.of(new Prose(text)));
    }
}
