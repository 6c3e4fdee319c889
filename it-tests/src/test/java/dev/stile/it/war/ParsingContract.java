package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parameters, cookies and headers that come twice, broken or too long (A14, A15), and bodies that are never sent
 * (A16).
 */
abstract class ParsingContract {
    private static final String FORGED = "AXxY0LcBAAAAAGtJ0hEAAAAAa0ngIWBhYmNkZWZnaGlqa2xtbm8BR57k";

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    @ParameterizedTest
    @CsvSource({
        "purpose=gate&target=/x, 200, ''",
        "target=/x&purpose=gate, 200, ''",
        "purpose=gate&target=%2Fx%3Fa%3Db, 200, ''",
        "other=1&purpose=gate&other=2&target=/x&&=, 200, ''",
        "purpose=gate&purpose=gate&target=/x, 400, malformed",
        "purpose=gate&purpose=form&target=/x, 400, malformed",
        "purpose=gate&target=/x&target=/x, 400, malformed",
        "purpose=gate&target=/x&target=//evil.example, 400, malformed",
        "purpose=gate, 400, malformed",
        "target=/x, 400, malformed",
        "purpose&target=/x, 400, malformed",
        "'', 400, malformed",
        "purpose=gate&target=%zz, 400, malformed",
        "purpose=gate&target=%, 400, malformed",
        "purpose=form&target=/x, 400, unsupported-purpose",
        "purpose=GATE&target=/x, 400, unsupported-purpose",
        "purpose=&target=/x, 400, unsupported-purpose",
        "purpose=gate&target=, 400, bad-target",
        "purpose=gate&target=//evil.example, 400, bad-target",
        "purpose=gate&target=/%5Cevil.example, 400, bad-target",
        "purpose=gate&target=/%09/evil.example, 400, bad-target",
        "purpose=gate&target=http:evil.example, 400, bad-target",
        "purpose=gate&target=javascript:alert(1), 400, bad-target",
        "purpose=gate&target=/x/../y, 400, bad-target",
        "purpose=gate&target=/x%0d%0ay, 400, bad-target",
        "purpose=gate&target=/%ff, 400, bad-target",
    })
    void a14_a15_a17_queryOfChallenge_isAnsweredWithItsReason(String query, int status, String reason) {
        WireResponse response =
                Probe.send(app(), app().request("GET", "/.stile/challenge?" + query, HeaderSets.FIREFOX));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.member("reason")).isEqualTo(reason);
    }

    @Test
    void a14_challengeWithoutQuery_isRefused() {
        assertThat(app().get("/.stile/challenge", Map.of()).member("reason")).isEqualTo("malformed");
    }

    /** PROTOCOL §4: a target of up to 1,024 bytes. */
    @ParameterizedTest
    @CsvSource({"1023, 200", "1024, 200", "1025, 400"})
    void a15_targetLength_atItsLimit_decides(int length, int status) {
        String query = "purpose=gate&target=/" + "x".repeat(length - 1);

        assertThat(app().get("/.stile/challenge?" + query, Map.of()).status()).isEqualTo(status);
    }

    /** The query may have 8,192 bytes, but containers take some 8 kB of the whole head. */
    @Test
    void a15_oversizedQueryOfChallenge_isRefused() {
        String query = "purpose=gate&target=/x&other=" + "x".repeat(9_000);

        WireResponse response = Probe.send(app(), app().request("GET", "/.stile/challenge?" + query, Map.of()));

        assertThat(response.status()).isIn(400, 414, 431);
    }

    /** PROTOCOL §13: 4,096 characters. */
    @ParameterizedTest
    @CsvSource({
        "0, malformed",
        "4, malformed",
        "4095, malformed",
        "4096, malformed",
        "4097, too-large",
        "6000, too-large"
    })
    void a15_proofLength_atItsLimit_decides(int length, String reason) {
        WireResponse response = Probe.send(app(), redemption("A".repeat(length)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.member("reason")).isIn(reason, length == 0 ? reason : "unsupported-version");
        assertThat(response.verdict()).isEqualTo("refuse");
    }

    private WireRequest redemption(String proof) {
        return app().request("POST", "/.stile/redeem", HeaderSets.FIREFOX)
                .with("Content-Length", "0")
                .with("Stile-Proof", proof);
    }

    @Test
    void a14_twoProofs_areRefused() {
        Visitor visitor = Visitor.of(app());
        String proof = visitor.proof();

        WireResponse twice = Probe.send(app(), redemption(proof).with("Stile-Proof", proof));
        WireResponse once = Probe.send(app(), redemption(proof));

        assertThat(twice.member("reason")).isEqualTo("malformed");
        assertThat(once.verdict()).isEqualTo("grant");
    }

    @Test
    void noProof_isRefused() {
        WireResponse response =
                app().send(app().request("POST", "/.stile/redeem", Map.of()).with("Content-Length", "0"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.member("reason")).isEqualTo("malformed");
    }

    /** PROTOCOL §13: the first 16 cookies of the name are looked at. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "0, 1, true",
        "1, 0, true",
        "1, 1, true",
        "3, 9, true",
        "14, 0, true",
        "15, 0, true",
        "15, 9, true",
        "16, 0, false"
    })
    void a14_forgedPassesBesideTheValidOne_doNoHarm(int before, int after, boolean served) {
        Visitor visitor = Visitor.withPass(app());
        String name = visitor.cookies().keySet().iterator().next();
        String forged = name + "=" + FORGED + "; ";
        String cookies = forged.repeat(before) + visitor.cookieHeader() + "; " + forged.repeat(after) + "x=y";

        WireResponse response = Probe.send(
                app(), app().request("GET", "/page", HeaderSets.with(HeaderSets.FIREFOX, "Cookie", cookies)));

        assertThat(response.text().startsWith("OPEN-CONTENT")).isEqualTo(served);
        assertThat(response.all("set-cookie")).isEmpty();
    }

    @Test
    void a14_passInASecondCookieHeader_counts() {
        Visitor visitor = Visitor.withPass(app());

        WireResponse response = Probe.send(
                app(),
                app().request("GET", "/page", HeaderSets.FIREFOX)
                        .with("Cookie", "a=b; c=d")
                        .with("Cookie", visitor.cookieHeader()));

        assertThat(response.text()).startsWith("OPEN-CONTENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                ";;;",
                "{name}",
                "{name}=",
                "{name}==",
                "{name}=\"\"",
                "{name}=\"",
                "{name}=\u00ff\u00fe",
                "{name}=%00",
                "{name}=a,b",
                "{name}=a b",
                "{name}=\u0001",
                "$Version=1; {name}=x; $Path=/",
                "{name}={name}={name}",
                "=x; {name}",
                "a=\"b; {name}=x",
            })
    void a15_malformedCookie_getsNothingAndBreaksNothing(String cookies) {
        Visitor visitor = Visitor.withPass(app());
        String name = visitor.cookies().keySet().iterator().next();

        WireResponse response = Probe.send(
                app(),
                app().request("GET", "/page", HeaderSets.FIREFOX).with("Cookie", cookies.replace("{name}", name)));

        assertThat(response.status()).isIn(400, 429);
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 4_000, 7_000, 10_000, 60_000})
    void a15_longPass_getsNothingAndBreaksNothing(int length) {
        Visitor visitor = Visitor.withPass(app());
        String name = visitor.cookies().keySet().iterator().next();

        WireResponse response = Probe.send(
                app(),
                app().request("GET", "/page", HeaderSets.FIREFOX).with("Cookie", name + "=" + "A".repeat(length)));

        assertThat(response.status()).isIn(400, 429, 431);
    }

    /** Tomcat takes 200 by default. */
    @Test
    void a15_hundredCookiesBesideThePass_doNoHarm() {
        Visitor visitor = Visitor.withPass(app());

        WireResponse response = Probe.send(
                app(),
                app().request("GET", "/page", HeaderSets.FIREFOX)
                        .with("Cookie", "a=b; ".repeat(100) + visitor.cookieHeader()));

        assertThat(response.text()).startsWith("OPEN-CONTENT");
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, 7000",
        "Accept, 7000",
        "Accept-Encoding, 7000",
        "Sec-Fetch-Site, 7000",
        "Sec-Fetch-Mode, 7000",
        "Sec-CH-UA, 7000",
        "Origin, 7000",
        "Accept-Language, 60000",
    })
    void a15_longHeader_getsTheDefaultOutcome(String name, int length) {
        for (String piece : new String[] {"x", "en;q=0.1,", "\u00e9", "\""}) {
            String value = piece.repeat(length / piece.length());

            WireResponse response =
                    Probe.send(app(), app().request("GET", "/page", HeaderSets.with(HeaderSets.FIREFOX, name, value)));

            assertThat(response.status()).isIn(400, 429, 431);
        }
    }

    /** The announced body never comes: who waits for it fails by the client's timeout. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void a16_redeem_waitsForNoBody(String announcement) {
        Visitor visitor = Visitor.of(app());
        String[] header = announcement.split(": ");

        WireResponse granted = app().send(app().request("POST", "/.stile/redeem", HeaderSets.FIREFOX)
                .with("Stile-Proof", visitor.proof())
                .with(header[0], header[1]));

        assertThat(granted.verdict()).isEqualTo("grant");
    }

    /** Neither is read by us, so the container must, before it looks for the next request. */
    @ParameterizedTest
    @ValueSource(strings = {"/.stile/redeem", "/echo/body"})
    void a16_bodyThatLooksLikeARequest_isNoRequest(String path) {
        Visitor visitor = Visitor.withPass(app());
        WireRequest page = app().request("GET", "/page", HeaderSets.FIREFOX).with("Cookie", visitor.cookieHeader());
        WireRequest post = app().request("POST", path, HeaderSets.CURL)
                .with("Connection", "keep-alive")
                .with("Stile-Proof", visitor.proof())
                .withBody(
                        "text/plain",
                        app().request("GET", "/robots.txt", HeaderSets.CURL).bytes());

        List<WireResponse> responses = Wire.exchange(server().port(), List.of(post, page));

        assertThat(responses.get(0).verdict()).isIn("challenge", "grant");
        assertThat(responses.get(1).text()).startsWith("OPEN-CONTENT");
    }

    @Test
    void a16_challengedPost_waitsForNoBody() {
        WireResponse asked = app().send(
                        app().request("POST", "/echo/body", HeaderSets.FIREFOX).with("Content-Length", "1000000"));

        assertThat(asked.verdict()).isEqualTo("challenge");
    }
}
