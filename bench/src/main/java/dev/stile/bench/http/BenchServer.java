package dev.stile.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A Jetty on 127.0.0.1 with one small page, in a process of its own. It says its port on standard output, answers each
 * line {@code heap} with the bytes in use after a full collection, and ends when its input does: with the process that
 * started it, whatever becomes of that.
 */
public final class BenchServer {
    private BenchServer() {}

    /**
     * Serves until standard input ends.
     *
     * @param args the name of a {@link Front}, then init-params for it as {@code name=value}
     */
    public static void main(String[] args) throws Exception {
        ServerLog.begin();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(behindProxy()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        Front.valueOf(args[0]).install(context, parameters(args));
        context.addServlet(PageServlet.class, "/*");
        server.setHandler(context);
        server.start();
        System.out.println(connector.getLocalPort());
        answer();
        server.stop();
    }

    /**
     * Clients have the addresses that {@code X-Forwarded-For} says, whatever stands before the page. Since clients
     * change from request to request of one connection, Jetty's cache of headers is off: it would do nothing but fill
     * up and be cleared, which took a fifth of the time of all servers.
     */
    private static HttpConfiguration behindProxy() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setHeaderCacheSize(0);
        configuration.addCustomizer(new ForwardedRequestCustomizer());
        return configuration;
    }

    private static Map<String, String> parameters(String[] args) {
        Map<String, String> parameters = new HashMap<>();
        for (int at = 1; at < args.length; at++) {
            int equals = args[at].indexOf('=');
            parameters.put(args[at].substring(0, equals), args[at].substring(equals + 1));
        }
        return parameters;
    }

    private static void answer() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (lines.readLine() != null) {
            ManagementFactory.getMemoryMXBean().gc();
            System.out.println(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
