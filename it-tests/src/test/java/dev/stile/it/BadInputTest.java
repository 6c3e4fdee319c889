package dev.stile.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever is sent to an endpoint is answered with a status and reason of PROTOCOL §10, which says nothing of the
 * program's inside.
 */
class BadInputTest {
    private static Demo demo;

    @BeforeAll
    static void start() {
        demo = Demo.start();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET    | redeem | -                                 | 405 | wrong-method",
                "PUT    | redeem | Stile-Proof: AAAA                 | 405 | wrong-method",
                "POST   | redeem | -                                 | 400 | malformed",
                "POST   | redeem | Stile-Proof:                      | 400 | malformed",
                "POST   | redeem | Stile-Proof: AAAA                 | 400 | malformed",
                "POST   | redeem | Stile-Proof: AAB=                 | 400 | malformed",
                "POST   | redeem | Stile-Proof: ÿÿÿÿ                 | 400 | malformed",
                "POST   | redeem | Stile-Proof: A/Stile-Proof: B    | 400 | malformed",
                "POST   | redeem | Origin: http://other.test         | 403 | cross-site",
                "POST   | redeem | Origin: null                      | 403 | cross-site",
                "POST   | redeem | Sec-Fetch-Site: cross-site        | 403 | cross-site",
                "POST   | redeem | Sec-Fetch-Site: none              | 403 | cross-site",
                "GET    | challenge                              | - | 400 | malformed",
                "GET    | challenge?purpose=gate                 | - | 400 | malformed",
                "GET    | challenge?target=/                     | - | 400 | malformed",
                "GET    | challenge?purpose=gate&target=/&target=/ | - | 400 | malformed",
                "GET    | challenge?purpose=form&target=/        | - | 400 | unsupported-purpose",
                "GET    | challenge?purpose=gate&target=         | - | 400 | bad-target",
                "GET    | challenge?purpose=gate&target=//a      | - | 400 | bad-target",
                "GET    | challenge?purpose=gate&target=http:a   | - | 400 | bad-target",
                "GET    | challenge?purpose=gate&target=/%2e%2e/ | - | 400 | bad-target",
                "GET    | challenge?purpose=gate&target=/%0d%0a  | - | 400 | bad-target",
                "POST   | challenge?purpose=gate&target=/        | - | 405 | wrong-method",
                "GET    | nothing                                | - | 404 | not-found",
                "GET    | page.js                                | - | 404 | not-found",
                "GET    | redeem/more                            | - | 404 | not-found",
                "GET    | -                                      | - | 404 | not-found"
            })
    void send_badInput_isRefusedWithAReason(String method, String path, String header, int status, String reason)
            throws IOException {
        String answer = send(
                method,
                "/.stile/" + (path == null ? "" : path),
                header == null ? "" : header.replace("A/", "A\r\n") + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer)
                .containsIgnoringCase("\r\nContent-Type: application/problem+json")
                .contains("\r\nStile-Verdict: refuse\r\n", "\r\nCache-Control: no-store\r\n")
                .contains("\"type\":\"tag:stile.dev,2026:refuse\"", "\"reason\":\"" + reason + "\"");
        assertSaysNothingOfTheInside(answer);
        assertThat(demo.decisionsOf("/")).doesNotContainKeys("grant/fresh", "grant/kept");
    }

    @Test
    void send_proofThatIsTooLong_isTooLarge() throws IOException {
        String answer = send("POST", "/.stile/redeem", "Stile-Proof: " + "A".repeat(4_097) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"reason\":\"too-large\"");
    }

    @Test
    void send_queryThatIsTooLong_isRefusedByTheContainer() throws IOException {
        String answer = send("GET", "/.stile/challenge?purpose=gate&target=/" + "a".repeat(8_192), "");

        assertThat(answer).startsWith("HTTP/1.1 414 ");
        assertSaysNothingOfTheInside(answer);
    }

    @Test
    void send_targetThatIsTooLong_isABadTarget() throws IOException {
        String answer = send("GET", "/.stile/challenge?purpose=gate&target=/" + "a".repeat(1_024), "");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"reason\":\"bad-target\"");
    }

    @ParameterizedTest
    @CsvSource({"/always/..%2f", "/always%00/", "/x/../always/%2e%2e/..;/", "/%zz", "/always/\\"})
    void send_pathThatIsAmbiguous_isRefused(String path) throws IOException {
        String answer = send("GET", path, "");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertSaysNothingOfTheInside(answer);
    }

    private static void assertSaysNothingOfTheInside(String answer) {
        assertThat(answer)
                .doesNotContain("dev.stile.", "Exception", "\tat ", "org.eclipse", "jakarta.", "Jetty", "Powered");
    }

    /** A request as it stands, which no client library would send; and all that is answered. */
    private static String send(String method, String target, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), demo.port())) {
            String request = method + " " + target + " HTTP/1.1\r\nHost: example.test\r\nConnection: close\r\n"
                    + "Content-Length: 0\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
