package dev.stile.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo explains a decision that it is told the reference of. */
class DecisionByReferenceTest {

    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([0-9A-Z]{10})\"");

    private static DemoServer demo;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.builder()
                .application("/", Map.of("exempt-paths", "/decision"))
                .start();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private static String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(demo.uri().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void decision_ofAReference_isExplained() throws Exception {
        Matcher challenge = REFERENCE.matcher(get("always/"));
        assertThat(challenge.find()).isTrue();

        assertThat(get("decision?reference=" + challenge.group(1)))
                .contains("<dd>challenge, because: always</dd>", "<dd>GET /always/</dd>", " bits: ");
    }

    @Test
    void decision_ofAnUnknownReference_isNotMadeUp() throws Exception {
        assertThat(get("decision?reference=%3Cscript%3E"))
                .contains("No decision of this reference", "&lt;script&gt;")
                .doesNotContain("<script>");
    }
}
