package dev.stile.it.war;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** The counters of one application as an operator's console reads them. */
record JmxCounters(ObjectName name) {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    static JmxCounters of(App app) {
        return new JmxCounters(named("dev.stile:type=Counters,context=" + ObjectName.quote(app.contextPath())));
    }

    /** The names of all counters, of whatever application. */
    static Set<String> names() {
        return SERVER.queryNames(named("dev.stile:*"), null).stream()
                .map(ObjectName::toString)
                .collect(Collectors.toSet());
    }

    /** Decisions by verdict and reason. */
    Map<String, Long> decisions() {
        return table("Decisions");
    }

    Map<String, Long> passRefusals() {
        return table("PassRefusals");
    }

    /** What mode monitor did not carry out, by verdict and reason. */
    Map<String, Long> unenforced() {
        return table("Unenforced");
    }

    private Map<String, Long> table(String attribute) {
        Map<String, Long> table = new TreeMap<>();
        for (Object row : ((TabularData) attribute(attribute)).values()) {
            CompositeData entry = (CompositeData) row;
            table.put((String) entry.get("key"), (Long) entry.get("value"));
        }
        return table;
    }

    private Object attribute(String attribute) {
        try {
            return SERVER.getAttribute(name, attribute);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectName named(String name) {
        try {
            return new ObjectName(name);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
