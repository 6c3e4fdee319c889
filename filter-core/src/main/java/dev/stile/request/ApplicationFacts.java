package dev.stile.request;

/**
 * What only the container and the application can tell of a request. Asked when a rule needs it, and not before. For
 * one thread.
 */
public interface ApplicationFacts {
    /** Nothing is known. */
    ApplicationFacts NONE = new ApplicationFacts() {
        @Override
        public boolean hasCookie(String name) {
            return false;
        }

        @Override
        public boolean hasSession() {
            return false;
        }

        @Override
        public boolean holds(String condition) {
            return false;
        }
    };

    /** Whether a cookie of this name was sent; anybody can send one. */
    boolean hasCookie(String name);

    /** Whether the client named a session that the container knows and has not ended. */
    boolean hasSession();

    /** Whether a condition that the application brings holds; false if it brings none of this name. */
    boolean holds(String condition);
}
