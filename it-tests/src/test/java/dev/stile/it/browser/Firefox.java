package dev.stile.it.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.json.Json;

/** Firefox through its own WebDriver BiDi endpoint, which needs no driver program: Debian 12 has none. */
final class Firefox implements Browser {
    /** Scripts of a test run beside the page's, so that they also work where the page's are off. */
    private static final String SANDBOX = "stile-it";

    private final FirefoxProcess process;
    private final Bidi bidi;
    private final String version;
    private final boolean scripts;
    private final List<String> console = new CopyOnWriteArrayList<>();
    private String userContext = "default";
    private String context;

    private Firefox(Path firefox, Set<Setting> settings) {
        scripts = !settings.contains(Setting.SCRIPTS_OFF);
        process = FirefoxProcess.start(firefox, settings);
        bidi = new Bidi(process.endpoint(), this::onEvent);
        Map<String, Object> session = bidi.send(
                "session.new", Map.of("capabilities", Map.of("alwaysMatch", Map.of("acceptInsecureCerts", true))));
        Map<String, Object> capabilities = Bidi.map(session.get("capabilities"));
        version = capabilities.get("browserName") + " " + capabilities.get("browserVersion");
        bidi.send("session.subscribe", Map.of("events", List.of("log.entryAdded")));
        context = createTab();
    }

    static Firefox start(Set<Setting> settings) {
        return new Firefox(Programs.require("stile.it.firefox", "firefox-esr", "firefox-esr", "firefox"), settings);
    }

    @Override
    public Engine engine() {
        return Engine.FIREFOX;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void open(String url) {
        send("browsingContext.navigate", Map.of("url", url, "wait", "complete"));
    }

    @Override
    public void reload() {
        send("browsingContext.reload", Map.of("wait", "complete"));
    }

    @Override
    public void back() {
        send("browsingContext.traverseHistory", Map.of("delta", -1));
    }

    @Override
    public void forward() {
        send("browsingContext.traverseHistory", Map.of("delta", 1));
    }

    @Override
    public String currentUrl() {
        List<?> trees = (List<?>) bidi.send("browsingContext.getTree", Map.of("root", context, "maxDepth", 0))
                .get("contexts");
        return String.valueOf(Bidi.map(trees.get(0)).get("url"));
    }

    @Override
    public String title() {
        return String.valueOf(eval("document.title"));
    }

    @Override
    public String text(String css) {
        return String.valueOf(call("element => element.innerText", element(css)).get("value"));
    }

    @Override
    public boolean exists(String css) {
        return !locate(css).isEmpty();
    }

    @Override
    public @Nullable Object eval(String expression) {
        // Where scripts are off no promise is ever settled, and only a sandbox runs anything.
        Object json = scripts
                ? evaluate(
                        "(async () => JSON.stringify({ value: await (" + expression + "\n) }))()",
                        Map.of("context", context))
                : evaluate(
                        "JSON.stringify({ value: (" + expression + "\n) })",
                        Map.of("context", context, "sandbox", SANDBOX));
        Map<String, Object> result = new Json().toType(String.valueOf(json), Json.MAP_TYPE);
        return result.get("value");
    }

    @Override
    public void click(String css) {
        Map<String, Object> element = element(css);
        call("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })", element);
        Map<String, Object> origin =
                Map.of("type", "element", "element", Map.of("sharedId", String.valueOf(element.get("sharedId"))));
        List<Map<String, Object>> actions = List.of(
                Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin),
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerUp", "button", 0));
        send(
                "input.performActions",
                Map.of("actions", List.of(Map.of("type", "pointer", "id", "mouse", "actions", actions))));
    }

    @Override
    public void press(Key key) {
        List<Map<String, Object>> actions = new ArrayList<>();
        key.codes().forEach(code -> actions.add(Map.of("type", "keyDown", "value", code)));
        key.codes().forEach(code -> actions.add(Map.of("type", "keyUp", "value", code)));
        send(
                "input.performActions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    @Override
    public boolean perceives(String role, String name) {
        return !locate(Map.of("type", "accessibility", "value", Map.of("role", role, "name", name)))
                .isEmpty();
    }

    @Override
    public String newTab() {
        context = createTab();
        return context;
    }

    @Override
    public String tab() {
        return context;
    }

    @Override
    public void switchTo(String tab) {
        context = tab;
        send("browsingContext.activate", Map.of());
    }

    @Override
    public void closeTab(String other) {
        send("browsingContext.close", Map.of());
        switchTo(other);
    }

    @Override
    public byte[] screenshot() {
        return Base64.getDecoder()
                .decode(String.valueOf(
                        send("browsingContext.captureScreenshot", Map.of()).get("data")));
    }

    @Override
    public void resize(int width, int height) {
        send("browsingContext.setViewport", Map.of("viewport", Map.of("width", width, "height", height)));
    }

    @Override
    public List<String> accessibilityTree() {
        return List.of();
    }

    @Override
    public List<String> console() {
        return List.copyOf(console);
    }

    @Override
    public void deleteCookies() {
        bidi.send(
                "storage.deleteCookies", Map.of("partition", Map.of("type", "storageKey", "userContext", userContext)));
    }

    /** A user context has cookies, storage and caches of its own. */
    @Override
    public void forget() {
        String old = userContext;
        userContext =
                String.valueOf(bidi.send("browser.createUserContext", Map.of()).get("userContext"));
        String oldTab = context;
        context = createTab();
        if (old.equals("default")) {
            bidi.send("browsingContext.close", Map.of("context", oldTab));
        } else {
            bidi.send("browser.removeUserContext", Map.of("userContext", old));
        }
        console.clear();
    }

    @Override
    public void close() {
        try (process;
                bidi) {
            bidi.send("browser.close", Map.of());
            process.awaitEnd(10);
        }
    }

    private String createTab() {
        return String.valueOf(bidi.send("browsingContext.create", Map.of("type", "tab", "userContext", userContext))
                .get("context"));
    }

    private Map<String, Object> send(String method, Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("context", context);
        return bidi.send(method, all);
    }

    private @Nullable Object evaluate(String expression, Map<String, Object> target) {
        return value(
                bidi.send("script.evaluate", Map.of("expression", expression, "target", target, "awaitPromise", true)));
    }

    private Map<String, Object> call(String function, Map<String, Object> element) {
        Map<String, Object> result = bidi.send(
                "script.callFunction",
                Map.of(
                        "functionDeclaration",
                        function,
                        "arguments",
                        List.of(Map.of("sharedId", String.valueOf(element.get("sharedId")))),
                        "target",
                        Map.of("context", context, "sandbox", SANDBOX),
                        "awaitPromise",
                        true));
        value(result);
        return Bidi.map(result.get("result"));
    }

    private static @Nullable Object value(Map<String, Object> result) {
        if (!"success".equals(result.get("type"))) {
            throw new IllegalStateException(
                    String.valueOf(Bidi.map(result.get("exceptionDetails")).get("text")));
        }
        return Bidi.map(result.get("result")).get("value");
    }

    private Map<String, Object> element(String css) {
        List<?> nodes = locate(css);
        if (nodes.isEmpty()) {
            throw new IllegalStateException("no element matches " + css);
        }
        return Bidi.map(nodes.get(0));
    }

    private List<?> locate(String css) {
        return locate(Map.of("type", "css", "value", css));
    }

    private List<?> locate(Map<String, Object> locator) {
        return (List<?>) send("browsingContext.locateNodes", Map.of("locator", locator, "maxNodeCount", 1))
                .get("nodes");
    }

    private void onEvent(String method, Map<String, Object> parameters) {
        if (method.equals("log.entryAdded")) {
            console.add(parameters.get("level") + " " + parameters.get("text"));
        }
    }
}
