package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two applications on one host (A45), of which a browser sends all cookies to both. */
abstract class ApplicationsContract {
    private App a;
    private App b;

    abstract RunningServer server();

    @BeforeEach
    void deploy() {
        a = server().deploy("/a", Wars.always());
        b = server().deploy("/b", Wars.always());
    }

    @AfterEach
    void undeploy() {
        a.close();
        b.close();
    }

    @Test
    void a45_passOfOne_doesNotOpenTheOther() {
        Visitor visitor = Visitor.withPass(a);

        assertThat(visitor.get("/page").text()).startsWith("OPEN-CONTENT");
        assertThat(visitor.at(b).get("/page").verdict()).isEqualTo("challenge");
    }

    @Test
    void a45_passesOfBoth_countSideBySide() {
        Visitor visitor = Visitor.withPass(a);
        String passOfA = visitor.cookieHeader();
        Visitor atB = visitor.at(b);

        assertThat(atB.redeem(atB.proof()).verdict()).isEqualTo("grant");

        assertThat(visitor.cookies()).hasSize(2);
        assertThat(visitor.cookieHeader()).contains(passOfA);
        assertThat(visitor.get("/page").text()).startsWith("OPEN-CONTENT");
        assertThat(atB.get("/page").text()).startsWith("OPEN-CONTENT");
    }

    @Test
    void a45_proofForOne_isRefusedAtTheOther() {
        Visitor visitor = Visitor.of(a);

        WireResponse refused = visitor.at(b).redeem(visitor.proof());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.member("reason")).isEqualTo("unknown-key");
    }

    @Test
    void a05_passUnderTheOthersName_isNotBelieved() {
        Visitor visitor = Visitor.withPass(a);
        String pass = visitor.cookies().values().iterator().next();
        Visitor atB = Visitor.withPass(b);
        atB.cookies().replaceAll((name, unused) -> pass);

        assertThat(atB.get("/page").verdict()).isEqualTo("challenge");
    }

    /** An operator with one secret for all: T tells the applications' keys apart. */
    @Test
    void a05_a45_applicationsWithOneSecret_shareNoPassAndNoProof() {
        WarFolder war = Wars.always().option("secret", "0123456789abcdef0123456789abcdef");
        try (App one = server().deploy("/one", war);
                App other = server().deploy("/other", war)) {
            Visitor visitor = Visitor.withPass(one);
            String pass = visitor.cookies().values().iterator().next();
            Visitor atOther = Visitor.withPass(other);
            atOther.cookies().replaceAll((name, unused) -> pass);

            assertThat(atOther.get("/page").verdict()).isEqualTo("challenge");
            assertThat(atOther.redeem(visitor.proof()).member("reason")).isEqualTo("unknown-key");
        }
    }

    @Test
    void a45_rootApplication_hasItsOwnPass() {
        try (App root = server().deploy("", Wars.always())) {
            Visitor visitor = Visitor.withPass(a);
            Visitor atRoot = visitor.at(root);
            assertThat(atRoot.get("/page").verdict()).isEqualTo("challenge");

            atRoot.redeem(atRoot.proof());

            assertThat(visitor.cookies()).hasSize(2);
            assertThat(atRoot.get("/page").text()).startsWith("OPEN-CONTENT");
            assertThat(visitor.get("/page").text()).startsWith("OPEN-CONTENT");
        }
    }

    /** The same path on two ports of one host: a browser sends the cookies of the one to the other (RFC 6265 §8.5). */
    @Test
    void a45_passesOfTwoPorts_haveTwoNames() {
        String one = passAt("shop.example:8081");
        String other = passAt("shop.example:8082");
        String withoutPort = passAt("shop.example");

        assertThat(a.send(at("shop.example:8081").with("Cookie", other + "; " + withoutPort + "; " + one))
                        .text())
                .startsWith("OPEN-CONTENT");
        assertThat(List.of(name(one), name(other), name(withoutPort))).doesNotHaveDuplicates();
    }

    private WireRequest at(String host) {
        return WireRequest.of("GET", a.contextPath() + "/page")
                .with("Host", host)
                .with(HeaderSets.FIREFOX_FETCH);
    }

    private String passAt(String host) {
        String proof = Visitor.proof(a.send(at(host)));
        WireRequest redeem = WireRequest.of("POST", a.contextPath() + "/.stile/redeem")
                .with("Host", host)
                .with(HeaderSets.FIREFOX)
                .with("Stile-Proof", proof)
                .with("Content-Length", "0");
        return a.send(redeem).cookie().orElseThrow();
    }

    private static String name(String cookie) {
        return cookie.substring(0, cookie.indexOf('='));
    }

    @Test
    void counters_ofTwoApplications_haveTwoNames() {
        Visitor.withPass(a);

        assertThat(JmxCounters.of(a).decisions()).containsEntry("grant/fresh", 1L);
        assertThat(JmxCounters.of(b).decisions()).isEmpty();
    }
}
