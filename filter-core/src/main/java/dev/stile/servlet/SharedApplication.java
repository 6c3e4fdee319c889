package dev.stile.servlet;

import dev.stile.config.ConfigReader;
import dev.stile.config.ConfigurationException;
import dev.stile.config.EffectiveValues;
import dev.stile.config.StileConfig;
import dev.stile.event.StileListener;
import dev.stile.page.Appearance;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Lets all filters of one web application share one gate: it is kept in the servlet context from the first filter's
 * start to the last one's end.
 */
final class SharedApplication {
    private static final Logger LOG = System.getLogger("dev.stile");
    private static final String ATTRIBUTE = SharedApplication.class.getName();

    private final Application application;
    private final CountersBean bean;
    private int filters;

    private SharedApplication(Application application, CountersBean bean) {
        this.application = application;
        this.bean = bean;
    }

    /** The application's gate, started if this is its first filter. */
    static Application join(FilterConfig filter, List<StileListener> listeners) throws ServletException {
        ServletContext context = filter.getServletContext();
        // A container starts filters one after another; an application that adds some itself may not.
        synchronized (SharedApplication.class) {
            SharedApplication shared = context.getAttribute(ATTRIBUTE) instanceof SharedApplication running
                    ? running
                    : start(filter, listeners);
            shared.filters++;
            context.setAttribute(ATTRIBUTE, shared);
            return shared.application;
        }
    }

    /** Ends the gate with the application's last filter. */
    static void leave(ServletContext context) {
        synchronized (SharedApplication.class) {
            if (context.getAttribute(ATTRIBUTE) instanceof SharedApplication shared && --shared.filters == 0) {
                shared.bean.close();
                shared.application.close();
                context.removeAttribute(ATTRIBUTE);
            }
        }
    }

    private static SharedApplication start(FilterConfig filter, List<StileListener> listeners) throws ServletException {
        List<String> problems = new ArrayList<>();
        StileConfig config = ConfigReader.read(
                InitParameters.ofAllFilters(filter), name -> Optional.ofNullable(System.getenv(name)), problems::add);
        ApplicationPolicy policy = ApplicationPolicy.read(filter.getServletContext(), config, problems::add);
        Appearance appearance = Appearance.read(
                config.page().language(),
                PageFolder.read(filter.getServletContext(), config.page().folder(), problems::add),
                problems::add);
        if (!problems.isEmpty()) {
            ConfigurationException all = new ConfigurationException(problems);
            throw new ServletException(all.getMessage(), all);
        }
        if (!FilterMappings.cover(filter, config.endpointPath())) {
            throw new ServletException("Stile does not start: no mapping of the filter covers " + config.endpointPath()
                    + "; add " + FilterMappings.missingLine(filter, config.endpointPath()));
        }
        String contextPath = filter.getServletContext().getContextPath();
        LOG.log(
                Level.INFO,
                () -> "Stile starts for '" + contextPath + "' with the policy of "
                        + policy.live().source() + ": " + EffectiveValues.line(config));
        if (config.secrets().random()) {
            LOG.log(
                    Level.WARNING,
                    "Stile has no secret configured and drew a random one: passes end with this process, and no other"
                            + " node accepts them. Set secret, secret-file or secret-env.");
        }
        Application application = new Application(config, policy, appearance, contextPath, withServices(listeners));
        if (!config.policy().check().isZero()) {
            policy.live().watch(config.policy().check());
        }
        return new SharedApplication(application, new CountersBean(application.counters(), contextPath));
    }

    private static List<StileListener> withServices(List<StileListener> listeners) {
        List<StileListener> all = new ArrayList<>(listeners);
        ServiceLoader.load(StileListener.class).forEach(all::add);
        return all;
    }
}
