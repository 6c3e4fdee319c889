package dev.stile.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stile.demo.archive.Passage.Credit;
import dev.stile.demo.archive.Passage.Prose;
import dev.stile.demo.archive.Passage.Quote;
import dev.stile.demo.archive.Passage.Stanza;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {

    @Test
    void read_everyTag_becomesItsPassage() throws IOException {
        assertThat(read("""
                # comment

                entry\tGATE
                grammar\tn.
                prose\tIt opens.
                quote\tIt shuts.
                stanza
                verse\tA gate
                verse\t  is late
                stanza
                verse\tagain
                by\tAnon.

                entry\tPOST
                prose\tIt stands.
                """))
                .containsExactly(
                        new Entry(
                                "GATE",
                                "gate",
                                "n.",
                                List.of(
                                        new Prose("It opens."),
                                        new Quote("It shuts."),
                                        new Stanza(List.of("A gate", "  is late")),
                                        new Stanza(List.of("again")),
                                        new Credit("Anon."))),
                        new Entry("POST", "post", "", List.of(new Prose("It stands."))));
    }

    @Test
    void read_unknownTag_namesTheLine() {
        assertThatThrownBy(() -> read("entry\tGATE\npoem\tA gate\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2: unknown tag poem");
    }

    @Test
    void read_entryWithoutText_isRefused() {
        assertThatThrownBy(() -> read("entry\tGATE\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry GATE has no text");
    }

    private static List<Entry> read(String text) throws IOException {
        return ArchiveReader.read(new BufferedReader(new StringReader(text)));
    }
}
