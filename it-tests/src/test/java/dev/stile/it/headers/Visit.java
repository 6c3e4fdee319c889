package dev.stile.it.headers;

import dev.stile.it.browser.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One browser's walk through the {@link RecorderSite}, making every kind of request that it can make. */
final class Visit {
    /** Some browsers never make some requests: long enough for those that do. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<String> LINKS =
            List.of("link", "noreferrer", "redirect", "form-get", "form-post", "form-multipart");

    private static final List<String> PARTS = paths(
            "beacon", "form plain", //
            "embed", "embed",
            "eventsource", "plain",
            "fetch",
                    "delete from-other-worker from-worker head htmx json keepalive no-cors plain post-form post-json preload put range",
            "font", "face preload",
            "frame", "iframe",
            "image", "background crossorigin icon img lazy poster preload script srcset svg",
            "manifest", "link",
            "media", "audio video",
            "object", "object",
            "prefetch", "link",
            "report", "csp",
            "script",
                    "async classic crossorigin dynamic-import import-scripts module module-import modulepreload preload",
            "style", "import link preload",
            "track", "track",
            "websocket", "plain",
            "worker", "classic module shared",
            "worklet", "audio",
            "xhr", "plain requested-with");

    private static final List<String> OTHER_SITE = paths(
            "beacon", "other-site",
            "eventsource", "other-site",
            "fetch", "other-site other-site-no-cors other-site-preflight other-site-put",
            "font", "other-site",
            "frame", "other-site",
            "image", "other-site",
            "media", "other-site",
            "preflight", "other-site-preflight other-site-put",
            "script", "other-site other-site-module",
            "style", "other-site",
            "websocket", "other-site");

    private static final List<String> BY_SERVICE_WORKER = paths(
            "fetch", "by-service-worker in-service-worker",
            "frame", "by-service-worker",
            "image", "by-service-worker",
            "navigation", "by-service-worker by-service-worker-again",
            "script", "by-service-worker",
            "service-worker", "script");

    private final Browser browser;
    private final Recording recording;
    private final String base;
    private final String otherSite;
    private final List<String> missing = new ArrayList<>();

    Visit(Browser browser, Recording recording, int port) {
        this.browser = browser;
        this.recording = recording;
        base = recording.origin().url(port);
        otherSite = recording.origin().otherSite(port);
    }

    /** Walks, and tells what was never asked for. */
    List<String> walk() {
        browser.forget();
        navigations();
        links(base, "");
        links(otherSite, "other-site-");
        // The tab that was opened last hides this one, and a hidden page loads no media.
        browser.forget();
        browser.open(base + "/plain.html");
        await(List.of("/image/favicon.ico"));
        browser.open(base + "/parts.html");
        await(PARTS);
        browser.open(otherSite + "/other-site.html");
        await(OTHER_SITE);
        browser.open(base + "/hub.html");
        if (!Boolean.TRUE.equals(browser.eval("'serviceWorker' in navigator && isSecureContext"))) {
            missing.add(recording.origin().label() + "/service-worker/script");
        } else {
            serviceWorker();
        }
        return missing;
    }

    private void navigations() {
        browser.open(base + "/navigation/typed");
        browser.reload();
        await(paths("navigation", "typed typed-again"));
        browser.open(base + "/navigation/script-reload");
        byScript("location.reload()", "script-reload-again");
        browser.open(base + "/hub.html");
        byScript("location.assign('/navigation/script-assign')", "script-assign");
        arrive("/navigation/script-assign");
        byScript("location.replace('/navigation/script-replace')", "script-replace");
        arrive("/navigation/script-replace");
    }

    private void links(String site, String prefix) {
        for (String link : LINKS) {
            browser.open(site + "/hub.html");
            browser.click("#" + link);
            arrive("/navigation/" + prefix + (link.equals("redirect") ? "redirected" : link));
        }
        browser.open(site + "/hub.html");
        browser.click("#ping");
        arrive("/navigation/" + prefix + "with-ping");
        await(List.of("/ping/" + prefix + "link"));
        browser.open(site + "/hub.html");
        browser.click("#download");
        await(List.of("/download/" + prefix + "link"));
        browser.click("#new-tab");
        await(List.of("/navigation/" + prefix + "new-tab"));
    }

    private void serviceWorker() {
        try {
            browser.eval(
                    "navigator.serviceWorker.register('/service-worker/script', { scope: '/' }).then(() => navigator.serviceWorker.ready).then(() => true)");
        } catch (RuntimeException e) {
            missing.add(recording.origin().label() + "/service-worker/script (" + e.getMessage() + ")");
            return;
        }
        browser.open(base + "/navigation/by-service-worker");
        browser.reload();
        browser.open(base + "/with-service-worker.html");
        await(BY_SERVICE_WORKER);
    }

    private void byScript(String script, String name) {
        // Later, because the answer would be lost with the page.
        browser.eval("setTimeout(() => " + script + ", 1)");
        await(List.of("/navigation/" + name));
    }

    /** Waits for the page too: one that is still loading gets in the way of the next navigation. */
    private void arrive(String path) {
        browser.until(path, arrived -> arrived.title().equals(path));
    }

    private void await(Collection<String> paths) {
        missing.addAll(await(recording, paths));
    }

    /** Waits for requests; tells which did not come. */
    static List<String> await(Recording recording, Collection<String> paths) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> recording.has(paths));
        } catch (ConditionTimeoutException e) {
            // Told below.
        }
        return recording.missing(paths);
    }

    /** Pairs of a kind and names: {@code /kind/name} each. */
    private static List<String> paths(String... kindsAndNames) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < kindsAndNames.length; i += 2) {
            String kind = kindsAndNames[i];
            Arrays.stream(kindsAndNames[i + 1].split(" ")).forEach(name -> paths.add("/" + kind + "/" + name));
        }
        return paths;
    }
}
