package dev.stile.it.war;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.ClassMatcher;

/**
 * An embedded Jetty with its usual settings, but for {@code lenient}, which takes every ambiguous path and decodes it.
 */
final class JettyContainer implements Container {
    private final Server server = new Server();
    private final ServerConnector connector;
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private final Map<String, WebAppContext> deployed = new HashMap<>();
    private final boolean lenient;

    JettyContainer(boolean lenient) throws Exception {
        this.lenient = lenient;
        HttpConfiguration configuration = new HttpConfiguration();
        if (lenient) {
            configuration.setUriCompliance(UriCompliance.UNSAFE);
        }
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(contexts);
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public boolean start(String contextPath, Path folder) throws Exception {
        WebAppContext context = new WebAppContext(folder.toString(), contextPath.isEmpty() ? "/" : contextPath);
        // The WAR shall run on its own jar; that of the tests' class path is none of its business.
        context.addHiddenClassMatcher(new ClassMatcher("dev.stile."));
        context.getServletHandler().setDecodeAmbiguousURIs(lenient);
        deployed.put(contextPath, context);
        contexts.addHandler(context);
        context.start();
        return context.isAvailable();
    }

    @Override
    public void stop(String contextPath) throws Exception {
        WebAppContext context = deployed.remove(contextPath);
        context.stop();
        contexts.removeHandler(context);
        context.destroy();
    }

    @Override
    public void shutDown() throws Exception {
        server.stop();
    }
}
