package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/,            /",
        "/a,           /a",
        "/a/b,         /a/b",
        "/a/,          /a/",
        "/*,           /",
        "/*,           /a",
        "/*,           /a/b/c",
        "/*,           ''",
        "/a/*,         /a",
        "/a/*,         /a/",
        "/a/*,         /a/b",
        "/a/*,         /a/b/c",
        "/a/*,         /a//b",
        "/sitemap*.xml, /sitemap.xml",
        "/sitemap*.xml, /sitemap-1.xml",
        "/sitemap*.xml, /sitemap.xml.xml",
        "/a*,          /a",
        "/a*,          /abc",
        "/*a,          /a",
        "/*a,          /cba",
        "/*a*,         /a",
        "/*a*,         /xax",
        "/a*b*c,       /abc",
        "/a*b*c,       /abcbc",
        "/a*b*c,       /a-b-b-c",
        "/*/b,         /a/b",
        "/*/b,         //b",
        "/*/*,         /a",
        "/*/*,         /a/b/c",
        "/a/*/c,       /a/b/c",
        "/a/b*/*,      /a/b1/c/d",
        "/a.b,         /a.b",
        "/a+(b)[c],    /a+(b)[c]",
        "/é,           /é",
        "/a b,         /a b",
    })
    void matches_pathOfTheSet_isTrue(String pattern, String path) {
        assertThat(matches(pattern, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/,            /a",
        "/,            ''",
        "/a,           /b",
        "/a,           /a/",
        "/a,           /a/b",
        "/a,           /A",
        "/a,           /ab",
        "/a,           //a",
        "/a,           a",
        "/a/,          /a",
        "/a/*,         /ab",
        "/a/*,         /b/a",
        "/a/*,         //a/b",
        "/a/*,         /A/b",
        "/a/*,         /",
        "/sitemap*.xml, /sitemap/a.xml",
        "/sitemap*.xml, /x/sitemap.xml",
        "/sitemap*.xml, /sitemap.xml/x",
        "/sitemap*.xml, /sitemapxml",
        "/a*,          /a/b",
        "/*a,          /ab",
        "/a*b*c,       /acb",
        "/a*b*c,       /ab",
        "/*/b,         /b",
        "/a/*/c,       /a/c",
        "/a/*/c,       /a/b/b/c",
        "/a.b,         /axb",
        "/a?b,         /axb",
        "/[ab],        /a",
    })
    void matches_pathOutsideTheSet_isFalse(String pattern, String path) {
        assertThat(matches(pattern, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "*", "**", " /a", "https://example.org/a"})
    void parse_notFromTheRoot_isNoPattern(String text) {
        assertThat(PathPattern.parse(text)).isEmpty();
    }

    /** Elsewhere two stars mean a tree: read as one segment, they would leave open what somebody meant to close. */
    @ParameterizedTest
    @ValueSource(strings = {"/**", "/admin/**", "/a**b", "/**/a", "/a/***"})
    void parse_twoStarsTogether_isNoPattern(String text) {
        assertThat(PathPattern.parse(text)).isEmpty();
    }

    /** A34. */
    @ParameterizedTest
    @CsvSource({
        "a*a*a*a*a*b,       4",
        "*a*a*a*a*a*a*a*ab, 4",
        "*b,                4",
        "a*,                4",
        "*,                 4",
    })
    void matches_manyStarsAndALongSegment_readsItAFewTimes(String glob, int times) {
        int length = 100_000;
        CountedText segment = new CountedText("a".repeat(length));
        PathPattern.matches(glob, false, segment);
        assertThat(segment.readings()).isLessThanOrEqualTo((long) times * length);
    }

    @Property
    void matches_anyGlob_readsNoMoreThanBothLengthsMultiplied(
            @ForAll("globs") String glob, @ForAll("segments") String segment) { // A34
        CountedText counted = new CountedText(segment);
        PathPattern.matches(glob, false, counted);
        assertThat(counted.readings()).isLessThanOrEqualTo((glob.length() + 1L) * (segment.length() + 1L));
    }

    @Property
    void matches_anyGlob_isTheRegularExpressionThatItStandsFor(
            @ForAll("globs") String glob, @ForAll("segments") String segment) {
        String expression = glob.chars()
                .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        assertThat(PathPattern.matches(glob, false, segment)).isEqualTo(segment.matches(expression));
    }

    /** Segments, empty ones among them, and trees. */
    @Property
    void matches_anyPath_isTheRegularExpressionThatThePatternStandsFor(
            @ForAll("patterns") String pattern, @ForAll("paths") String path) {
        boolean isTree = pattern.endsWith("/*");
        String root = isTree ? pattern.substring(0, pattern.length() - 2) : pattern;
        String expression = root.chars()
                .mapToObj(c -> c == '*' ? "[^/]*" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        assertThat(matches(pattern, path)).isEqualTo(path.matches(isTree ? expression + "(/.*)?" : expression));
    }

    @Property
    void parse_anyText_isAPatternOrNone(@ForAll String text, @ForAll String path) {
        Optional<PathPattern> pattern = PathPattern.parse("/" + text);
        pattern.ifPresent(parsed -> parsed.matches(path));
        assertThat(pattern.isPresent()).isEqualTo(!text.contains("**"));
    }

    @Property
    void matches_plainText_isItself(@ForAll("segments") String text) {
        assertThat(matches("/" + text, "/" + text)).isTrue();
    }

    @Test
    void equals_sameText_isEqual() {
        assertThat(PathPattern.parse("/a/*")).isEqualTo(PathPattern.parse("/a/*"));
        assertThat(PathPattern.parse("/a/*")).isNotEqualTo(PathPattern.parse("/a"));
        assertThat(PathPattern.parse("/a/*")).map(PathPattern::toString).hasValue("/a/*");
    }

    /** Of few letters, so that many match. */
    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars("ab*").ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> segments() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(14);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars("ab*/")
                .ofMaxLength(10)
                .filter(text -> !text.contains("**"))
                .map(text -> "/" + text);
    }

    /** With stars, which mean nothing in a path. */
    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("ab*/").ofMaxLength(12).map(text -> "/" + text);
    }

    private static boolean matches(String pattern, String path) {
        return PathPattern.parse(pattern).orElseThrow().matches(path);
    }
}
