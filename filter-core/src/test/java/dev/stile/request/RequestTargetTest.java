package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Target;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource({
        "/,        ,            /",
        "/a,       ,            /a",
        "/a,       '',          /a?",
        "/a,       b=c&d=e,     /a?b=c&d=e",
        "/a,       b=/../c,     /a?b=/../c",
        "/a,       ?,           /a??",
        "/a;x=1/b, ,            /a;x=1/b",
        "/a%20b,   c%20d,       /a%20b?c%20d",
        "/é,       ö,           /%C3%A9?%C3%B6",
        "/a,       'b c',       /a?b%20c",
        "/a,       'b\\c#d',    /a?b%5Cc%23d",
        "/a,       '\"<>`{|}',  '/a?\"<>`{|}'",
        "/a,       '\u2028',    /a?%E2%80%A8",
        "/a,       'b\r\nc',    /a?b%0D%0Ac",
        "/a,       '\u0000',    /a?%00",
    })
    void of_request_isItsPathAndQueryEncoded(String path, String query, String target) { // A18, A19
        assertThat(RequestTarget.of(path, query).text()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "//evil.example",
                "//",
                "///",
                "https://evil.example/",
                "http:evil",
                "javascript:alert(1)",
                "/a/../b",
                "/..",
                "/.",
                "/a/.",
                "/%2e%2E/a",
                "\\\\evil.example",
                "?",
                "?a",
                "#",
                "evil.example"
            })
    void of_pathThatIsNoTarget_isTheRoot(String path) { // A17, A21
        assertThat(RequestTarget.of(path, null)).isEqualTo(Target.ROOT);
        assertThat(RequestTarget.of(path, "a=b")).isEqualTo(Target.ROOT);
    }

    @Test
    void of_backslashAfterTheFirstSlash_isEncoded() { // A17
        assertThat(RequestTarget.of("/\\evil.example", null).text()).isEqualTo("/%5Cevil.example");
    }

    @Test
    void of_longestRequest_isWhole() {
        String query = "q".repeat(1024 - 3);
        assertThat(RequestTarget.of("/a", query).text()).isEqualTo("/a?" + query);
    }

    @Test
    void of_queryOneTooLong_isThePath() { // A15
        assertThat(RequestTarget.of("/a", "q".repeat(1024 - 2)).text()).isEqualTo("/a");
    }

    @Test
    void of_queryTooLongOnceEncoded_isThePath() {
        assertThat(RequestTarget.of("/a", "é".repeat(200)).text()).isEqualTo("/a");
    }

    @Test
    void of_longestPath_isWhole() {
        String path = "/" + "a".repeat(1023);
        assertThat(RequestTarget.of(path, null).text()).isEqualTo(path);
        assertThat(RequestTarget.of(path, "b").text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1 << 20})
    void of_pathTooLong_isTheRoot(int length) { // A15
        assertThat(RequestTarget.of("/" + "a".repeat(length), "b")).isEqualTo(Target.ROOT);
    }

    @Property
    void of_anyRequest_isATarget(@ForAll String path, @ForAll String query) {
        Target target = RequestTarget.of(path, query);
        assertThat(Target.parse(target.text()).passed()).hasValue(target);
    }

    @Property
    void of_anyPathFromTheRoot_isATarget(@ForAll String path) {
        Target target = RequestTarget.of("/" + path, null);
        assertThat(Target.parse(target.text()).passed()).hasValue(target);
    }

    @Property
    void of_target_isItself(@ForAll("targetText") String text) {
        Target.parse("/" + text)
                .passed()
                .ifPresent(target ->
                        assertThat(RequestTarget.of(target.text(), null)).isEqualTo(target));
    }

    @Property
    void of_encodedOnce_isNotEncodedAgain(@ForAll String path, @ForAll String query) {
        Target once = RequestTarget.of("/" + path, query);
        assertThat(RequestTarget.of(once.text(), null)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> targetText() {
        return Arbitraries.strings().withChars("/.%2eE?ab;=&").ofMaxLength(20);
    }
}
