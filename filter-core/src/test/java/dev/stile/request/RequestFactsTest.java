package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFactsTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST"})
    void isNavigation_modeSaysSo_is(String method) {
        assertThat(request(method, Map.of("Sec-Fetch-Mode", "navigate")).isNavigation())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cors", "no-cors", "websocket", "Navigate"})
    void isNavigation_modeSaysOtherwise_isNot(String mode) { // A39
        Map<String, String> headers = Map.of("Sec-Fetch-Mode", mode, "Accept", HTML);
        assertThat(request("GET", headers).isNavigation()).isFalse();
        assertThat(request("POST", headers).isNavigation()).isFalse();
    }

    /** So Firefox calls a navigation that a service worker hands on. */
    @Test
    void isNavigation_modeSameOriginThatAcceptsHtml_is() {
        assertThat(request("GET", Map.of("Sec-Fetch-Mode", "same-origin", "Accept", HTML))
                        .isNavigation())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"text/html", "'text/html,*/*;q=0.8'", "TEXT/HTML", "'application/xml, text/html'"})
    void isNavigation_noModeButAcceptsHtml_is(String accept) {
        assertThat(request("GET", Map.of("Accept", accept)).isNavigation()).isTrue();
        assertThat(request("POST", Map.of("Accept", accept)).isNavigation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/event-stream", "image/*", ""})
    void isNavigation_noModeAndAcceptsOtherThings_isNot(String accept) { // A39
        assertThat(request("GET", Map.of("Accept", accept)).isNavigation()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Requested-With", "HX-Request"})
    void isNavigation_noModeButAScriptsHeader_isNot(String header) { // A39
        Map<String, String> headers = Map.of("Accept", HTML, header, "true");
        assertThat(request("GET", headers).isNavigation()).isFalse();
        assertThat(request("POST", headers).isNavigation()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "get", "post", ""})
    void isNavigation_otherMethod_isNot(String method) {
        assertThat(request(method, Map.of("Sec-Fetch-Mode", "navigate", "Accept", HTML))
                        .isNavigation())
                .isFalse();
    }

    @Test
    void isNavigation_noHeaders_isNot() {
        assertThat(request("GET", Map.of()).isNavigation()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "style", "script", "font", "video", "worker", "manifest"})
    void isSubResource_destinationIsAPart_is(String destination) {
        assertThat(request("GET", Map.of("Sec-Fetch-Dest", destination)).isSubResource())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "iframe", "empty", "Image", "x"})
    void isSubResource_destinationIsNoPart_isNotWhateverTheNameAndAccept(String destination) { // A12
        Map<String, String> headers = Map.of("Sec-Fetch-Dest", destination, "Accept", "image/*");
        assertThat(at("/logo.png", headers).isSubResource()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/a,image/avif",
        "/a,'image/png,*/*;q=0.5'",
        "/a,'text/css,*/*;q=0.1'",
        "/a.css,*/*",
        "/b/a.JS,*/*",
        "/a.svg,"
    })
    void isSubResource_noDestination_acceptOrNameTells(String path, String accept) {
        assertThat(at(path, accept == null ? Map.of() : Map.of("Accept", accept))
                        .isSubResource())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/a,*/*", "/a.html,*/*", "/a.json,*/*", "/v1.js/a,*/*", "/js,*/*", "/,*/*", "/a.svg,'text/html,*/*'"})
    void isSubResource_noDestinationAndNothingTells_isNot(String path, String accept) { // A12
        assertThat(at(path, Map.of("Accept", accept)).isSubResource()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "OPTIONS"})
    void isSubResource_otherMethod_isNot(String method) {
        assertThat(request(method, Map.of("Sec-Fetch-Dest", "image")).isSubResource())
                .isFalse();
    }

    @Test
    void family_noUserAgent_isOther() { // A25
        assertThat(request("GET", Map.of()).family()).isEqualTo(BrowserFamily.OTHER);
    }

    @Test
    void passes_listChangedAfterwards_areAsTheyWere() {
        List<String> passes = new ArrayList<>(List.of("one"));
        RequestFacts facts = facts("GET", "/", name -> List.of(), passes);
        passes.add("two");
        assertThat(facts.passes()).containsExactly("one");
    }

    private static RequestFacts at(String path, Map<String, String> headers) {
        return facts(
                "GET", path, name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(), List.of());
    }

    private static RequestFacts request(String method, Map<String, String> headers) {
        return facts(
                method, "/", name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(), List.of());
    }

    private static RequestFacts facts(String method, String path, Headers headers, List<String> passes) {
        return new RequestFacts(
                Endpoint.PAGE,
                method,
                path,
                "",
                Target.ROOT,
                new Host("example.org"),
                true,
                ClientAddress.parse("192.0.2.1"),
                headers,
                passes,
                ApplicationFacts.NONE);
    }
}
