package dev.stile.demo;

import dev.stile.demo.archive.Archive;
import dev.stile.demo.scraper.Scraper;
import dev.stile.demo.web.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The demo as a running server, on the loopback interface only. It serves from {@link Builder#start()} until it is
 * closed.
 */
public final class DemoServer implements AutoCloseable {

    private static final int MAX_THREADS = 32;
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** The context path of the application for visitors without scripts. */
    private static final String TEXT = "/text";

    /** Holds its {@code WEB-INF} with the policy. */
    private static final String TEXT_FOLDER = "dev/stile/demo/text/";

    /** Few come here. */
    private static final Map<String, String> TEXT_PARAMETERS =
            Map.of("flood-memory-mib", "1", "budget-memory-mib", "1");

    private final Server server;
    private final Scraper scraper;
    private final ServerConnector plain;
    private final @Nullable ServerConnector secure;
    private final String contextPath;

    private DemoServer(Builder builder) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("demo");
        server = new Server(threads);
        server.setStopTimeout(GRACE.toMillis());
        server.setErrorHandler(new BriefErrors());
        Map<String, Map<String, String>> applications =
                builder.applications.isEmpty() ? Map.of("/", Map.of()) : builder.applications;
        contextPath = applications.keySet().iterator().next();
        plain = Connectors.plain(server, builder.port);
        server.addConnector(plain);
        Archive archive = Archive.bundled();
        scraper = new Scraper(archive, plain::getLocalPort);
        server.setHandler(builder.front.apply(new GracefulHandler(contexts(applications, new Site(archive, scraper)))));
        secure =
                builder.keyStore == null ? null : Connectors.secure(server, builder.keyStore, builder.keyStorePassword);
        if (secure != null) {
            server.addConnector(secure);
        }
    }

    private static Handler contexts(Map<String, Map<String, String>> applications, Site site) {
        ContextHandlerCollection contexts = new ContextHandlerCollection();
        applications.forEach((path, gateParameters) -> {
            ServletContextHandler context = new ServletContextHandler(path);
            context.setErrorHandler(new BriefErrors());
            GateFilter.install(context, gateParameters);
            site.install(context);
            contexts.addHandler(context);
        });
        contexts.addHandler(text(site, applications.keySet().iterator().next()));
        return contexts;
    }

    /** A small application beside the demo's, with a gate and a policy of its own: visitors without scripts may wait. */
    private static ServletContextHandler text(Site site, String demoPath) {
        ServletContextHandler context = new ServletContextHandler(TEXT);
        context.setErrorHandler(new BriefErrors());
        context.setBaseResource(ResourceFactory.of(context).newClassLoaderResource(TEXT_FOLDER));
        GateFilter.install(context, TEXT_PARAMETERS);
        site.installText(context, demoPath.endsWith("/") ? demoPath : demoPath + "/");
        return context;
    }

    /** A server with one application at {@code /} on a free port, unless it is told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where the first application is on plain http, with a slash at the end. */
    public URI uri() {
        return uri("http", plain);
    }

    /**
     * Where the first application is on https, with a slash at the end.
     *
     * @throws IllegalStateException if the server was built without {@link Builder#https}
     */
    public URI httpsUri() {
        if (secure == null) {
            throw new IllegalStateException("the server was built without https");
        }
        return uri("https", secure);
    }

    private URI uri(String scheme, ServerConnector connector) {
        String path = contextPath.endsWith("/") ? contextPath : contextPath + "/";
        return URI.create(scheme + "://" + Connectors.ADDRESS + ":" + connector.getLocalPort() + path);
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            if (e instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("the demo does not start: " + e.getMessage(), e);
        }
    }

    /** Waits until the server is closed. */
    void join() throws InterruptedException {
        server.join();
    }

    /** Takes no more requests, gives those in hand {@link #GRACE} to end, and frees the port. May be called twice. */
    @Override
    public void close() {
        scraper.close();
        try {
            server.stop();
        } catch (TimeoutException e) {
            // All is stopped, but not all that was in hand had ended by then.
        } catch (Exception e) {
            throw new IllegalStateException("the demo does not stop: " + e.getMessage(), e);
        }
    }

    /** An error page that says what is wrong and nothing of the program's inside. */
    private static final class BriefErrors extends ErrorHandler {
        BriefErrors() {
            setShowStacks(false);
            setShowCauses(false);
        }
    }

    /** What the server is made of. */
    public static final class Builder {

        private final Map<String, Map<String, String>> applications = new LinkedHashMap<>();
        private int port;
        private @Nullable Path keyStore;
        private String keyStorePassword = "";
        private UnaryOperator<Handler> front = demo -> demo;

        private Builder() {}

        /** The port for plain http, 0 to 65535; 0, the default, takes a free one. */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
            }
            this.port = port;
            return this;
        }

        /**
         * Adds an application. Called twice, the server has two, each with a gate of its own.
         *
         * @param contextPath {@code /}, or a path that begins with a slash and ends without one
         * @param gateParameters init-params of the filter that are added to the demo's, or replace them
         */
        public Builder application(String contextPath, Map<String, String> gateParameters) {
            applications.put(contextPath, Map.copyOf(gateParameters));
            return this;
        }

        /** Serves https too, on a free port, with the only key of this key store. */
        public Builder https(Path keyStore, String password) {
            this.keyStore = keyStore;
            this.keyStorePassword = password;
            return this;
        }

        /** Puts a handler around the whole server, before any gate: tests make a network of it that fails. */
        public Builder front(UnaryOperator<Handler> front) {
            this.front = front;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws IOException if the port cannot be had
         * @throws IllegalStateException if an application does not start, for instance because the gate refuses its
         * parameters
         */
        public DemoServer start() throws IOException {
            DemoServer demo = new DemoServer(this);
            demo.start();
            return demo;
        }
    }
}
