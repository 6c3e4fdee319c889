package dev.stile.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.demo.DemoServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScraperPageTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String IDLE = "data-running=\"false\"";
    private static final String RUNNING = "data-running=\"true\"";

    private DemoServer demo;

    @BeforeEach
    void start() throws IOException {
        demo = DemoServer.builder().application("/", Map.of("mode", "off")).start();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void page_beforeAnyRun_offersTheForm() throws Exception {
        assertThat(page())
                .contains(IDLE, "Nothing has run yet.", "<button id=\"start\" form=\"plan\">")
                .doesNotContain("<svg viewBox", " style=", "<script>");
    }

    @Test
    void start_fromItsOwnPage_runsAndShowsCharts() throws Exception {
        HttpResponse<String> started = post("start", "Sec-Fetch-Site", "same-origin", "kind=herd&pages=7&seconds=60");

        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(started.headers().firstValue("Location")).hasValue("/scraper/#state");
        assertThat(page())
                .contains(RUNNING, "<svg viewBox=\"0 0 60 40\"", "value=\"herd\" checked", "value=\"7\"")
                .doesNotContain("{}", " style=");
    }

    @Test
    void start_byOriginAlone_runs() throws Exception {
        String origin = demo.uri().resolve("/").toString().replaceFirst("/$", "");

        assertThat(post("start", "Origin", origin, "").statusCode()).isEqualTo(303);
        assertThat(page()).contains(RUNNING);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, http://elsewhere.example",
        "Origin, null",
        "X-Nothing, at-all",
    })
    void start_notFromItsOwnPage_isRefused(String header, String value) throws Exception {
        assertThat(post("start", header, value, "kind=flood").statusCode()).isEqualTo(403);
        assertThat(page()).contains(IDLE);
    }

    @Test
    void stop_notFromItsOwnPage_isRefused() throws Exception {
        post("start", "Sec-Fetch-Site", "same-origin", "seconds=60");

        assertThat(post("stop", "Sec-Fetch-Site", "cross-site", "").statusCode())
                .isEqualTo(403);
        assertThat(page()).contains(RUNNING);
    }

    @Test
    void start_whileOneRuns_showsThatOne() throws Exception {
        post("start", "Sec-Fetch-Site", "same-origin", "kind=flood&seconds=60");

        assertThat(post("start", "Sec-Fetch-Site", "same-origin", "kind=herd").statusCode())
                .isEqualTo(303);
        assertThat(page()).contains("value=\"flood\" checked");
    }

    @Test
    void start_withValuesOutOfBounds_takesItsOwn() throws Exception {
        post("start", "Sec-Fetch-Site", "same-origin", "kind=army&guise=%3Cb%3E&pages=101&seconds=61");

        assertThat(page())
                .contains("value=\"greedy\" checked", "value=\"browser\" checked", "value=\"60\"", "value=\"40\"")
                .doesNotContain("<b>\"");
    }

    @Test
    void get_ofAnAction_isNoPage() throws Exception {
        assertThat(get("start").statusCode()).isEqualTo(404);
        assertThat(post("none", "Sec-Fetch-Site", "same-origin", "").statusCode())
                .isEqualTo(404);
    }

    private String page() throws Exception {
        HttpResponse<String> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String header, String value, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString(form))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return demo.uri().resolve("scraper/" + path);
    }
}
