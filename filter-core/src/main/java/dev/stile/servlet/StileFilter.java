package dev.stile.servlet;

import dev.stile.event.StileListener;
import dev.stile.gate.Decision;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gate as a servlet filter. Its init-params are the options of {@code docs/configuration.md}; without any it does
 * something sensible. Map it to {@code /*} for REQUEST dispatches, before other filters, with async supported. All
 * filters of one application share one gate. Safe for threads.
 */
public final class StileFilter implements Filter {
    /** An error page and an included part are answers already. */
    private static final Set<DispatcherType> JUDGED =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.FORWARD);

    private final List<StileListener> listeners;
    private @Nullable ServletContext context;
    private @Nullable Application application;

    /** For {@code web.xml}; listeners are found by {@link java.util.ServiceLoader}. */
    public StileFilter() {
        this(List.of());
    }

    /**
     * For applications that set filters up in code, with listeners beside those that {@link java.util.ServiceLoader}
     * finds.
     */
    public StileFilter(List<StileListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Starts the gate, or joins the one that another filter of the application has started.
     *
     * @throws ServletException if an option is not as it should be, naming all problems; if no mapping covers the
     *     gate's endpoints; if the application's filters have different options
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        application = SharedApplication.join(config, listeners);
        context = config.getServletContext();
    }

    /**
     * Lets the request through, or answers it. Each request is judged once, as the client sent it, and not where the
     * application dispatches it on; but where another filter did so before this one saw it (Jetty's QoSFilter does), it
     * is judged then. One that was stopped, and comes again all the same, is judged again.
     */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (application == null) {
            throw new IllegalStateException("the filter was not started");
        }
        boolean letThrough =
                request.getAttribute(Decision.ATTRIBUTE) instanceof Decision decision && decision.letsThrough();
        if (request instanceof HttpServletRequest httpRequest
                && response instanceof HttpServletResponse httpResponse
                && JUDGED.contains(request.getDispatcherType())
                && !letThrough) {
            application.filter(httpRequest, httpResponse, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void destroy() {
        if (context != null) {
            SharedApplication.leave(context);
        }
    }
}
