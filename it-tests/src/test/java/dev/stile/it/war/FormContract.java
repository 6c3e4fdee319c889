package dev.stile.it.war;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.war.app.HeadEaterFilter;
import dev.stile.it.war.app.ParameterFilter;
import dev.stile.it.war.app.PlainFilter;
import dev.stile.it.war.app.QueueingFilter;
import dev.stile.it.war.app.StreamWrappingFilter;
import dev.stile.it.war.app.WaitingRequest;
import dev.stile.it.war.app.WaitingStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of the body of a challenged {@code POST} (A38, A44), and what bodies that are large, slow or never whole may
 * cost (A16).
 */
abstract class FormContract {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;

    /** More than any of the containers has threads by default. */
    private static final int MANY = 250;

    private static final Pattern FORM = Pattern.compile(
            "<template id=\"form\" data-type=\"([^\"]*)\" data-length=\"[0-9]+\">([A-Za-z0-9+/=]*)</template>");

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    private App withLimit() {
        return server().running(Wars.always().option("form-limit-kib", "16"));
    }

    private App hasty() {
        return server().running(Wars.always().option("form-seconds", "1"));
    }

    /** A form of this origin, by its head. */
    private static WireRequest form(App app) {
        return app.request("POST", "/echo/body", HeaderSets.FIREFOX).with("Origin", "http://" + app.host());
    }

    private static WireRequest form(App app, String contentType, byte[] body) {
        return form(app).withBody(contentType, body);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static void assertKept(WireResponse page, String contentType, byte[] body) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.verdict()).isEqualTo("challenge");
        assertThat(page.text()).contains("data-form=\"kept\"");
        Matcher form = FORM.matcher(page.text());
        assertThat(form.find()).isTrue();
        assertThat(form.group(1)).isEqualTo(contentType);
        assertThat(Base64.getDecoder().decode(form.group(2))).isEqualTo(body);
        assertThat(page.header("content-length")).isEqualTo(String.valueOf(page.body().length));
        assertThat(page.header("content-security-policy")).doesNotContain("form-action");
    }

    private static void assertNotKept(WireResponse page, String reason) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.verdict()).isEqualTo("challenge");
        assertThat(page.text()).contains("data-form=\"" + reason + "\"").doesNotContain("<template");
        assertThat(page.header("content-security-policy")).contains("form-action 'none'");
    }

    private static void assertForeign(WireResponse page) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.verdict()).isEqualTo("challenge");
        assertThat(page.text())
                .contains("does not seem to come from a page of this site")
                .doesNotContain("<template", "<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                URLENCODED,
                "multipart/form-data; boundary=----WebKitFormBoundaryAbCdEf0123456789",
                "text/plain",
                "text/plain;charset=UTF-8"
            })
    void a38_formOfEachType_isInItsPageByteForByte(String type) {
        byte[] body = bytes(40_000);

        assertKept(Probe.send(app(), form(app(), type, body)), type, body);
    }

    @Test
    void a38_defaultLimit_isOneMebibyte() {
        byte[] largest = bytes(MIB);

        assertKept(app().send(form(app(), "text/plain", largest)), "text/plain", largest);
        assertNotKept(app().send(form(app(), "text/plain", bytes(MIB + 1))), "large");
    }

    @Test
    void a38_limitAndOneMore_isTheBound() {
        byte[] largest = bytes(16 * KIB);

        assertKept(withLimit().send(form(withLimit(), URLENCODED, largest)), URLENCODED, largest);
        assertNotKept(withLimit().send(form(withLimit(), URLENCODED, bytes(16 * KIB + 1))), "large");
    }

    @Test
    void a38_limitZero_keepsNothing() {
        App app = server().running(Wars.always().option("form-limit-kib", "0"));

        assertNotKept(app.send(form(app, URLENCODED, bytes(7))), "unkept");
    }

    @Test
    void a38_emptyForm_isKept() {
        assertKept(app().send(form(app(), URLENCODED, new byte[0])), URLENCODED, new byte[0]);
    }

    /** Too large to be kept, but it must be read, or the browser sees a broken connection and no page. */
    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void a38_muchTooLarge_isReadAndAnswered(int mib) {
        assertNotKept(Probe.send(app(), form(app(), "text/plain", new byte[mib * MIB])), "large");
    }

    private static WireRequest chunked(App app, byte[] body) {
        String chunks = Integer.toHexString(body.length) + "\r\n" + new String(body, ISO_8859_1) + "\r\n0\r\n\r\n";
        WireRequest head = form(app).with("Content-Type", "text/plain").with("Transfer-Encoding", "chunked");
        return new WireRequest(head.line(), head.headers(), chunks.getBytes(ISO_8859_1));
    }

    @Test
    void a38_chunkedForm_isKeptUpToTheLimit() {
        byte[] largest = bytes(16 * KIB);

        assertKept(Probe.send(withLimit(), chunked(withLimit(), largest)), "text/plain", largest);
        assertNotKept(Probe.send(withLimit(), chunked(withLimit(), bytes(16 * KIB + 1))), "large");
    }

    @Test
    void a38_afterTheForm_theConnectionGoesOn() {
        List<WireResponse> answers = Wire.exchange(
                server().port(),
                List.of(
                        form(app(), URLENCODED, bytes(50_000)).with("Connection", "keep-alive"),
                        form(app(), "text/plain", new byte[2 * MIB]).with("Connection", "keep-alive"),
                        form(app(), URLENCODED, bytes(9))));

        assertKept(answers.get(0), URLENCODED, bytes(50_000));
        assertNotKept(answers.get(1), "large");
        assertKept(answers.get(2), URLENCODED, bytes(9));
    }

    @ParameterizedTest
    @CsvSource({"same-origin, true", "same-site, false", "cross-site, false", "none, false"})
    void a44_siteOfTheSender_decides(String site, boolean kept) {
        WireResponse page = Probe.send(
                app(),
                form(app(), URLENCODED, bytes(9))
                        .with("Sec-Fetch-Site", site)
                        .with("Sec-Fetch-Mode", "navigate")
                        .with("Sec-Fetch-Dest", "document"));

        if (kept) {
            assertKept(page, URLENCODED, bytes(9));
        } else {
            assertForeign(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1"})
    void a44_originOfAnother_isForeignAndItsBodyStaysUnread(String origin) {
        WireResponse page = Probe.send(
                app(),
                app().request("POST", "/echo/body", HeaderSets.FIREFOX)
                        .with("Origin", origin)
                        .with("Content-Type", URLENCODED)
                        .with("Content-Length", "0"));

        assertForeign(page);
    }

    @Test
    void a44_neitherHeader_isForeign() {
        assertForeign(Probe.send(
                app(), app().request("POST", "/echo/body", HeaderSets.FIREFOX).withBody(URLENCODED, bytes(9))));
    }

    @Test
    void a16_compressedBody_isNotKept() {
        assertNotKept(Probe.send(app(), form(app(), URLENCODED, bytes(9)).with("Content-Encoding", "gzip")), "unkept");
    }

    @Test
    void a38_whatNoFormSends_isNotKept() {
        assertNotKept(Probe.send(app(), form(app(), "application/json", bytes(9))), "unkept");
    }

    @Test
    void a39_programsPost_getsAProblem() {
        WireResponse problem = Probe.send(
                app(), app().request("POST", "/echo/body", HeaderSets.CURL).withBody(URLENCODED, bytes(9)));

        assertThat(problem.header("content-type")).isEqualTo("application/problem+json");
        assertThat(problem.member("challenge")).isNotEmpty();
    }

    @Test
    void monitor_leavesTheFormToTheApplication() {
        App app = server().running(
                        Wars.quick(Wars.readme()).option("mode", "monitor").option("always-paths", "/echo/*"));

        WireResponse response = app.send(form(app, URLENCODED, "a=1&b=%FC".getBytes(ISO_8859_1)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).endsWith("a=1&b=%FC");
    }

    @Test
    void a42_filterThatReadParametersBefore_leavesNothingToKeep() {
        App app = server().running(Wars.always().filterBefore(ParameterFilter.class, true));

        assertNotKept(Probe.send(app, form(app, URLENCODED, "a=1&b=2".getBytes(ISO_8859_1))), "unkept");
    }

    @Test
    void a42_filterThatReadOneByteBefore_leavesNoHalfForm() {
        App app = server().running(Wars.always().filterBefore(HeadEaterFilter.class, true));

        assertNotKept(Probe.send(app, form(app, "text/plain", bytes(30_000))), "unkept");
    }

    static Stream<WarFolder> neighbours() {
        return Stream.of(
                Wars.always()
                        .filterBefore(StreamWrappingFilter.class, true)
                        .type(WaitingRequest.class)
                        .type(WaitingStream.class),
                Wars.always().dispatchers("REQUEST", "ASYNC").filterBefore(QueueingFilter.class, true),
                Wars.always().dispatchers("REQUEST", "FORWARD", "INCLUDE", "ERROR", "ASYNC"));
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void a42_filtersBeforeAndAllDispatches_areNoHindrance(WarFolder war) {
        App app = server().running(war);
        long before = decisions(app);

        assertKept(Probe.send(app, form(app, URLENCODED, bytes(30_000))), URLENCODED, bytes(30_000));
        assertThat(decisions(app) - before).isEqualTo(1);
    }

    private static long decisions(App app) {
        return JmxCounters.of(app).decisions().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void a42_chainWithoutAsync_doesNotReadTheForm() {
        App app = server().running(Wars.always().filterBefore(PlainFilter.class, false));

        assertNotKept(Probe.send(app, form(app, URLENCODED, bytes(9))), "unkept");
    }

    @Test
    void a42_applicationsErrorPage_doesNotReplaceTheForm() {
        App app = server().running(Wars.always()
                .element("<error-page><error-code>429</error-code><location>/open/429</location></error-page>"));

        assertKept(Probe.send(app, form(app, URLENCODED, bytes(9))), URLENCODED, bytes(9));
    }

    private static String head(App app, int length) {
        WireRequest head = form(app)
                .with("Content-Type", "text/plain")
                .with("Content-Length", String.valueOf(length))
                .with("Connection", "keep-alive");
        return new String(head.bytes(), ISO_8859_1);
    }

    /** What comes after the deadline must not be taken for a request, least of all behind a proxy. */
    @Test
    void a16_bodyThatDoesNotCome_isAnsweredAtTheDeadlineAndEndsTheConnection() {
        App app = hasty();
        try (OperatorLog log = new OperatorLog();
                SlowClient client = new SlowClient(server().port())) {
            client.send(head(app, 1_000) + "a=1");

            WireResponse page = client.answer();

            assertNotKept(page, "unkept");
            assertThat(page.header("connection")).isEqualTo("close");
            client.send("GET " + app.contextPath() + "/robots.txt HTTP/1.1\r\nHost: " + app.host() + "\r\n\r\n");
            assertThat(client.isAtItsEnd()).isTrue();
            assertThat(log.text()).doesNotContain("at dev.stile.", "Exception");
        }
    }

    /** The container would say 200 of itself, and what was stopped would look like done. */
    @Test
    void a13_brokenChunks_areNoSuccess() {
        App app = app();
        WireRequest head = form(app)
                .with("Content-Type", URLENCODED)
                .with("Transfer-Encoding", "chunked")
                .with("Connection", "keep-alive");
        try (SlowClient client = new SlowClient(server().port())) {
            client.send(new String(head.bytes(), ISO_8859_1) + "no length\r\n\r\n");

            // Jetty says 400; Tomcat ends the connection without a word.
            assertThat(client.rest()).doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void a16_moreSlowFormsThanThreads_leaveRoomForOthers() {
        App app = app();
        List<SlowClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                SlowClient client = new SlowClient(server().port());
                clients.add(client);
                client.send(head(app, 100) + "a=1");
            }

            assertThat(app.get("/robots.txt", HeaderSets.CURL).text()).isEqualTo("User-agent: *");

            clients.get(0).send("x".repeat(97));
            assertKept(clients.get(0).answer(), "text/plain", ("a=1" + "x".repeat(97)).getBytes(ISO_8859_1));
        } finally {
            clients.forEach(SlowClient::close);
        }
    }

    /** A page that its visitor does not take holds the memory of its form, but not for ever. */
    @Test
    void a16_pageThatNobodyTakes_givesItsMemoryBackAtTheDeadline() {
        App app =
                server().running(Wars.always().option("form-limit-kib", "10240").option("form-seconds", "2"));
        byte[] large = bytes(8 * MIB);
        try (SlowClient client = new SlowClient(server().port())) {
            client.send(head(app, large.length));
            client.send(new String(large, ISO_8859_1));

            assertNotKept(app.send(form(app, "text/plain", large)), "unkept");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    app.send(form(app, "text/plain", large)).text())
                            .contains("data-form=\"kept\""));
        }
    }

    /** One network gets 4 MiB: what comes beyond is not kept, and what was kept does not stay taken. */
    @Test
    void a16_manyFormsAtOnce_takeNoMoreThanTheirShare() throws Exception {
        App app = app();
        ExecutorService browsers = Executors.newFixedThreadPool(64);
        try (OperatorLog log = new OperatorLog()) {
            Callable<WireResponse> visit = () -> app.send(form(app, "text/plain", bytes(MIB)));
            List<Future<WireResponse>> pages = browsers.invokeAll(Collections.nCopies(64, visit));
            int kept = 0;
            for (Future<WireResponse> page : pages) {
                if (page.get().text().contains("data-form=\"kept\"")) {
                    assertKept(page.get(), "text/plain", bytes(MIB));
                    kept++;
                } else {
                    assertNotKept(page.get(), "unkept");
                }
            }
            assertThat(kept).isPositive();
            assertThat(log.text()).doesNotContain("at dev.stile.");
        } finally {
            browsers.shutdownNow();
        }
        assertKept(app.send(form(app, "text/plain", bytes(MIB))), "text/plain", bytes(MIB));
    }

    /** Eight that go away having sent most of a MiB would fill the share of their network. */
    @Test
    void a16_clientsThatGoAway_leaveNothingTakenAndNothingInTheLog() {
        App app = server().running(Wars.always().option("form-seconds", "600"));
        try (OperatorLog log = new OperatorLog()) {
            for (int i = 0; i < 8; i++) {
                try (SlowClient client = new SlowClient(server().port())) {
                    client.send(head(app, MIB) + "x".repeat(1_000_000));
                }
            }

            Awaitility.await()
                    .until(() ->
                            app.send(form(app, "text/plain", bytes(MIB))).text().contains("data-form=\"kept\""));
            for (int i = 0; i < 3; i++) {
                assertKept(app.send(form(app, "text/plain", bytes(MIB))), "text/plain", bytes(MIB));
            }
            assertThat(log.text()).doesNotContain("at dev.stile.", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void challengedReads_areAnsweredAsEver(String method) {
        WireResponse page = Probe.send(app(), app().request(method, "/echo/body", HeaderSets.FIREFOX));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("content-security-policy")).contains("form-action 'none'");
        assertThat(page.text()).doesNotContain("<template");
    }

    @Test
    void a38_formWithPass_arrivesOnce() {
        Map<String, String> origin = Map.of("Origin", "http://" + app().host());
        Visitor visitor = Visitor.withPass(app());

        WireResponse response = visitor.send(app().request("POST", "/echo/body", HeaderSets.FIREFOX)
                .with(origin)
                .withBody(URLENCODED, "a=1".getBytes(ISO_8859_1)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).endsWith("a=1");
    }
}
