package dev.stile.demo;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Puts Stile's filter before an application, as its web.xml would: by class name and init-params. */
final class GateFilter {

    private static final Logger LOG = System.getLogger(GateFilter.class.getName());
    private static final String CLASS_NAME = "dev.stile.servlet.StileFilter";

    /** The demo's own rules; a visitor of the other pages meets the gate's defaults. */
    private static final Map<String, String> PARAMETERS = Map.of("always-paths", "/always/*,/api/*");

    private GateFilter() {}

    /**
     * Must be called before any other filter is added: the gate stands first.
     *
     * @param overrides init-params that are added to the demo's, or replace them
     */
    static void install(ServletContextHandler context, Map<String, String> overrides) {
        Class<? extends Filter> type;
        try {
            type = Class.forName(CLASS_NAME).asSubclass(Filter.class);
        } catch (ClassNotFoundException e) {
            LOG.log(Level.WARNING, "No gate stands before this application: {0} is not there.", CLASS_NAME);
            return;
        }
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.putAll(overrides);
        FilterHolder holder = new FilterHolder(type);
        holder.setName("stile");
        holder.setInitParameters(parameters);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }
}
