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
    private volatile Map<String, Long> before = Map.of();

    /** From now on leaves out what was counted before. */
    void countFrom(Map<String, Long> before) {
        this.before = before;
    }

    /** Decisions by {@code verdict/reason} that were not counted before; empty where there are none. */
    Map<String, Long> since(String contextPath) {
        Map<String, Long> since = new TreeMap<>();
        read(contextPath).forEach((decision, count) -> {
            long more = count - before.getOrDefault(decision, 0L);
            if (more > 0) {
                since.put(decision, more);
            }
        });
        return since;
    }

    /** All decisions since the gate's start by {@code verdict/reason}; empty where there is no gate. */
    Map<String, Long> read(String contextPath) {
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
