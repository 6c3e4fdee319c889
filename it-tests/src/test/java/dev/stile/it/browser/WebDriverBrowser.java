package dev.stile.it.browser;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** What Chromium and WebKitGTK share: a browser behind WebDriver. */
abstract sealed class WebDriverBrowser implements Browser permits Chromium, WebKit {
    /** JSON, because drivers differ in what they make of undefined, NaN and nested values. */
    private static final String EVALUATE = """
            const done = arguments[arguments.length - 1];
            (async () => JSON.stringify({ value: await (%s
            ) }))().then(done, problem => done(JSON.stringify({ problem: String(problem) })));
            """;

    /** How to talk to a driver: one that no longer answers fails its test after this time. */
    static final ClientConfig CLIENT = ClientConfig.defaultConfig().readTimeout(Duration.ofSeconds(60));

    static void setTimeouts(RemoteWebDriver driver) {
        driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(Duration.ofSeconds(30));
    }

    abstract RemoteWebDriver driver();

    @Override
    public String version() {
        return driver().getCapabilities().getBrowserName() + " "
                + driver().getCapabilities().getBrowserVersion();
    }

    @Override
    public void open(String url) {
        driver().get(url);
    }

    @Override
    public void reload() {
        driver().navigate().refresh();
    }

    @Override
    public void back() {
        driver().navigate().back();
    }

    @Override
    public void forward() {
        driver().navigate().forward();
    }

    @Override
    public String currentUrl() {
        return String.valueOf(driver().getCurrentUrl());
    }

    @Override
    public String title() {
        return String.valueOf(driver().getTitle());
    }

    @Override
    public String text(String css) {
        return element(css).getText();
    }

    @Override
    public boolean exists(String css) {
        return !driver().findElements(By.cssSelector(css)).isEmpty();
    }

    @Override
    public @Nullable Object eval(String expression) {
        Object json = driver().executeAsyncScript(EVALUATE.formatted(expression));
        Map<String, Object> result = new Json().toType(String.valueOf(json), Json.MAP_TYPE);
        if (result.containsKey("problem")) {
            throw new IllegalStateException(expression + ": " + result.get("problem"));
        }
        return result.get("value");
    }

    @Override
    public void click(String css) {
        element(css).click();
    }

    @Override
    public void press(Key key) {
        Actions actions = new Actions(driver());
        key.codes().forEach(actions::keyDown);
        key.codes().forEach(actions::keyUp);
        actions.perform();
    }

    @Override
    public boolean perceives(String role, String name) {
        return driver().findElements(By.cssSelector("body *")).stream()
                .anyMatch(element -> isPerceivedAs(element, role, name));
    }

    private static boolean isPerceivedAs(WebElement element, String role, String name) {
        try {
            return role.equals(element.getAriaRole()) && name.equals(element.getAccessibleName());
        } catch (WebDriverException e) {
            // Thus WebKit's driver tells that an element is not in the tree.
            return false;
        }
    }

    @Override
    public String newTab() {
        driver().switchTo().newWindow(WindowType.TAB);
        return tab();
    }

    @Override
    public String tab() {
        return driver().getWindowHandle();
    }

    @Override
    public void switchTo(String tab) {
        driver().switchTo().window(tab);
    }

    @Override
    public void closeTab(String other) {
        driver().close();
        switchTo(other);
    }

    @Override
    public byte[] screenshot() {
        return driver().getScreenshotAs(OutputType.BYTES);
    }

    private WebElement element(String css) {
        return driver().findElement(By.cssSelector(css));
    }
}
