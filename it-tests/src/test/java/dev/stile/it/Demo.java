package dev.stile.it;

import dev.stile.demo.DemoServer;
import dev.stile.event.CountersMXBean;
import dev.stile.it.browser.Browser;
import dev.stile.it.server.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The demo as tests run it: by several names, behind a {@link Network}, and with what its gates decided. One runs at a
 * time.
 */
final class Demo implements AutoCloseable {
    /** No secure context by plain http, unlike a loopback address: browsers then have no {@code crypto.subtle}. */
    static final String NAME = "example.test";

    static final String LOOPBACK = "127.0.0.1";

    /** The title of {@code /always/}, the page behind the gate. */
    static final String ARRIVED = "Behind the gate · The Devil’s Dictionary";

    /** The title of {@code /}, which an ordinary browser gets at once. */
    static final String START = "Start · The Devil’s Dictionary";

    /** As much work as the gate will ask for, and far more than a test waits for. */
    static final Map<String, String> ENDLESS_WORK = Map.of("bits", "24", "rounds", "53", "period-seconds", "3600");

    /** Done at once even by a slow engine on a busy machine, for tests that solve often. */
    static final Map<String, String> LITTLE_WORK = Map.of("bits", "6", "rounds", "4");

    private static final String SECRET = "a secret that tests may know, 32 bytes or more";

    private final DemoServer server;
    private final Network network;

    private Demo(DemoServer server, Network network) {
        this.server = server;
        this.network = network;
    }

    /** The demo as it is delivered, on plain http. */
    static Demo start() {
        return start(Map.of());
    }

    /** One application at {@code /}, with these init-params added to the demo's. */
    static Demo start(Map<String, String> parameters) {
        return start(0, Map.of("/", parameters));
    }

    /** Applications by context path, each with init-params added to the demo's, on a port or (0) a free one. */
    static Demo start(int port, Map<String, Map<String, String>> applications) {
        return start(DemoServer.builder().port(port), applications);
    }

    /** The demo as it is delivered, on https too. */
    static Demo startWithHttps() {
        try (SelfSigned key = new SelfSigned()) {
            return start(DemoServer.builder().https(key.path(), key.password()), Map.of("/", Map.of()));
        }
    }

    private static Demo start(DemoServer.Builder builder, Map<String, Map<String, String>> applications) {
        AtomicReference<Network> network = new AtomicReference<>();
        applications.forEach((path, parameters) -> builder.application(path, with(parameters, "secret", SECRET)));
        builder.front(demo -> {
            network.set(new Network(new Gallery(demo)));
            return network.get();
        });
        try {
            return new Demo(builder.start(), network.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path on plain http, by the name that is no secure context. */
    String url(String path) {
        return url(NAME, path);
    }

    String url(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    String httpsUrl(String path) {
        return "https://" + NAME + ":" + server.httpsUri().getPort() + path;
    }

    URI loopback() {
        return URI.create(url(LOOPBACK, ""));
    }

    int port() {
        return server.uri().getPort();
    }

    Network network() {
        return network;
    }

    /** How often the gate of {@code /} decided this, such as {@code grant/fresh}. */
    long decisions(String verdictAndReason) {
        return decisionsOf("/").getOrDefault(verdictAndReason, 0L);
    }

    /** All that the gate of an application decided, counted. */
    Map<String, Long> decisionsOf(String contextPath) {
        try {
            ObjectName name = new ObjectName("dev.stile:type=Counters,context=" + ObjectName.quote(contextPath));
            return JMX.newMXBeanProxy(ManagementFactory.getPlatformMBeanServer(), name, CountersMXBean.class)
                    .getDecisions();
        } catch (MalformedObjectNameException e) {
            throw new AssertionError("a quoted name is well-formed", e);
        }
    }

    /** Closes this one and starts another at its port, with one application at {@code /}. */
    Demo restart(Map<String, String> parameters) {
        int port = port();
        close();
        return start(port, Map.of("/", parameters));
    }

    /** These init-params and one more. */
    static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putIfAbsent(name, value);
        return all;
    }

    /** Waits until the browser shows the page behind the gate. */
    static void untilArrived(Browser browser) {
        browser.until("arrived", page -> page.title().equals(ARRIVED));
    }

    /** Waits until the interstitial says this sentence of its message table. */
    static void untilSaid(Browser browser, String sentence) {
        browser.until(
                sentence,
                page -> sentence.equals(page.eval("document.querySelector('#status [data-text]').dataset.text")));
    }

    /** Whether an element takes any place on the page. */
    static boolean isShown(Browser browser, String css) {
        return Boolean.TRUE.equals(browser.eval("document.querySelector('" + css + "').getClientRects().length > 0"));
    }

    @Override
    public void close() {
        network.release();
        server.close();
    }
}
