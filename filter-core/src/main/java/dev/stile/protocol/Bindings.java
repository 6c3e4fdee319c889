package dev.stile.protocol;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The tags that bind to networks (PROTOCOL §11), under one key. A request with a pass costs one for each pass, and most
 * come from a network that was here a moment ago: the last {@value #SLOTS} are remembered, each in the one place that its
 * prefix may have. Whoever drives others out costs them an HMAC, as if nothing were remembered.
 *
 * <p>Safe for threads without a lock: what a place holds is immutable, and to miss what another thread has just put there
 * only costs the HMAC.
 */
final class Bindings {
    /** A power of two; about a hundred bytes each, when all are taken. */
    static final int SLOTS = 1 << 10;

    private final Hmac key;
    private final @Nullable Binding[] remembered = new @Nullable Binding[SLOTS];

    private record Binding(NetworkPrefix prefix, long tag) {}

    Bindings(Hmac key) {
        this.key = key;
    }

    long of(NetworkPrefix prefix) {
        int slot = prefix.hashCode() & (SLOTS - 1);
        Binding last = remembered[slot];
        if (last != null && last.prefix().equals(prefix)) {
            return last.tag();
        }
        Binding made =
                new Binding(prefix, ByteBuffer.wrap(key.tag(prefix.bytes())).getLong());
        remembered[slot] = made;
        return made.tag();
    }
}
