package dev.stile.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriver.Window;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;

/** WebKitGTK in its MiniBrowser. Each session is ephemeral, so that forgetting is a new session. */
final class WebKit extends WebDriverBrowser {
    private static final String[] MINI_BROWSER = {
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser"
    };

    private final Path miniBrowser;
    private final Set<Setting> settings;
    private final LoopbackSocks socks;
    private final Scratch scratch = new Scratch();
    private final Subprocess webDriver;
    private final URI endpoint;
    private RemoteWebDriver driver;

    private WebKit(Path miniBrowser, Path webKitWebDriver, Set<Setting> settings) {
        this.miniBrowser = miniBrowser;
        this.settings = settings;
        socks = new LoopbackSocks();
        int port = freePort();
        endpoint = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(webKitWebDriver.toString(), "--port=" + port, "--host=127.0.0.1");
        Display.name().ifPresent(display -> builder.environment().put("DISPLAY", display));
        // Its Accept-Language comes from here; the locale need not be installed.
        builder.environment().put("LANG", "en_US.UTF-8");
        if (settings.contains(Setting.REDUCED_MOTION)) {
            builder.environment().put("XDG_CONFIG_HOME", scratch.path().toString());
            writeDesktopSettings(scratch.path().resolve("gtk-3.0"));
        }
        webDriver = Subprocess.start(builder, line -> {});
        driver = connect();
    }

    static WebKit start(Set<Setting> settings) {
        return new WebKit(
                Programs.require("stile.it.minibrowser", "webkit2gtk-driver", MINI_BROWSER),
                Programs.require("stile.it.webkitwebdriver", "webkit2gtk-driver", "WebKitWebDriver"),
                settings);
    }

    private RemoteWebDriver connect() {
        MutableCapabilities capabilities = new MutableCapabilities();
        capabilities.setCapability("browserName", "MiniBrowser");
        capabilities.setCapability("acceptInsecureCerts", true);
        capabilities.setCapability(
                "webkitgtk:browserOptions", Map.of("binary", miniBrowser.toString(), "args", arguments()));
        RemoteWebDriver connected = Awaitility.await("WebKitWebDriver answers")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(
                        () -> new RemoteWebDriver(
                                new HttpCommandExecutor(CLIENT.baseUrl(endpoint.toURL())), capabilities),
                        session -> true);
        setTimeouts(connected);
        return connected;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--automation", "--proxy=socks5://127.0.0.1:" + socks.port()));
        if (settings.contains(Setting.SCRIPTS_OFF)) {
            arguments.add("--enable-javascript=false");
        }
        if (settings.contains(Setting.COOKIES_OFF)) {
            arguments.add("--cookies-policy=never");
        }
        if (settings.contains(Setting.DARK)) {
            arguments.add("--dark-mode");
        }
        return arguments;
    }

    @Override
    public Engine engine() {
        return Engine.WEBKIT;
    }

    @Override
    RemoteWebDriver driver() {
        return driver;
    }

    @Override
    public void resize(int width, int height) {
        Window window = driver.manage().window();
        window.setSize(new Dimension(width, height));
        long toolbar = height - ((Number) driver.executeScript("return innerHeight")).longValue();
        window.setSize(new Dimension(width, height + (int) toolbar));
    }

    @Override
    public List<String> accessibilityTree() {
        return List.of();
    }

    @Override
    public List<String> console() {
        return List.of();
    }

    @Override
    public void deleteCookies() {
        driver.manage().deleteAllCookies();
    }

    @Override
    public void forget() {
        driver.quit();
        driver = connect();
    }

    @Override
    public void close() {
        try (scratch;
                socks;
                webDriver) {
            driver.quit();
        }
    }

    /** As a desktop has them whose visitor has turned animations off. */
    private static void writeDesktopSettings(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
