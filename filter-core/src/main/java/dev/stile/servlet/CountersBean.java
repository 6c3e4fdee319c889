package dev.stile.servlet;

import dev.stile.event.Counters;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Shows an application's counters over JMX as {@code dev.stile:type=Counters,context="/app"}. What fails here is logged
 * and stops nothing.
 */
final class CountersBean implements AutoCloseable {
    private static final Logger LOG = System.getLogger("dev.stile");

    private static final int MAX_NAMES = 100;

    private final Optional<ObjectName> name;

    CountersBean(Counters counters, String contextPath) {
        this.name = register(counters, contextPath);
    }

    private static Optional<ObjectName> register(Counters counters, String contextPath) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        // Two hosts of one JVM may have applications of one path: the later gets a number.
        for (int number = 1; number <= MAX_NAMES; number++) {
            try {
                ObjectName name = name(contextPath, number);
                server.registerMBean(counters, name);
                return Optional.of(name);
            } catch (InstanceAlreadyExistsException e) {
                LOG.log(Level.DEBUG, "another application has this name", e);
            } catch (JMException e) {
                LOG.log(Level.WARNING, "the counters cannot be shown over JMX", e);
                return Optional.empty();
            }
        }
        LOG.log(Level.WARNING, "the counters cannot be shown over JMX: too many applications have this path");
        return Optional.empty();
    }

    private static ObjectName name(String contextPath, int number) throws JMException {
        String path = contextPath.isEmpty() ? "/" : contextPath;
        String suffix = number == 1 ? "" : ",number=" + number;
        return new ObjectName("dev.stile:type=Counters,context=" + ObjectName.quote(path) + suffix);
    }

    @Override
    public void close() {
        name.ifPresent(registered -> {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
            } catch (JMException e) {
                LOG.log(Level.WARNING, "the counters cannot be taken from JMX", e);
            }
        });
    }
}
