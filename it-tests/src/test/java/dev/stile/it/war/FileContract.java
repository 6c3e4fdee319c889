package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser files of the interstitial, and that nothing else of the jar can be had. */
abstract class FileContract {
    private static final Pattern NAME = Pattern.compile("\"[^\"]*(/\\.stile/[^\"/]+\\.(?:css|js))\"");

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    /** Paths within the application, as the page names them. */
    private List<String> files() {
        String page = app().get("/", HeaderSets.FIREFOX).text();
        List<String> files = NAME.matcher(page)
                .results()
                .map((MatchResult name) -> name.group(1))
                .distinct()
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        return files;
    }

    private String file() {
        return files().get(0);
    }

    @Test
    void files_thatThePageNames_areServedToAnybody() {
        for (String path : files()) {
            WireResponse file = app().get(path, Map.of());

            assertThat(file.status()).as(path).isEqualTo(200);
            assertThat(file.body()).as(path).isNotEmpty();
            assertThat(file.header("content-type").replace(" ", ""))
                    .as(path)
                    .isEqualToIgnoringCase((path.endsWith(".css") ? "text/css" : "text/javascript") + ";charset=utf-8");
            assertThat(file.header("cache-control")).as(path).isEqualTo("public, max-age=31536000, immutable");
            assertThat(file.header("x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(file.header("vary")).as(path).isEqualTo("Accept-Encoding");
            assertThat(file.header("content-security-policy"))
                    .as(path)
                    .isEqualTo("default-src 'none'; script-src 'self'"
                            + (path.contains("/worker-") ? " 'wasm-unsafe-eval'" : "") + "; frame-ancestors 'none'");
            assertThat(file.all("content-encoding")).as(path).isEmpty();
            assertThat(file.all("set-cookie")).as(path).isEmpty();
            assertThat(file.all("stile-verdict")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.5", "deflate,gzip;q=0.001"})
    void file_whereGzipIsAccepted_isCompressed(String accepted) throws IOException {
        for (String path : files()) {
            WireResponse plain = app().get(path, Map.of());
            WireResponse zipped = app().get(path, Map.of("Accept-Encoding", accepted));

            assertThat(zipped.header("content-encoding")).as(path).isEqualTo("gzip");
            assertThat(zipped.header("vary")).as(path).isEqualTo("Accept-Encoding");
            assertThat(zipped.header("content-type")).as(path).isEqualTo(plain.header("content-type"));
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                    .as(path)
                    .isEqualTo(plain.body());
        }
    }

    /** RFC 9110 §12.4.2: a weight of 0 means "not acceptable". */
    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "deflate", "gzip;q=0", "gzip; q=0.000", "br, gzip;Q=0.0", "notgzip"})
    void file_whereGzipIsNotAccepted_isPlain(String accepted) {
        WireResponse response = app().get(file(), Map.of("Accept-Encoding", accepted));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.all("content-encoding")).isEmpty();
    }

    @Test
    void head_ofFile_hasItsLengthAndNoBody() {
        WireResponse head = app().send(app().request("HEAD", file(), Map.of()));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("content-length"))
                .isEqualTo(String.valueOf(app().get(file(), Map.of()).body().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "FOO"})
    void otherMethod_ofFile_isRefused(String method) {
        WireResponse response =
                app().send(app().request(method, file(), Map.of()).with("Content-Length", "0"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.member("reason")).isEqualTo("wrong-method");
        assertThat(response.header("allow")).isEqualTo("GET, HEAD");
        assertThat(response.verdict()).isEqualTo("refuse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.stile",
                "/.stile/",
                "/.stile/page.js",
                "/.stile/page-0000000000.js",
                "/.stile/manifest.properties",
                "/.stile/META-INF/stile/manifest.properties",
                "/.stile/redeem/",
                "/.stile/redeemx",
                "/.stile/Redeem",
                "/.stile/x/redeem",
            })
    void unknownName_underTheGatesPath_isRefused(String path) {
        WireResponse response = app().get(path, Map.of());

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("content-type")).isEqualTo("application/problem+json");
        assertThat(response.header("cache-control")).isEqualTo("no-store");
        assertThat(response.verdict()).isEqualTo("refuse");
        assertThat(response.member("reason")).isEqualTo("not-found");
    }

    @Test
    void nameBesideAFiles_isRefused() {
        String path = file();
        for (String beside : List.of(path + ".gz", path + "x", path.replace("/.stile/", "/.stile/x/"), path + "/")) {
            WireResponse response = app().get(beside, Map.of());

            assertThat(response.status()).as(beside).isEqualTo(404);
            assertThat(response.member("reason")).as(beside).isEqualTo("not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/META-INF/",
                "/META-INF/stile/manifest.properties",
                "/META-INF/stile/",
                "/meta-inf/stile/manifest.properties",
                "/META-INF/MANIFEST.MF",
                "/META-INF/resources/",
                "/%4dETA-INF/stile/manifest.properties",
                "/stile/manifest.properties",
                "/manifest.properties",
                "/WEB-INF/lib/filter-core-all.jar",
                "/WEB-INF/web.xml",
                "/dev/stile/page/interstitial.html",
            })
    void restOfTheJar_withPass_isNotThere(String path) {
        WireResponse response = Visitor.withPass(app()).get(path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).doesNotContain("page.js", "<filter>", "{{");
    }

    @Test
    void file_outsideTheGatesPath_isNotThere() {
        String name = file().substring("/.stile".length());

        assertThat(Visitor.withPass(app()).get(name).status()).isEqualTo(404);
    }
}
