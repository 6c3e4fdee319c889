package dev.stile.request;

import java.util.List;
import java.util.Optional;

/**
 * The headers of one request; names in any case. Values are what the client sent: of any length and content. For one
 * thread.
 */
public interface Headers {
    /** All values of a header in the order sent; empty if there is none. */
    List<String> all(String name);

    /** The first value of a header. */
    default Optional<String> first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Whether the header was sent, with any value. */
    default boolean has(String name) {
        return !all(name).isEmpty();
    }
}
