package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An exempt path used to reach a protected one (A21). A browser's headers are sent, so that everything but the
 * protected paths goes through: whatever a container makes of a spelling, what it serves must be what was judged. Of
 * what is protected and of what is exempt one tree is a servlet's, the other a folder of static files.
 */
abstract class PathContract {
    /**
     * Spellings of a path within the application: {s} is a protected page, {t} its tree, {l} the rest, {o} an exempt
     * tree.
     */
    private static final List<String> PATHS = List.of(
            // Dot segments, plain and in disguise
            "/./{s}",
            "/{o}/../{s}",
            "/{o}/./../{s}",
            "/{o}/x/../../{s}",
            "/{o}/%2e%2e/{s}",
            "/{o}/%2E%2E/{s}",
            "/{o}/.%2e/{s}",
            "/{o}/%2e./{s}",
            "/%2e/{s}",
            "/{t}/./{l}",
            "/{t}/x/../{l}",
            "/{t}/%2e/{l}",
            "/robots.txt/../{s}",
            "/.well-known/../{s}",
            "/.well-known/%2e%2e/{s}",
            "/.stile/../{s}",
            "/.stile/redeem/../../{s}",
            "/.stile/%2e%2e/{s}",
            "/{s}/../../{o}/x/../../{s}",
            // Path parameters
            "/{o}/..;/{s}",
            "/{o}/..;x=y/{s}",
            "/{o}/%2e%2e;/{s}",
            "/{o}/.;/../{s}",
            "/{o};/../{s}",
            "/{o};x=y/../{s}",
            "/{o}/;/../{s}",
            "/.well-known/..;/{s}",
            "/favicon.ico/..;/{s}",
            "/.stile/..;/{s}",
            "/;/{s}",
            "/;x=y/{s}",
            "/.;/{s}",
            "/{t};x=y/{l}",
            "/{t};/{l}",
            "/{t}/;/{l}",
            "/{s};x=y",
            "/{s};jsessionid=1",
            "/{s};/{o}/x",
            "/{s}%3bx=y",
            // Slashes: encoded, doubled, the other way round
            "/{o}/..%2f{s}",
            "/{o}/..%2F{s}",
            "/{o}%2f..%2f{s}",
            "/{o}/%2e%2e%2f{s}",
            "/{o}/x/..%2f..%2f{s}",
            "/{t}%2f{l}",
            "/%2f{s}",
            "//{s}",
            "///{s}",
            "/{o}//../{s}",
            "/{o}/..//{s}",
            "/{t}//{l}",
            "/{o}/..\\{s}",
            "/{o}\\..\\{s}",
            "/{t}\\{l}",
            "/{o}/..%5c{s}",
            "/{o}/%5c../{s}",
            "/{o}%5c..%5c{s}",
            "/{t}%5c{l}",
            "/\\{s}",
            // Encoded twice, or longer than UTF-8 allows
            "/{o}/%252e%252e/{s}",
            "/{o}/..%252f{s}",
            "/{o}/%25252e%25252e/{s}",
            "/{o}/%c0%ae%c0%ae/{s}",
            "/{o}/..%c0%af{s}",
            "/{o}/%e0%80%ae%e0%80%ae/{s}",
            "/{o}/%u002e%u002e/{s}",
            "/{o}/%uff0e%uff0e/{s}",
            "/%e2%80%8b{s}",
            // Ends and characters that a file system may drop
            "/{s}%00",
            "/{s}%00.html",
            "/{o}/%00/../{s}",
            "/{o}/..%00/{s}",
            "/{s}.",
            "/{s}...",
            "/{s}/",
            "/{s}/.",
            "/{s}%20",
            "/{s}%2e",
            "/{s}%0a",
            "/{t}%20/{l}",
            "/{t}./{l}",
            "/{t}%09/{l}",
            "/{t}::$DATA/{l}",
            // What looks like an exempt path, but is not in the path
            "/{s}?/{o}/x",
            "/{s}?/../../{o}/x",
            "/{s}#/{o}/x",
            "/{s}%23/{o}/x",
            "/{s}%3f/{o}/x",
            "/{s}?x=/robots.txt");

    /** Spellings of a whole request target: {c} is the context path, {p} the port. */
    private static final List<String> TARGETS = List.of(
            "http://127.0.0.1:{p}{c}/{s}",
            "HTTP://127.0.0.1:{p}{c}/{s}",
            "http://127.0.0.1:{p}{c}/open/../{s}",
            "http://127.0.0.1:{p}{c}/open/..;/{s}",
            "http://evil.example{c}/{s}",
            "http://user@127.0.0.1:{p}{c}/{s}",
            "https://127.0.0.1:{p}{c}/{s}",
            "http://{c}/{s}",
            "http:{c}/{s}",
            "ftp://127.0.0.1{c}/{s}",
            "//127.0.0.1{c}/{s}",
            "/{c}/{s}",
            "/x/..{c}/{s}",
            "/x/..;{c}/{s}",
            "/%2e{c}/{s}",
            "/..{c}/{s}",
            "{c}/..{c}/{s}",
            "{c};x=y/{s}",
            "{c}/open/../..{c}/{s}",
            "{c}{s}",
            "{s}",
            "?{c}/{s}",
            "*");

    abstract RunningServer server();

    private App guarded() {
        return server().running(Wars.guarded());
    }

    /** Where a browser is asked on every path but the exempt ones. */
    private App always() {
        return server().running(Wars.always().option("exempt-paths", "/open/* /public/*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secret/page", "/secret", "/secret/", "/vault/page.html", "/vault/", "/vault"})
    void protectedPath_withoutPass_isAskedFor(String path) {
        assertThat(guarded().get(path, HeaderSets.FIREFOX).verdict()).isEqualTo("challenge");
        assertThat(always().get(path, HeaderSets.FIREFOX).verdict()).isEqualTo("challenge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secret/page", "/vault/page.html"})
    void protectedPath_withPass_isServed(String path) {
        assertThat(Visitor.withPass(guarded()).get(path).text()).contains("SECRET-CONTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open", "/open/x", "/open/x/y"})
    void exemptPath_ofAnyVisitor_isServed(String path) {
        assertThat(always().get(path, HeaderSets.CURL).text()).startsWith("OPEN-CONTENT");
    }

    @Test
    void exemptFile_ofAnyVisitor_isServed() {
        assertThat(always().get("/public/page.html", HeaderSets.CURL).text()).contains("PUBLIC-CONTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openx", "/OPEN/x", "/ope", "/page/open/x", "/open%20/x"})
    void a21_pathBesideAnExemptOne_isAskedFor(String path) {
        assertThat(always().get(path, HeaderSets.CURL).verdict()).isEqualTo("challenge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%73ecret/page", "/open/../secret/page", "/secret/x/../page", "/secret/page;x=y"})
    void a21_spellingOfAProtectedPath_isJudgedAsThatPath(String path) {
        WireResponse response = guarded().get(path, HeaderSets.FIREFOX);

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    static Stream<String> paths() {
        return PATHS.stream()
                .flatMap(path -> Stream.of(path.replace("{o}", "open"), path.replace("{o}", "public")))
                .flatMap(path -> Stream.of(
                        path.replace("{s}", "secret/page")
                                .replace("{t}", "secret")
                                .replace("{l}", "page"),
                        path.replace("{s}", "vault/page.html")
                                .replace("{t}", "vault")
                                .replace("{l}", "page.html")))
                .distinct();
    }

    static Stream<String> targets() {
        return TARGETS.stream()
                .flatMap(target ->
                        Stream.of(target.replace("{s}", "secret/page"), target.replace("{s}", "vault/page.html")));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a21_oddPath_opensNothing(String path) {
        App app = guarded();

        Probe.sendInVain(app, app.request("GET", path, HeaderSets.FIREFOX));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a21_oddPathWhereAllAreAsked_opensNothing(String path) {
        App app = always();

        Probe.sendInVain(app, app.request("GET", path, HeaderSets.FIREFOX));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void a21_oddRequestTarget_opensNothing(String target) {
        App app = guarded();
        String whole = target.replace("{c}", app.contextPath()).replace("{p}", String.valueOf(server().port()));

        Probe.sendInVain(
                app, WireRequest.of("GET", whole).with("Host", app.host()).with(HeaderSets.FIREFOX));
    }

    /** Where a container leaves dots in the path that it maps: to the exempt servlet, which may resolve them itself. */
    @ParameterizedTest
    @ValueSource(strings = {"/open/..%2fx", "/open/%2e%2e%2fx", "/open/x%2f..%2f..%2fx", "/open/..%5cx"})
    void a21_dotsLeftInAnExemptPath_areNotExempt(String path) {
        WireResponse response = Probe.send(always(), always().request("GET", path, HeaderSets.FIREFOX));

        assertThat(response.status()).isIn(400, 404, 429);
    }

    /** Upper case is another path here: file systems and mappings distinguish. */
    @Test
    void a21_otherCase_opensNothing() {
        App app = guarded();

        for (String path : List.of("/SECRET/page", "/Secret/page", "/VAULT/page.html", "/vault/PAGE.HTML")) {
            Probe.sendInVain(app, app.request("GET", path, HeaderSets.FIREFOX));
        }
    }
}
