package dev.stile.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProtocolClientTest {

    private static final String CHALLENGE = Vectors.example().get("challenge");

    private final FakeServer server = new FakeServer();
    private final ProtocolClient client = new ProtocolClient(server.application(), Map.of("User-Agent", "Test"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void visit_challenged_redeemsAndGetsThePage() {
        assertThat(client.visit("/app/page?q=1").body()).isEqualTo("the page");
        assertThat(server.requests())
                .containsExactly(
                        "GET /app/page?q=1 Test null",
                        "POST /app/.stile/redeem Test null",
                        "GET /app/page?q=1 Test [stile-x=pass]");
    }

    @Test
    void visit_withPass_getsThePageAtOnce() {
        client.cookies().put("stile-x", "pass");
        assertThat(client.visit("/app/page").body()).isEqualTo("the page");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void visit_challengedWithAPageForBrowsers_asksForAChallengeOutright() {
        assertThat(client.visit("/app/navigation?a=b%20c&d=+").body()).isEqualTo("the page");
        assertThat(server.requests())
                .contains("GET /app/.stile/challenge?purpose=gate&target=%2Fapp%2Fnavigation%3Fa%3Db%2520c%26d%3D%2B"
                        + " Test null");
    }

    @Test
    void visit_refusedForAReasonThatIsFresh_triesAgain() {
        server.refuse("expired");
        assertThat(client.visit("/app/page").body()).isEqualTo("the page");
    }

    @Test
    void visit_refusedForAReasonThatIsFreshTwice_givesUp() {
        server.refuse("expired");
        server.refuse("unavailable");
        assertThat(client.visit("/app/page").reason()).hasValue("unavailable");
    }

    @Test
    void visit_refusedForAnotherReason_givesUpAtOnce() {
        server.refuse("forged");
        assertThat(client.visit("/app/page").reason()).hasValue("forged");
    }

    @Test
    void redeemAtOnce_ofOneText_isAnsweredEachTime() {
        List<Answer> answers = client.redeemAtOnce("text", 16);
        assertThat(answers)
                .hasSize(16)
                .filteredOn(answer -> answer.isVerdict("grant"))
                .hasSize(1);
        assertThat(client.cookies().asMap()).containsExactly(Map.entry("stile-x", "pass"));
    }

    @Test
    void offer_toRedeemElsewhere_failsSection73() {
        for (String redeem : List.of("//evil.example/", "/\\\\evil.example/", "https://evil.example/", "")) {
            assertUnusable("/", redeem, Rule.TARGET_AND_REDEEM);
        }
    }

    @Test
    void offer_ofNoTarget_failsSection73() {
        assertUnusable("//evil.example/", "/.stile/redeem", Rule.TARGET_AND_REDEEM);
    }

    @Test
    void offer_ofMoreWorkThanWilling_failsSection74() {
        assertThatThrownBy(() -> Offer.read(offer("/", "/redeem"), 511))
                .isInstanceOf(UnusableChallengeException.class)
                .hasMessageStartingWith("7.4");
        assertThat(Offer.read(offer("/", "/redeem"), 512).challenge().work()).isEqualTo(512);
    }

    private static void assertUnusable(String target, String redeem, Rule rule) {
        assertThatThrownBy(() -> Offer.read(offer(target, redeem), Long.MAX_VALUE))
                .isInstanceOf(UnusableChallengeException.class)
                .hasMessageStartingWith(rule.token());
    }

    private static Answer offer(String target, String redeem) {
        String json =
                "{\"challenge\": \"%s\", \"target\": \"%s\", \"redeem\": \"%s\"}".formatted(CHALLENGE, target, redeem);
        return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), json);
    }
}
