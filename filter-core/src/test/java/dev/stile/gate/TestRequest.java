package dev.stile.gate;

import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import dev.stile.wire.Fields;
import dev.stile.wire.PassField;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request of the scene's visitor, from which a test departs in one point or another. */
final class TestRequest {
    static final String PROOF_HEADER = "Stile-Proof";

    /** What Chromium sends when a visitor opens a page over https. */
    private static final Map<String, String> CHROMIUM = Map.of(
            "User-Agent",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
            "Accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "Accept-Language",
            "en-US,en;q=0.9",
            "Sec-CH-UA",
            "\"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"",
            "Sec-CH-UA-Mobile",
            "?0",
            "Sec-CH-UA-Platform",
            "\"Linux\"",
            "Sec-Fetch-Dest",
            "document",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Site",
            "none");

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> passes = new ArrayList<>();
    private final Endpoint endpoint;
    private String method = "GET";
    private String path = "/archive";
    private String query = "q=stile";
    private String host = Scene.HOST;
    private String address = Scene.ADDRESS;
    private boolean secure = true;

    private TestRequest(Endpoint endpoint) {
        this.endpoint = endpoint;
        CHROMIUM.forEach(this::header);
    }

    /** A visitor opens a page. */
    static TestRequest page() {
        return new TestRequest(Endpoint.PAGE);
    }

    /** A program fetches a page. */
    static TestRequest curl() {
        TestRequest request = new TestRequest(Endpoint.PAGE);
        request.headers.clear();
        return request.header("User-Agent", "curl/8.5.0").header("Accept", "*/*");
    }

    /** The interstitial asks for a challenge. */
    static TestRequest challenge(String query) {
        TestRequest request = new TestRequest(Endpoint.CHALLENGE);
        request.path = "/.stile/challenge";
        request.query = query;
        return request.header("Sec-Fetch-Mode", "cors").header("Sec-Fetch-Site", "same-origin");
    }

    /** The interstitial redeems a proof. */
    static TestRequest redeem(Fields<ProofField> proof) {
        return redeem(proof.text());
    }

    static TestRequest redeem(String proof) {
        TestRequest request = new TestRequest(Endpoint.REDEEM);
        request.path = "/.stile/redeem";
        request.query = "";
        return request.method("POST")
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "https://" + Scene.HOST)
                .header(PROOF_HEADER, proof);
    }

    /** An operator asks, without a token yet. */
    static TestRequest operator(String path) {
        return new TestRequest(Endpoint.OPERATOR)
                .path("/.stile/operator" + path)
                .query("");
    }

    static TestRequest to(Endpoint endpoint) {
        return new TestRequest(endpoint);
    }

    TestRequest method(String method) {
        this.method = method;
        return this;
    }

    TestRequest path(String path) {
        this.path = path;
        return this;
    }

    TestRequest host(String host) {
        this.host = host;
        return this;
    }

    TestRequest from(String address) {
        this.address = address;
        return this;
    }

    TestRequest query(String query) {
        this.query = query;
        return this;
    }

    TestRequest plain() {
        this.secure = false;
        return this;
    }

    /** Sends the header with these values; with none, leaves it out. */
    TestRequest header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    TestRequest pass(Fields<PassField> pass) {
        return pass(pass.text());
    }

    TestRequest pass(String pass) {
        passes.add(pass);
        return this;
    }

    RequestFacts facts() {
        Headers sent = name -> headers.getOrDefault(name, List.of());
        return new RequestFacts(
                endpoint,
                method,
                path,
                query,
                new Target(Scene.TARGET),
                Host.parse(host).passed().orElseThrow(),
                secure,
                ClientAddress.parse(address),
                sent,
                passes,
                ApplicationFacts.NONE);
    }
}
