package dev.stile.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The conditions that an application brings, by name. Safe for threads. */
final class RequestConditions {
    private static final Logger LOG = System.getLogger("dev.stile");

    private final Map<String, RequestCondition> conditions;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private RequestConditions(Map<String, RequestCondition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Takes them all.
     *
     * @param problems is told of names that are none, or are given twice
     */
    static RequestConditions of(Iterable<RequestCondition> all, Consumer<String> problems) {
        Map<String, RequestCondition> conditions = new LinkedHashMap<>();
        for (RequestCondition condition : all) {
            String name = condition.name();
            String type = condition.getClass().getName();
            if (!name.matches("[A-Za-z0-9._-]{1,40}")) {
                problems.accept(type + ": its name is '" + name
                        + "'; allowed: 1 to 40 letters, digits, dots, hyphens and underscores");
            } else if (conditions.putIfAbsent(name, condition) != null) {
                problems.accept(type + ": another condition has the name " + name);
            }
        }
        return new RequestConditions(conditions);
    }

    Set<String> names() {
        return conditions.keySet();
    }

    boolean holds(String name, HttpServletRequest request) {
        RequestCondition condition = conditions.get(name);
        if (condition == null) {
            return false;
        }
        try {
            return condition.holds(request);
        } catch (Exception | LinkageError e) {
            // Other languages throw checked exceptions undeclared, and a condition may be built against another version
            // of a library. Once in full: a client that can provoke it must not fill the log.
            Level level = failed.add(name) ? Level.WARNING : Level.DEBUG;
            LOG.log(level, "the condition " + name + " failed and counts as false", e);
            return false;
        }
    }
}
