package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD, ranges and conditions: answered as if they were not there by the gate, and by the application as ever. */
abstract class CachingContract {
    private static final String FILE = "/index.html";
    private static final List<String> OF_A_FILE =
            List.of("etag", "last-modified", "accept-ranges", "content-range", "expires", "age");

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    static Stream<Map<String, String>> conditions() {
        return Stream.of(
                Map.of("Range", "bytes=0-3"),
                Map.of("Range", "bytes=0-3", "If-Range", "\"any\""),
                Map.of("If-None-Match", "*"),
                Map.of("If-Match", "\"none\""),
                Map.of("If-Modified-Since", "Fri, 01 Jan 2038 00:00:00 GMT"),
                Map.of("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void a41_conditionsOfAPageWithoutPass_areNotLookedAt(Map<String, String> conditions) {
        WireResponse plain = app().get(FILE, HeaderSets.FIREFOX);

        WireResponse page =
                app().send(app().request("GET", FILE, HeaderSets.FIREFOX).with(conditions));
        WireResponse problem =
                app().send(app().request("GET", FILE, HeaderSets.FIREFOX_FETCH).with(conditions));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("id=\"stile\"").doesNotContain("STATIC-PAGE");
        assertThat(names(page)).isEqualTo(names(plain)).doesNotContainAnyElementsOf(OF_A_FILE);
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.text()).startsWith("{").doesNotContain("STATIC-PAGE");
        assertThat(names(problem)).doesNotContainAnyElementsOf(OF_A_FILE);
    }

    private static List<String> names(WireResponse response) {
        return response.headers().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void range_withPass_isTheApplications() {
        Visitor visitor = Visitor.withPass(app());
        byte[] whole = visitor.get(FILE).body();

        WireResponse part =
                visitor.send(app().request("GET", FILE, HeaderSets.FIREFOX).with("Range", "bytes=3-7"));

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("content-range")).isEqualTo("bytes 3-7/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 3, 8));
    }

    @Test
    void condition_withPass_isTheApplications() {
        Visitor visitor = Visitor.withPass(app());
        String modified = visitor.get(FILE).header("last-modified");

        WireResponse unchanged =
                visitor.send(app().request("GET", FILE, HeaderSets.FIREFOX).with("If-Modified-Since", modified));

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.verdict()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FILE, "/page", "/no-such-page", "/.stile/no-such-file"})
    void head_ofAnything_hasTheHeadersOfGet(String path) {
        assertThat(head(Visitor.of(app()), path)).isEqualTo(get(Visitor.of(app()), path));
        Visitor visitor = Visitor.withPass(app());
        assertThat(head(visitor, path)).isEqualTo(get(visitor, path));
    }

    private String head(Visitor visitor, String path) {
        WireResponse response = visitor.send(app().request("HEAD", path, HeaderSets.FIREFOX));
        assertThat(response.body()).isEmpty();
        return statusAndHeaders(response);
    }

    private String get(Visitor visitor, String path) {
        return statusAndHeaders(visitor.get(path));
    }

    /** The length of a page varies with its challenge; containers need not tell it for HEAD (RFC 9110 §8.6). */
    private static String statusAndHeaders(WireResponse response) {
        return response.status() + " "
                + response.headers().stream()
                        .filter(header -> !List.of("content-length", "date", "transfer-encoding")
                                .contains(header.getKey()))
                        .toList();
    }
}
