package dev.stile.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser without scripts and styles that shows pages as text. It runs anew for each page, and keeps its cookies in a folder
 * of its own in between.
 */
public final class TextBrowser implements AutoCloseable {
    private static final String NAMES = "stile.it.text-browsers";
    private static final long PATIENCE_SECONDS = 20;

    private final Scratch home = new Scratch();
    private final Path program;
    private final List<String> arguments;

    private TextBrowser(Path program, List<String> arguments) {
        this.program = program;
        this.arguments = arguments;
    }

    /**
     * The text browsers that tests run in: those of the system property {@code stile.it.text-browsers}, else both where apt can install
     * them, else none. One that is not installed fails its tests.
     */
    public static Stream<String> names() {
        boolean debian = Files.isExecutable(Path.of("/usr/bin/apt-get"));
        String names = System.getProperty(NAMES, debian ? "lynx,w3m" : "");
        return Arrays.stream(names.split(",")).map(String::trim).filter(name -> !name.isEmpty());
    }

    /** The one of this name, which remembers nothing yet. Close it. */
    public static TextBrowser start(String name) {
        Path program = Programs.require("stile." + name, name, name);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "lynx" -> new TextBrowser(program, List.of("-dump", "-cfg=lynx.cfg")).configured();
            case "w3m" ->
                new TextBrowser(program, List.of("-dump", "-cookie", "-o", "display_link_number=1", "-cols", "80"));
            default -> throw new IllegalArgumentException(name + " is no text browser that is known");
        };
    }

    /** Lynx keeps cookies from one run to the next only where its configuration says so. */
    private TextBrowser configured() {
        try {
            Files.writeString(home.path().resolve("lynx.cfg"), """
                    ACCEPT_ALL_COOKIES:TRUE
                    PERSISTENT_COOKIES:TRUE
                    COOKIE_FILE:cookies
                    COOKIE_SAVE_FILE:cookies
                    CHARACTER_SET:utf-8
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The page at a URL as the visitor reads it, with the addresses of its links below. */
    public String show(String url) {
        try {
            Path text = home.path().resolve("text");
            Process process = command(url).redirectOutput(text.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(program + " does not end at " + url);
            }
            return Files.readString(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + url, e);
        }
    }

    private ProcessBuilder command(String url) {
        ProcessBuilder builder = new ProcessBuilder(Stream.of(List.of(program.toString()), arguments, List.of(url))
                .flatMap(List::stream)
                .toList());
        builder.directory(home.path().toFile()).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().put("HOME", home.path().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    @Override
    public void close() {
        home.close();
    }
}
