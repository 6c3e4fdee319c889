package dev.stile.config;

import java.util.List;

/** The options are not such that the gate may start; names every problem at once, and no secret. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** The exception that names these problems, one sentence each. */
    public ConfigurationException(List<String> problems) {
        super("Stile does not start:\n  - " + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each: the option's name, what is wrong and what is allowed. */
    public List<String> problems() {
        return problems;
    }
}
