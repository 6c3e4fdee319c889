package dev.stile.sketch;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A hash of three words under a secret of this process, so that nobody outside can choose keys that share cells or
 * foretell a draw: SipHash-2-4 (Aumasson and Bernstein, 2012), which is made for short inputs that attackers choose. Its
 * values must not leave the process. Immutable, safe for threads.
 */
public final class KeyedHash {
    /** 24 bytes of input, in the top byte of the last word (SipHash §2.2). */
    private static final long LENGTH_WORD = 24L << 56;

    private final long key0;
    private final long key1;

    KeyedHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /**
     * A hash under a new secret.
     *
     * @param randomness fills an array with unpredictable bytes
     */
    public static KeyedHash under(Consumer<byte[]> randomness) {
        byte[] bytes = new byte[2 * Long.BYTES];
        randomness.accept(bytes);
        ByteBuffer key = ByteBuffer.wrap(bytes);
        return new KeyedHash(key.getLong(), key.getLong());
    }

    /** 64 bits that look random to whoever lacks the secret; the same for the same words. */
    public long of(long first, long second, long third) {
        State state = new State(key0, key1);
        state.absorb(first);
        state.absorb(second);
        state.absorb(third);
        state.absorb(LENGTH_WORD);
        return state.finish();
    }

    /** The four words of SipHash's state. Never leaves {@link #of}, so it costs no allocation once compiled. */
    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
