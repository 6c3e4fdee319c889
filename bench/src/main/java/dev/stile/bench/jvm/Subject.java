package dev.stile.bench.jvm;

import java.util.Map;

/**
 * Something that is measured.
 *
 * @param name as the tables have it
 * @param benchmarks the class that measures it
 * @param method of that class
 * @param parameters of that class; those that are not named have their first value
 * @param large whether it is so much code that the JVM takes longer to compile it
 */
record Subject(String name, Class<?> benchmarks, String method, Map<String, String> parameters, boolean large) {
    static Subject of(String name, Class<?> benchmarks, String method) {
        return new Subject(name, benchmarks, method, Map.of(), false);
    }

    static Subject of(String name, Class<?> benchmarks, String method, String parameter, String value) {
        return new Subject(name, benchmarks, method, Map.of(parameter, value), false);
    }

    static Subject large(String name, Class<?> benchmarks, String method) {
        return new Subject(name, benchmarks, method, Map.of(), true);
    }
}
