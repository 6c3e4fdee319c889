package dev.stile.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.demo.archive.Inline.Kind;
import dev.stile.demo.archive.Inline.Run;
import org.junit.jupiter.api.Test;

class InlineTest {

    @Test
    void runs_bothMarks_areTakenApart() {
        assertThat(Inline.runs("See {LOGIC}, _ad hoc_."))
                .containsExactly(
                        new Run(Kind.TEXT, "See "),
                        new Run(Kind.REFERENCE, "LOGIC"),
                        new Run(Kind.TEXT, ", "),
                        new Run(Kind.EMPHASIS, "ad hoc"),
                        new Run(Kind.TEXT, "."));
    }

    @Test
    void runs_markWithoutItsEnd_staysText() {
        assertThat(Inline.runs("snake_case {open")).containsExactly(new Run(Kind.TEXT, "snake_case {open"));
    }

    @Test
    void plain_linesAndIndents_becomeOneLine() {
        assertThat(Inline.plain("_One_\n    two")).isEqualTo("One / two");
    }
}
