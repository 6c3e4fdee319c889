package dev.stile.demo;

import dev.stile.demo.web.DecisionServlet;
import dev.stile.explain.DecisionRing;
import dev.stile.servlet.StileFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Puts Stile's filter before an application, as its web.xml would. */
final class GateFilter {

    /** The demo's own rules; a visitor of the other pages meets the gate's defaults. */
    private static final Map<String, String> PARAMETERS = Map.of("always-paths", "/always/*,/api/*");

    private GateFilter() {}

    /**
     * Must be called before any other filter is added: the gate stands first.
     *
     * @param overrides init-params that are added to the demo's, or replace them
     */
    static void install(ServletContextHandler context, Map<String, String> overrides) {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.putAll(overrides);
        DecisionRing decisions = new DecisionRing();
        context.setAttribute(DecisionServlet.DECISIONS, decisions);
        FilterHolder holder = new FilterHolder(new StileFilter(List.of(decisions)));
        holder.setName("stile");
        holder.setInitParameters(parameters);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }
}
