package dev.stile.it.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium or Chrome, with a window unless asked otherwise. */
final class Chromium extends WebDriverBrowser {
    private static final int BLOCK = 2;

    /** It warns of every browser newer than Selenium's typed protocol, which is not used here. Held, or the level is lost. */
    private static final Logger CDP_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;
    private final List<String> console = new ArrayList<>();

    private final Scratch scratch;
    private final Set<Setting> settings;

    private Chromium(ChromeDriver driver, Scratch scratch, Set<Setting> settings) {
        this.driver = driver;
        this.scratch = scratch;
        this.settings = settings;
        emulate();
    }

    static Chromium start(Set<Setting> settings) {
        ChromeOptions options = options(settings);
        Optional<Path> binary = binary();
        Optional<Path> chromedriver = Programs.find("webdriver.chrome.driver", "chromedriver");
        binary.ifPresent(path -> options.setBinary(path.toFile()));
        ChromeDriverService.Builder service = new ChromeDriverService.Builder().usingAnyFreePort();
        Scratch scratch = new Scratch();
        Map<String, String> environment =
                new HashMap<>(Map.of("TMPDIR", scratch.path().toString()));
        Display.name().ifPresent(display -> environment.put("DISPLAY", display));
        service.withEnvironment(environment);
        if (binary.isPresent()) {
            // Only a driver that came with this browser fits it; else Selenium Manager looks for one.
            chromedriver.ifPresent(path -> service.usingDriverExecutable(path.toFile()));
        }
        CDP_VERSIONS.setLevel(Level.OFF);
        ChromeDriver driver = new ChromeDriver(service.build(), options, CLIENT);
        setTimeouts(driver);
        return new Chromium(driver, scratch, settings);
    }

    static Optional<Path> binary() {
        return Programs.find("stile.it.chrome", "chromium", "chromium-browser", "google-chrome");
    }

    /** What every visit needs, driven or not. */
    static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--window-size=1280,900",
                "--host-resolver-rules=MAP * 127.0.0.1",
                "--ignore-certificate-errors",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                // Else a plain http URL is tried over https first.
                "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static ChromeOptions options(Set<Setting> settings) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(arguments());
        if (settings.contains(Setting.HEADLESS)) {
            options.addArguments("--headless=new");
        }
        if (settings.contains(Setting.PRIVATE)) {
            options.addArguments("--incognito");
        }
        if (settings.contains(Setting.DARK)) {
            options.addArguments("--force-dark-mode");
        }
        if (settings.contains(Setting.REDUCED_MOTION)) {
            options.addArguments("--force-prefers-reduced-motion");
        }
        Map<String, Object> preferences = new HashMap<>();
        if (settings.contains(Setting.SCRIPTS_OFF)) {
            preferences.put("profile.default_content_setting_values.javascript", BLOCK);
        }
        if (settings.contains(Setting.COOKIES_OFF)) {
            preferences.put("profile.default_content_setting_values.cookies", BLOCK);
        }
        options.setExperimentalOption("prefs", preferences);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        return options;
    }

    @Override
    public Engine engine() {
        return Engine.CHROMIUM;
    }

    @Override
    ChromeDriver driver() {
        return driver;
    }

    /** By emulation, because no window can be as narrow as a phone. */
    @Override
    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    @Override
    public List<String> accessibilityTree() {
        driver.executeCdpCommand("Accessibility.enable", Map.of());
        try {
            return AccessibilityTree.lines(driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of()));
        } finally {
            driver.executeCdpCommand("Accessibility.disable", Map.of());
        }
    }

    @Override
    public List<String> console() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            console.add(entry.getLevel() + " " + entry.getMessage());
        }
        return List.copyOf(console);
    }

    @Override
    public void deleteCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    @Override
    public void forget() {
        List<String> old = List.copyOf(driver.getWindowHandles());
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        for (String tab : old) {
            driver.switchTo().window(tab).close();
        }
        driver.switchTo().window(fresh);
        deleteCookies();
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
        console();
        console.clear();
        emulate();
    }

    /** What no argument sets, and what each tab has to be told. */
    private void emulate() {
        if (settings.contains(Setting.FORCED_COLOURS)) {
            driver.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
        }
    }

    @Override
    public void close() {
        try (scratch) {
            driver.quit();
        }
    }
}
