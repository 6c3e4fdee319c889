package dev.stile.gate;

import dev.stile.protocol.Refusal;
import dev.stile.wire.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL §9 V1, A20: a proof is redeemed by a page of its own origin, or by a program that says nothing of pages. */
class CrossSiteTest {
    private final TestGate gate = new TestGate();

    @Test
    void redeem_neitherHeader_grants() {
        gate.assertGrants(request().header("Sec-Fetch-Site").header("Origin"));
    }

    @Test
    void redeem_sameOrigin_grants() {
        gate.assertGrants(request().header("Sec-Fetch-Site", "same-origin").header("Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"same-site", "cross-site", "none", "", "Same-Origin", "same-origin,cross-site", "x", "null"})
    void redeem_otherSite_crossSite(String site) {
        gate.assertRefuses(request().header("Sec-Fetch-Site", site), Refusal.CROSS_SITE);
    }

    @Test
    void redeem_siteTwice_crossSite() { // A14
        gate.assertRefuses(request().header("Sec-Fetch-Site", "same-origin", "cross-site"), Refusal.CROSS_SITE);
        gate.assertRefuses(request().header("Sec-Fetch-Site", "same-origin", "same-origin"), Refusal.CROSS_SITE);
    }

    /** Where the browser says the site, the Origin need not be looked at: a proxy may have changed Host. */
    @Test
    void redeem_sameOriginAndAnotherHostInOrigin_grants() {
        gate.assertGrants(request().header("Sec-Fetch-Site", "same-origin").header("Origin", "https://public.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org",
                "https://example.org:443",
                "http://example.org:80",
                "HTTPS://EXAMPLE.ORG"
            })
    void redeem_originIsHost_grants(String origin) {
        gate.assertGrants(byOrigin(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://example.org.evil.example",
                "https://notexample.org",
                "https://www.example.org",
                "https://example.org:8443",
                "https://example.org:80",
                "http://example.org:443",
                "https://example.org:",
                "https://example.org/",
                "https://example.org@evil.example",
                "https://user@example.org",
                "https:example.org",
                "//example.org",
                "example.org",
                "ftp://example.org",
                "chrome-extension://example.org",
                "null",
                "",
                "https://",
                "https://:443",
                " https://example.org",
                "https://example.org https://example.org"
            })
    void redeem_originIsNotHost_crossSite(String origin) {
        gate.assertRefuses(byOrigin(origin), Refusal.CROSS_SITE);
    }

    @Test
    void redeem_originTwice_crossSite() { // A14
        gate.assertRefuses(
                request().header("Sec-Fetch-Site").header("Origin", "https://example.org", "https://evil.example"),
                Refusal.CROSS_SITE);
    }

    /** The challenge is for another host than these, so that what passes this step is refused by a later one. */
    @ParameterizedTest
    @CsvSource({
        "https://example.org:8443,   example.org:8443,   WRONG_HOST",
        "https://example.org,        example.org:443,    WRONG_HOST",
        "http://example.org,         example.org:80,     WRONG_HOST",
        "https://example.org:443,    example.org:443,    WRONG_HOST",
        "https://[2001:db8::1]:8443, [2001:db8::1]:8443, WRONG_HOST",
        "http://[2001:db8::1],       [2001:db8::1]:80,   WRONG_HOST",
        "https://example.org,        example.org:80,     CROSS_SITE",
        "http://example.org,         example.org:443,    CROSS_SITE",
        "https://example.org,        example.org:8443,   CROSS_SITE",
        "https://example.org:8444,   example.org:8443,   CROSS_SITE",
        "https://[2001:db8::2],      [2001:db8::1],      CROSS_SITE",
    })
    void redeem_hostWithPort_mustBeThatOfOrigin(String origin, String host, Refusal reason) {
        gate.assertRefuses(byOrigin(origin).host(host), reason);
    }

    private static TestRequest request() {
        return TestRequest.redeem(Scene.proof());
    }

    private static TestRequest byOrigin(String origin) {
        return request().header("Sec-Fetch-Site").header("Origin", origin);
    }
}
