package dev.stile.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openqa.selenium.json.Json;

/**
 * A running Firefox with a profile of its own.
 *
 * @param endpoint where it speaks WebDriver BiDi
 */
record FirefoxProcess(Scratch profile, Subprocess process, URI endpoint) implements AutoCloseable {
    private static final String LISTENING = "WebDriver BiDi listening on ";

    static FirefoxProcess start(Path firefox, Set<Setting> settings) {
        Scratch profile = new Scratch();
        write(preferences(settings), profile.path().resolve("user.js"));
        CompletableFuture<String> endpoint = new CompletableFuture<>();
        Subprocess process = Subprocess.start(command(firefox, profile.path(), settings), line -> {
            int at = line.indexOf(LISTENING);
            if (at >= 0) {
                endpoint.complete(line.substring(at + LISTENING.length()).trim());
            }
        });
        try {
            return new FirefoxProcess(profile, process, URI.create(endpoint.get(30, TimeUnit.SECONDS) + "/session"));
        } catch (Exception e) {
            process.close();
            profile.close();
            throw new IllegalStateException("Firefox does not start", e);
        }
    }

    boolean awaitEnd(long seconds) {
        return process.awaitEnd(seconds);
    }

    @Override
    public void close() {
        process.close();
        profile.close();
    }

    private static ProcessBuilder command(Path firefox, Path profile, Set<Setting> settings) {
        List<String> command = new ArrayList<>(List.of(
                firefox.toString(), "--no-remote", "--profile", profile.toString(), "--remote-debugging-port=0"));
        if (settings.contains(Setting.HEADLESS)) {
            command.add("--headless");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", profile.toString());
        builder.environment().put("TMPDIR", profile.toString());
        builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
        Display.name().ifPresent(display -> builder.environment().put("DISPLAY", display));
        return builder;
    }

    private static Map<String, Object> preferences(Set<Setting> settings) {
        Map<String, Object> preferences = new LinkedHashMap<>();
        preferences.put("remote.active-protocols", 1);
        preferences.put("network.dns.forceResolve", "127.0.0.1");
        preferences.put("network.captive-portal-service.enabled", false);
        preferences.put("network.connectivity-service.enabled", false);
        preferences.put("dom.security.https_first", false);
        preferences.put("layout.css.prefers-color-scheme.content-override", settings.contains(Setting.DARK) ? 0 : 1);
        preferences.put("app.normandy.enabled", false);
        preferences.put("browser.aboutwelcome.enabled", false);
        preferences.put("browser.shell.checkDefaultBrowser", false);
        preferences.put("browser.safebrowsing.malware.enabled", false);
        preferences.put("browser.safebrowsing.phishing.enabled", false);
        preferences.put("datareporting.policy.dataSubmissionEnabled", false);
        preferences.put("extensions.update.enabled", false);
        preferences.put("toolkit.telemetry.enabled", false);
        if (settings.contains(Setting.PRIVATE)) {
            preferences.put("browser.privatebrowsing.autostart", true);
        }
        if (settings.contains(Setting.FORCED_COLOURS)) {
            // "Always" under "Override the colors specified by the page".
            preferences.put("browser.display.document_color_use", 2);
        }
        if (settings.contains(Setting.REDUCED_MOTION)) {
            preferences.put("ui.prefersReducedMotion", 1);
        }
        if (settings.contains(Setting.SCRIPTS_OFF)) {
            preferences.put("javascript.enabled", false);
        }
        if (settings.contains(Setting.COOKIES_OFF)) {
            preferences.put("network.cookie.cookieBehavior", 2);
        }
        return preferences;
    }

    private static void write(Map<String, Object> preferences, Path file) {
        Json json = new Json();
        String lines = preferences.entrySet().stream()
                .map(preference -> "user_pref(" + json.toJson(preference.getKey()) + ", "
                        + json.toJson(preference.getValue()) + ");\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
