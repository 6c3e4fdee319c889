package dev.stile.bench.http;

import dev.stile.servlet.StileFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlets.DoSFilter;

/** What stands before the application. */
public enum Front {
    /** Nothing. */
    NONE {
        @Override
        void install(ServletContextHandler context, Map<String, String> parameters) {}
    },

    /** Jetty's own filter against floods, at a limit that no client reaches: it counts each request, and delays none. */
    DOS_FILTER {
        @Override
        void install(ServletContextHandler context, Map<String, String> parameters) {
            FilterHolder holder = new FilterHolder(DoSFilter.class);
            holder.setInitParameters(Map.of("maxRequestsPerSec", "1000", "trackSessions", "false"));
            add(context, holder);
        }
    },

    /** Stile. */
    STILE {
        @Override
        void install(ServletContextHandler context, Map<String, String> parameters) {
            FilterHolder holder = new FilterHolder(StileFilter.class);
            holder.setInitParameters(parameters);
            holder.setInitParameter("secret", "a secret of the benchmark that guards nothing");
            add(context, holder);
        }
    };

    /** Must be called before the application's servlets are added. */
    abstract void install(ServletContextHandler context, Map<String, String> parameters);

    private static void add(ServletContextHandler context, FilterHolder holder) {
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }
}
