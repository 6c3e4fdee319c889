package dev.stile.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "CYNIC, cynic",
        "APRIL FOOL, april-fool",
        "BERENICE’S HAIR, berenices-hair",
        "R.I.P., rip",
        "CUI BONO?, cui-bono",
        "TZETZE (or TSETSE) FLY, tzetze-or-tsetse-fly",
        "'CONFIDANT, CONFIDANTE', confidant-confidante",
    })
    void of_headword_isLettersDigitsAndHyphens(String headword, String slug) {
        assertThat(Slug.of(headword)).isEqualTo(slug);
    }
}
