package dev.stile.it.headers;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Browsers;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.Setting;
import dev.stile.it.browser.UndrivenChromium;
import dev.stile.it.server.SelfSigned;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writes {@code filter-core/src/test/resources/headers} anew from the browsers that are installed. It is not named a test, so that it
 * runs only when asked for:
 *
 * <pre>mvn -pl it-tests -am test -Dtest=HeaderRecorder -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class HeaderRecorder {
    private static final Path FOLDER =
            Path.of(System.getProperty("stile.it.headers", "../filter-core/src/test/resources/headers"));

    private static final List<String> SPECULATION = List.of("/prefetch/speculation", "/prerender/speculation");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void record_browser(Engine engine) throws Exception {
        String name = engine.name().toLowerCase(Locale.ROOT);
        record(engine, EnumSet.noneOf(Setting.class), List.of(Origin.values()), "browser-" + name + ".json", name);
    }

    @Test
    void record_headlessChromium() throws Exception {
        record(
                Engine.CHROMIUM,
                EnumSet.of(Setting.HEADLESS),
                List.of(Origin.HTTPS),
                "bot-chromium-headless.json",
                "bot");
    }

    @Test
    void record_scripts() throws Exception {
        List<HeaderSet> sets = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Origin origin : List.of(Origin.HTTPS, Origin.HTTP)) {
            Recording recording = new Recording(origin);
            try (RawServer server = serve(recording)) {
                // By address: these clients resolve no made-up names, and send the same to any host.
                missing.addAll(new ScriptClients(origin.scheme() + "://127.0.0.1:" + server.port()).run());
                recording.sets().forEach(sets::add);
            }
        }
        write(
                "bot-scripts.json",
                "recorded: what is installed on " + System.getProperty("os.name"),
                "bot",
                sets,
                missing);
    }

    private static void record(
            Engine engine, Set<Setting> settings, List<Origin> origins, String file, String browserName)
            throws Exception {
        List<HeaderSet> sets = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        String version;
        boolean speculation = engine == Engine.CHROMIUM && settings.isEmpty();
        try (Browser browser = Browsers.start(engine, settings)) {
            version = browser.version();
            for (Origin origin : origins) {
                record(browser, origin, speculation, sets, missing);
            }
        }
        String source = "recorded: " + version + " on " + System.getProperty("os.name")
                + (settings.contains(Setting.HEADLESS) ? ", headless" : "");
        write(file, source, browserName, sets, missing);
    }

    private static void record(
            Browser browser, Origin origin, boolean speculation, List<HeaderSet> sets, List<String> missing)
            throws Exception {
        Recording recording = new Recording(origin);
        try (RawServer server = serve(recording)) {
            missing.addAll(new Visit(browser, recording, server.port()).walk());
            if (speculation) {
                UndrivenChromium.visit(
                        recording.origin().url(server.port()) + "/speculation.html",
                        () -> missing.addAll(Visit.await(recording, SPECULATION)));
            }
            recording.sets().forEach(sets::add);
        }
    }

    private static RawServer serve(Recording recording) throws Exception {
        RecorderSite site = new RecorderSite(recording);
        if (recording.origin() != Origin.HTTPS) {
            return new RawServer(ServerSocketFactory.getDefault(), site::answer);
        }
        try (SelfSigned key = new SelfSigned()) {
            return new RawServer(key.context().getServerSocketFactory(), site::answer);
        }
    }

    private static void write(String file, String source, String browser, List<HeaderSet> sets, List<String> missing)
            throws IOException {
        String all = source + ", over HTTP/1.1; never asked for: "
                + (missing.isEmpty() ? "nothing" : String.join(" ", missing));
        HeaderFile.write(FOLDER.resolve(file), all, LocalDate.now().toString(), browser, sets);
    }
}
