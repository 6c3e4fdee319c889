package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {
    @ParameterizedTest
    @CsvSource({"a+, aaa, true", "a+, aab, false", "a+, baa, false", "(?i)a, A, true", "^a$, a, true"})
    void matches_wholeText(String expression, String text, boolean matches) {
        assertThat(LinearPattern.compile(expression).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[z-a]", "(?=a)", "(a)\\1", "*a", "a**b(", "\\"})
    void compile_notAnExpressionOfRe2_illegal(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearPattern.compile(expression))
                .withMessageStartingWith("it is no regular expression of RE2: ");
    }

    /** A34. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000})",
                "(a{1000}){3}",
                "(a{1,1000}){3,}",
                "((((((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2})",
            })
    void compile_nestOfRepetitions_isRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearPattern.compile(expression))
                .withMessage("its repetitions come to too much");
    }

    @Test
    void compile_longExpression_isRefused() { // A34
        LinearPattern.compile("a".repeat(LinearPattern.MAX_LENGTH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearPattern.compile("a".repeat(LinearPattern.MAX_LENGTH + 1)))
                .withMessage("it has more than 500 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "[0-9]{1,3}(\\.[0-9]{1,3}){3}",
                "/[^/]{1,255}",
            })
    void compile_ordinaryRepetitions_areFine(String expression) {
        assertThat(LinearPattern.compile(expression).toString()).isEqualTo(expression);
    }

    /** A34: each makes engines backtrack, by a power or worse; the JDK's takes seconds for the fourth and 32 letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {"(a+)+$", "(a|aa)+$", "(a*)*b", "(.*a){12}$", "a?a?a?a?a?a?a?a?aaaaaaaa", "(a|a?)+$", ".*.*.*b"})
    void matches_catastrophicPattern_readsEachCharacterAFewTimes(String expression) {
        LinearPattern pattern = LinearPattern.compile(expression);
        assertThat(readings(pattern, 10_000)).isLessThanOrEqualTo(3 * 10_000);
        assertThat(readings(pattern, 20_000)).isLessThanOrEqualTo(3 * 20_000);
    }

    @Property(tries = 200)
    void matches_anyPatternOfFewLetters_readsEachCharacterAFewTimes(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 5) String letters,
            @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'c') String text) { // A34
        CountedText counted = new CountedText(text);
        LinearPattern.compile("((" + letters + ")*a?)*b").matches(counted);
        assertThat(counted.readings()).isLessThanOrEqualTo(3L * text.length() + 3);
    }

    private static long readings(LinearPattern pattern, int length) {
        CountedText text = new CountedText("a".repeat(length - 1) + "!");
        pattern.matches(text);
        return text.readings();
    }
}
