package dev.stile.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stile.demo.archive.Passage.Credit;
import dev.stile.demo.archive.Passage.Prose;
import dev.stile.demo.archive.Passage.Quote;
import dev.stile.demo.archive.Passage.Stanza;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private static final Archive ARCHIVE = Archive.bundled();

    @Test
    void bundled_holdsEveryEntryOfItsSource() {
        assertThat(ARCHIVE.entries()).hasSize(989);
        assertThat(ARCHIVE.letters()).hasSize(26).startsWith('A', 'B').endsWith('Y', 'Z');
    }

    @Test
    void bundled_leavesNoTraceOfItsSourceFormat() {
        assertThat(ARCHIVE.entries())
                .allSatisfy(entry -> assertThat(entry.plainText())
                        .isNotBlank()
                        .doesNotContain("--", "_", "{", "}", "\"", "'", "  ", "\t", "\n"));
    }

    @Test
    void find_prose_hasGrammarAndText() {
        assertThat(ARCHIVE.find("cynic")).hasValueSatisfying(entry -> {
            assertThat(entry.headword()).isEqualTo("CYNIC");
            assertThat(entry.grammar()).isEqualTo("n.");
            assertThat(entry.plainText())
                    .startsWith("A blackguard whose faulty vision sees things as they are, not as they ought to be.");
        });
    }

    @Test
    void find_verse_keepsStanzasLinesAndIndents() {
        assertThat(ARCHIVE.find("bacchus"))
                .hasValueSatisfying(entry -> assertThat(entry.passages())
                        .containsExactly(
                                new Prose(
                                        "A convenient deity invented by the ancients as an excuse for getting drunk."),
                                new Stanza(List.of(
                                        "Is public worship, then, a sin,",
                                        "    That for devotions paid to Bacchus",
                                        "The lictors dare to run us in,",
                                        "    And resolutely thump and whack us?")),
                                new Credit("Jorace")));
    }

    @Test
    void find_quotedProse_isOneParagraph() {
        assertThat(ARCHIVE.find("arrest"))
                .hasValueSatisfying(entry -> assertThat(entry.passages())
                        .contains(new Quote("God made the world in six days and was arrested on the seventh.")));
    }

    @Test
    void find_capitals_findsTheSame() {
        assertThat(ARCHIVE.find("April-Fool"))
                .isEqualTo(ARCHIVE.find("april-fool"))
                .isPresent();
    }

    @Test
    void find_wordThatStandsTwice_numbersTheSecond() {
        assertThat(ARCHIVE.find("reason"))
                .hasValueSatisfying(entry -> assertThat(entry.grammar()).isEqualTo("v.i."));
        assertThat(ARCHIVE.find("reason-2"))
                .hasValueSatisfying(entry -> assertThat(entry.grammar()).isEqualTo("n."));
    }

    @Test
    void find_unknownWord_isEmpty() {
        assertThat(ARCHIVE.find("servlet")).isEmpty();
        assertThat(ARCHIVE.find("")).isEmpty();
    }

    @Test
    void beforeAndAfter_atTheEnds_areEmpty() {
        Entry first = ARCHIVE.entries().get(0);
        Entry second = ARCHIVE.entries().get(1);
        Entry last = ARCHIVE.entries().get(ARCHIVE.entries().size() - 1);

        assertThat(ARCHIVE.before(first)).isEmpty();
        assertThat(ARCHIVE.after(first)).contains(second);
        assertThat(ARCHIVE.before(second)).contains(first);
        assertThat(ARCHIVE.after(last)).isEmpty();
    }

    @Test
    void before_entryOfAnotherArchive_isRefused() {
        Entry stranger = new Entry("STILE", "stile", "n.", List.of(new Prose("A way over a fence.")));

        assertThatThrownBy(() -> ARCHIVE.before(stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STILE");
    }

    @Test
    void references_leadToEntries() {
        assertThat(ARCHIVE.entries())
                .flatMap(Entry::passages)
                .flatMap(passage -> Inline.runs(passage.text()))
                .filteredOn(run -> run.kind() == Inline.Kind.REFERENCE)
                .hasSize(5)
                .allSatisfy(run -> assertThat(ARCHIVE.find(Slug.of(run.text()))).isPresent());
    }
}
