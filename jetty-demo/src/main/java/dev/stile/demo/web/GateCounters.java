package dev.stile.demo.web;

import dev.stile.event.CountersMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The decisions of one application's gate, as an operator's console reads them over JMX. Safe for threads. */
final class GateCounters {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private volatile Map<String, Long> marked = Map.of();

    /** Counts from now on. */
    void mark(String contextPath) {
        marked = read(contextPath);
    }

    /** Decisions by {@code verdict/reason} since the mark; empty where there were none, or there is no gate. */
    Map<String, Long> sinceMark(String contextPath) {
        Map<String, Long> since = new TreeMap<>();
        read(contextPath).forEach((decision, count) -> {
            long more = count - marked.getOrDefault(decision, 0L);
            if (more > 0) {
                since.put(decision, more);
            }
        });
        return since;
    }

    private Map<String, Long> read(String contextPath) {
        try {
            ObjectName name = name(contextPath);
            return server.isRegistered(name)
                    ? JMX.newMXBeanProxy(server, name, CountersMXBean.class).getDecisions()
                    : Map.of();
        } catch (UndeclaredThrowableException e) {
            // The gate ended in between.
            return Map.of();
        }
    }

    private static ObjectName name(String contextPath) {
        try {
            String path = contextPath.isEmpty() ? "/" : contextPath;
            return new ObjectName("dev.stile:type=Counters,context=" + ObjectName.quote(path));
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("a quoted name is well-formed", e);
        }
    }
}
