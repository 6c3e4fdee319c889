package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.war.app.DispatchServlet;
import dev.stile.it.war.app.FlushingFilter;
import dev.stile.it.war.app.PlainFilter;
import dev.stile.it.war.app.QueueingFilter;
import dev.stile.it.war.app.SecurityPolicyFilter;
import dev.stile.it.war.app.WrappedRequest;
import dev.stile.it.war.app.WrappingFilter;
import dev.stile.it.war.app.WritingFilter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters of the application that run before Stile (A42), although the README wants it first. */
abstract class NeighbourContract {
    abstract RunningServer server();

    private App committing() {
        return server().running(Wars.always().filterBefore(FlushingFilter.class, true));
    }

    private App writing() {
        return server().running(Wars.always().filterBefore(WritingFilter.class, true));
    }

    private App wrapping() {
        return server().running(
                        Wars.always().filterBefore(WrappingFilter.class, true).type(WrappedRequest.class));
    }

    private App withPolicy() {
        return server().running(Wars.always().filterBefore(SecurityPolicyFilter.class, true));
    }

    private App withoutAsync() {
        return server().running(Wars.always()
                .servlet(DispatchServlet.class, "/dispatch/*")
                .filterBefore(PlainFilter.class, false));
    }

    static Iterable<Map<String, String>> visitors() {
        return java.util.List.of(HeaderSets.FIREFOX, HeaderSets.CURL);
    }

    /**
     * Neither status nor headers can be changed any more: a page with status 200 would be taken for the application's.
     */
    @ParameterizedTest
    @MethodSource("visitors")
    void a42_committedResponse_isNotWrittenTo(Map<String, String> visitor) {
        App app = committing();

        WireResponse response = Probe.sendInVain(app, app.request("GET", "/secret/page", visitor));

        assertThat(response.text()).isEqualTo("BEGUN;");
    }

    @Test
    void a42_committedResponse_ofExemptPath_isTheApplications() {
        assertThat(committing().get("/robots.txt", HeaderSets.CURL).text()).startsWith("BEGUN;");
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void a42_writerAskedForBefore_isNoHindrance(Map<String, String> visitor) {
        App app = writing();

        WireResponse response = Probe.sendInVain(app, app.request("GET", "/secret/page", visitor));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.verdict()).isEqualTo("challenge");
        assertThat(response.text()).doesNotContain("BEGUN");
        assertThat(response.header("content-length")).isEqualTo(String.valueOf(response.body().length));
    }

    @Test
    void a42_writerAskedForBefore_leavesTheWholeWayOpen() {
        assertThat(Visitor.withPass(writing()).get("/page").text()).isEqualTo("BEGUN;OPEN-CONTENT REQUEST");
    }

    @Test
    void a42_applicationsWrapper_reachesTheApplication() {
        Visitor visitor = Visitor.withPass(wrapping());

        WireResponse response = visitor.get("/echo/body");

        assertThat(response.text()).contains("X-Added: [by the wrapper]");
    }

    /** The wrapper answers null for headers that it hides, as the API allows. */
    @ParameterizedTest
    @MethodSource("visitors")
    void a42_applicationsWrapper_isJudgedByWhatItShows(Map<String, String> visitor) {
        App app = wrapping();

        WireResponse response = Probe.sendInVain(
                app, app.request("GET", "/secret/page", visitor).with("Sec-Fetch-Site", "cross-site"));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void a42_applicationsPolicy_isReplacedOnTheInterstitial() {
        WireResponse page = withPolicy().get("/page", HeaderSets.FIREFOX);

        assertThat(page.all("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src");
        assertThat(page.all("cache-control")).containsExactly("no-store");
    }

    @Test
    void a42_applicationsPolicy_staysOnItsPages() {
        WireResponse page = Visitor.withPass(withPolicy()).get("/page");

        assertThat(page.all("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(page.text()).startsWith("OPEN-CONTENT");
    }

    /**
     * Where one stands before Stile, Stile must be mapped to ASYNC too: else Tomcat serves what comes again unjudged.
     */
    @Test
    void a42_filterThatQueuesBefore_isNoWayRound() {
        App app = server().running(
                        Wars.always().dispatchers("REQUEST", "ASYNC").filterBefore(QueueingFilter.class, true));

        WireResponse asked = Probe.sendInVain(app, app.request("GET", "/secret/page", HeaderSets.FIREFOX));

        assertThat(asked.verdict()).isEqualTo("challenge");
        assertThat(Visitor.withPass(app).get("/secret/page").text()).isEqualTo("SECRET-CONTENT");
    }

    @Test
    void a42_chainWithoutAsync_goesTheWholeWay() {
        App app = withoutAsync();
        assertThat(app.get("/page", HeaderSets.FIREFOX).verdict()).isEqualTo("challenge");

        Visitor visitor = Visitor.withPass(app);

        assertThat(visitor.get("/page").text()).startsWith("OPEN-CONTENT");
        assertThat(visitor.get("/dispatch/forward?/page").text()).isEqualTo("OPEN-CONTENT FORWARD");
    }
}
