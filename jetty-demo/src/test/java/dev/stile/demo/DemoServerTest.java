package dev.stile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a client gets them, with the gate switched off: what the gate does is for the integration tests. */
class DemoServerTest {

    private static final Map<String, String> OFF = Map.of("mode", "off");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static DemoServer demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.builder()
                .application("/", OFF)
                .application("/other", OFF)
                .start();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "entries/",
                "entries/?letter=z",
                "entries/cynic",
                "search",
                "search?q=money&page=2",
                "always/",
                "always/frame",
                "always/entries/",
                "always/entries/cynic",
                "always/search?q=money",
                "decision",
                "form",
                "other/",
                "other/always/entries/cynic",
            })
    void page_known_isAnHtmlDocumentUnderAStrictPolicy(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe"));
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<h1>", "</html>")
                .doesNotContain("{}", "<script", "<style", " style=");
    }

    /** Its own gate asks everybody, and lets who runs no scripts wait. */
    @Test
    void text_withoutAPass_offersAWaitAndItsFilesAreOpen() throws Exception {
        HttpRequest page = HttpRequest.newBuilder(demo.uri().resolve("text/"))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> response = CLIENT.send(page, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("content=\"5;url=/text/.stile/wait?token=");
        assertThat(get("text/assets/demo.css").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "assets/demo.css, text/css;charset=UTF-8",
        "assets/favicon.svg, image/svg+xml",
        "robots.txt, text/plain;charset=utf-8",
    })
    void file_known_hasItsType(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "entries/servlet", "always/entries/servlet", "assets/", "assets/Site.class"})
    void page_unknown_is404(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("No such page");
    }

    private static HttpResponse<String> post(String path, String type, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(demo.uri().resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void form_thatArrived_isShownPartByPartAndEscaped() throws Exception {
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"<a>\"\r\n\r\n\u00fc & \ud83d\ude00\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"<x>.bin\"\r\n\r\nabc\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"g\"; filename=\"\"\r\n\r\n\r\n--b--\r\n";

        assertThat(post("always/form", "multipart/form-data; boundary=b", multipart)
                        .body())
                .contains(
                        "3 values",
                        "<dt>&lt;a&gt;</dt>\n<dd>\u00fc &amp; \ud83d\ude00</dd>",
                        "&lt;x&gt;.bin, 3 bytes, SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "no file was chosen");
        assertThat(post("always/form", "application/x-www-form-urlencoded", "a=1&b=%C3%BC&a=2")
                        .body())
                .contains("3 values", "<dd>\u00fc</dd>");
        assertThat(post("always/form", "text/plain", "a=<1>").body()).contains("One value", "<dd>a=&lt;1&gt;</dd>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form/forget", "scripts/forget"})
    void forget_ofThisSitesPageOnly_takesThePassesAway(String path) throws Exception {
        String origin = demo.uri().toString().replaceAll("/$", "");
        String type = "application/x-www-form-urlencoded";

        HttpResponse<String> own = post(path, type, "", "Origin", origin, "Cookie", "a=b; stile-x=y");
        HttpResponse<String> other = post(path, type, "", "Origin", "http://a.test", "Cookie", "stile-x=y");

        assertThat(own.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("stile-x=;")
                .contains("Max-Age=0", "Path=/");
        assertThat(other.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void forget_onThePageOfTheForm_leadsBackThere() throws Exception {
        assertThat(post("form/forget", "application/x-www-form-urlencoded", "")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/form");
    }

    @Test
    void page_ofAnotherContext_linksWithinIt() throws Exception {
        assertThat(get("other/entries/cynic").body())
                .contains("href=\"/other/assets/demo.css\"", "href=\"/other/entries/curse\"")
                .doesNotContain("href=\"/entries");
    }

    @Test
    void page_behindTheGate_linksWithinItsArea() throws Exception {
        assertThat(get("always/entries/cynic").body()).contains("rel=\"prev\" href=\"/always/entries/");
    }

    @Test
    void start_tellsLinesForThisHostAndPort() throws Exception {
        assertThat(get("").body()).contains("<kbd>curl -i " + demo.uri() + "entries/cynic</kbd>");
    }

    @Test
    void search_markupAsked_isEscaped() throws Exception {
        assertThat(get("search?q=%3Cscript%3E%22%27").body())
                .contains("value=\"&lt;script&gt;&quot;&#39;\"", "“&lt;script&gt;&quot;&#39;”")
                .doesNotContain("<script");
    }

    @Test
    void decision_headers_areEscapedAndCookiesHaveNoValues() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(demo.uri().resolve("decision"))
                .header("Accept-Language", "<b>en</b>")
                .header("Cookie", "stile-x=secret; other=alsosecret")
                .header("Authorization", "Basic c2VjcmV0")
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).body())
                .contains("<dd>&lt;b&gt;en&lt;/b&gt;</dd>", "<dd>stile-x, other</dd>")
                .doesNotContain("secret", "c2VjcmV0");
    }

    @Test
    void api_entry_isJson() throws Exception {
        HttpResponse<String> response = get("api/entries/rip");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(response.body())
                .startsWith("{\"headword\":\"R.I.P.\",\"grammar\":\"\",\"text\":[{\"kind\":\"prose\"");
    }

    @Test
    void api_search_isAPageOfResults() throws Exception {
        assertThat(get("other/api/search?q=lawyer").body())
                .startsWith("{\"query\":\"lawyer\",\"page\":1,\"pages\":1,\"total\":7,\"results\":[")
                .contains("{\"headword\":\"LAWYER\"", "\"entry\":\"/other/api/entries/lawyer\"");
    }

    @Test
    void api_unknownEntry_isAProblem() throws Exception {
        HttpResponse<String> response = get("api/entries/servlet");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries/cynic%2fx", "entries/%2e%2e%2fx", "entries/a%00b"})
    void request_malformed_is400WithoutTheProgramsInside(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("Exception", "at org.", "Jetty");
    }

    @Test
    void start_portInUse_isAnIOExceptionAndStatusOne() throws InterruptedException {
        int taken = demo.uri().getPort();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThatThrownBy(() -> DemoServer.builder().port(taken).start()).isInstanceOf(IOException.class);
        assertThat(Main.run(
                        System.out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        "--port",
                        String.valueOf(taken)))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Stile demo: ")
                .contains(String.valueOf(taken));
    }

    @Test
    void https_ownKeyStore_servesTheSamePages(@TempDir Path folder) throws Exception {
        Path keyStore = folder.resolve("demo.p12");
        String password = "not-a-secret";
        selfSignedKey(keyStore, password);
        try (DemoServer secure = DemoServer.builder()
                .application("/", OFF)
                .https(keyStore, password)
                .start()) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting(keyStore, password))
                    .build();
            HttpRequest request = HttpRequest.newBuilder(secure.httpsUri()).build();

            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains("curl -i " + secure.httpsUri() + "entries/cynic");
        }
    }

    private static void selfSignedKey(Path keyStore, String password) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "demo",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private static SSLContext trusting(Path keyStore, String password) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore own = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("demo", own.getCertificate("demo"));
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    @Test
    void httpsUri_withoutHttps_isRefused() {
        assertThatThrownBy(demo::httpsUri).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_twice_isQuiet() throws IOException {
        DemoServer other = DemoServer.builder().application("/app", OFF).start();

        assertThat(other.uri())
                .isEqualTo(URI.create("http://127.0.0.1:" + other.uri().getPort() + "/app/"));
        other.close();
        other.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create(demo.uri() + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
