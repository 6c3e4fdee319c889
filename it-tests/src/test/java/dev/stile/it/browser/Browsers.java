package dev.stile.it.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Starts browsers, and says which engines the tests run in. */
public final class Browsers {
    private static final String ENGINES = "stile.it.engines";

    private Browsers() {}

    /**
     * The engines that every test runs in: those of the system property {@code stile.it.engines} (such as {@code chromium,webkit}), else all
     * three where apt can install them, else Chromium. One that is not installed fails its tests; none is left out silently.
     */
    public static List<Engine> engines() {
        boolean debian = Files.isExecutable(Path.of("/usr/bin/apt-get"));
        String names = System.getProperty(ENGINES, debian ? "chromium,firefox,webkit" : "chromium");
        return Arrays.stream(names.split(","))
                .map(name -> Engine.valueOf(name.trim().toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Starts a browser. Close it. */
    public static Browser start(Engine engine, Set<Setting> settings) {
        return switch (engine) {
            case CHROMIUM -> Chromium.start(settings);
            case FIREFOX -> Firefox.start(settings);
            case WEBKIT -> WebKit.start(settings);
        };
    }
}
