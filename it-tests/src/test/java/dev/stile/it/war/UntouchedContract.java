package dev.stile.it.war;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The application sees its request as if there were no filter (A42): what arrives at it is compared with what arrives
 * in mode {@code off}.
 */
abstract class UntouchedContract {
    private static final String FORM = "application/x-www-form-urlencoded";

    abstract RunningServer server();

    private App off() {
        return server().running(Wars.readme().option("mode", "off"));
    }

    /** A request by its way; each character of the texts is a byte. */
    record Sent(String method, String path, Map<String, String> headers, String contentType, String body) {
        WireRequest to(App app) {
            WireRequest request = app.request(method, path, HeaderSets.FIREFOX)
                    .with(headers)
                    .with("X-Twice", "a")
                    .with("x-twice", "b");
            return body.isEmpty() ? request : request.withBody(contentType, body.getBytes(ISO_8859_1));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Sent> requests() {
        return Stream.of(
                new Sent("GET", "/echo/parameters?b=2&a=1&b=3&c&=x&d=%C3%A9+%26", Map.of(), "", ""),
                new Sent("GET", "/echo/a%20b;x=y/c%C3%A9?q=a%2Fb", Map.of("X-Odd", "\u00e9 \" , ;"), "", ""),
                new Sent("HEAD", "/echo/body", Map.of(), "", ""),
                new Sent("DELETE", "/echo/body", Map.of(), "", ""),
                new Sent("POST", "/echo/parameters?a=0", Map.of(), FORM, "a=1&b=%C3%A9&a=2&empty=&b=+"),
                new Sent("POST", "/echo/body", Map.of(), FORM, "a=1&b=%C3%A9&a=2"),
                new Sent("POST", "/echo/body", Map.of(), "multipart/form-data; boundary=B", multipart()),
                new Sent("PUT", "/echo/body", Map.of(), "application/octet-stream", allBytes()),
                new Sent(
                        "POST", "/echo/body", Map.of("Accept", "application/json"), "application/json", "{\"a\":[1]}"));
    }

    private static String multipart() {
        return "--B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n2\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + allBytes() + "\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--B--\r\n";
    }

    private static String allBytes() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return new String(bytes, ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a42_calmRequest_arrivesUntouched(Sent sent) {
        App app = server().running(Wars.readme());

        WireResponse expected = off().send(sent.to(off()));

        assertThat(app.send(sent.to(app)).text()).isEqualTo(expected.text());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a42_requestWithPass_arrivesUntouched(Sent sent) {
        App app = server().running(Wars.always());
        Visitor visitor = Visitor.withPass(app);

        WireResponse expected = off().send(sent.to(off()));
        WireResponse actual = visitor.send(sent.to(app));

        assertThat(actual.status()).isEqualTo(200);
        assertThat(actual.text()).isEqualTo(expected.text());
        assertThat(actual.headers().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(
                        expected.headers().stream().map(Map.Entry::getKey).toList());
    }
}
