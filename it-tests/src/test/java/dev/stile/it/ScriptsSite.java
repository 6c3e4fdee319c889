package dev.stile.it;

import dev.stile.demo.web.SecurityHeadersFilter;
import dev.stile.servlet.StileFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * An application of scripts: pages that are open, with the policy of the demo, and below {@code /api/} what they fetch,
 * behind a gate that asks everybody.
 */
final class ScriptsSite implements AutoCloseable {
    private static final Map<String, String> EASY =
            Map.of("secret", "a secret that tests may know, 32 bytes or more", "bits", "8", "rounds", "4");
    private static final String POLICY = """
            budget: { requests: %d }
            rules:
              - include: default
              - name: dear
                when: { path: /api/dear/* }
                action: challenge
                level: 2
              - name: closed
                when: { path: /api/closed }
                action: deny
              - name: api
                when: { path: /api/* }
                action: challenge
            """;

    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();
    private final Server server = new Server();
    private final Path policy;
    private final Network network;

    private ScriptsSite(int budget, Map<String, String> parameters) throws Exception {
        policy = Files.writeString(Files.createTempFile("stile", ".yaml"), POLICY.formatted(budget));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(Demo.LOOPBACK);
        server.addConnector(connector);
        network = new Network(context(parameters));
        server.setHandler(network);
        server.start();
    }

    /** A site whose passes buy so many requests. */
    static ScriptsSite start(int budget) {
        return start(budget, Map.of());
    }

    static ScriptsSite start(int budget, Map<String, String> parameters) {
        try {
            return new ScriptsSite(budget, parameters);
        } catch (Exception e) {
            throw new IllegalStateException("the site does not start", e);
        }
    }

    private ServletContextHandler context(Map<String, String> parameters) {
        ServletContextHandler context = new ServletContextHandler("/");
        Map<String, String> all = new HashMap<>(EASY);
        all.put("policy-file", policy.toString());
        all.putAll(parameters);
        FilterHolder gate = new FilterHolder(new StileFilter());
        gate.setInitParameters(all);
        gate.setAsyncSupported(true);
        context.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(SecurityHeadersFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST));
        add(context, "/api/echo/*", new Echo());
        add(context, "/api/dear/*", new Echo());
        add(context, "/open/echo/*", new Echo());
        add(context, "/redirect/*", new Redirect());
        add(context, "/api/events", new Events());
        add(context, "/pages/*", new Pages());
        // A mapping of the container's own would upgrade in a filter before the gate.
        JettyWebSocketServletContainerInitializer.configure(context, null);
        add(context, "/api/socket", new Sockets());
        return context;
    }

    private static void add(ServletContextHandler context, String path, Servlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, path);
    }

    String url(String path) {
        return url(Demo.NAME, path);
    }

    String url(String host, String path) {
        return "http://" + host + ":" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path;
    }

    Network network() {
        return network;
    }

    /** How often a request came to the application itself, by {@code METHOD /path}. */
    int arrivals(String line) {
        return arrivals.getOrDefault(line, 0);
    }

    @Override
    public void close() {
        network.release();
        try {
            server.stop();
            Files.delete(policy);
        } catch (Exception e) {
            throw new IllegalStateException("the site does not stop", e);
        }
    }

    /** Answers what came, as JSON. */
    private final class Echo extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String line = request.getMethod() + " " + request.getRequestURI();
            int count = arrivals.merge(line, 1, Integer::sum);
            byte[] body = request.getInputStream().readAllBytes();
            List<String> members = new ArrayList<>();
            members.add("\"arrivals\":" + count);
            members.add("\"line\":\"" + line + "\"");
            members.add("\"type\":\"" + text(request.getContentType()) + "\"");
            members.add("\"test\":\"" + text(request.getHeader("X-Test")) + "\"");
            members.add("\"body\":\"" + Base64.getEncoder().encodeToString(body) + "\"");
            boolean html = request.getHeader("HX-Request") != null;
            String json = "{" + String.join(",", members) + "}";
            response.setContentType(html ? "text/html;charset=utf-8" : "application/json");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream()
                    .write((html ? "<b>" + line + " " + new String(body, StandardCharsets.UTF_8) + "</b>" : json)
                            .getBytes(StandardCharsets.UTF_8));
        }

        private static String text(String value) {
            return value == null ? "" : value.replace("\"", "\\\"");
        }
    }

    /** {@code /redirect/303/api/echo/x} redirects to {@code /api/echo/x} with that status. */
    private final class Redirect extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            arrivals.merge(request.getMethod() + " " + request.getRequestURI(), 1, Integer::sum);
            request.getInputStream().readAllBytes();
            response.setStatus(Integer.parseInt(request.getPathInfo().substring(1, 4)));
            response.setHeader("Location", request.getPathInfo().substring(4));
        }
    }

    /** Sends one event, and ends: the browser connects again by itself, after a while. */
    private static final class Events extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/event-stream");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write("retry: 50\ndata: hello\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Serves the test's own pages and scripts. */
    private static final class Pages extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String name = request.getPathInfo().substring(1);
            boolean script = name.endsWith(".js");
            response.setContentType(script ? "text/javascript;charset=utf-8" : "text/html;charset=utf-8");
            if (name.startsWith("lax")) {
                response.setHeader("Content-Security-Policy", "default-src 'self'; connect-src *");
            }
            response.getOutputStream().write(read(name));
        }

        private static byte[] read(String name) {
            String path = name.equals("htmx.js")
                    ? "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js"
                    : "scripts/" + name;
            try (InputStream file = ScriptsSite.class.getResourceAsStream(path)) {
                if (file == null) {
                    throw new IllegalStateException(name + " is missing");
                }
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read", e);
            }
        }
    }

    /** Opens connections behind the gate. */
    private static final class Sockets extends JettyWebSocketServlet {
        @Override
        protected void configure(JettyWebSocketServletFactory factory) {
            factory.setCreator((request, response) -> new Greeter());
        }
    }

    /** Says hello to whom a connection is opened. */
    public static final class Greeter implements Session.Listener.AutoDemanding {
        @Override
        public void onWebSocketOpen(Session session) {
            session.sendText("hello", Callback.NOOP);
        }
    }
}
