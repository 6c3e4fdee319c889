package dev.stile.protocol;

import java.util.List;
import java.util.function.Predicate;

/**
 * The server's keys: the first signs, all verify, so that a secret can be replaced without voiding what it signed.
 * Immutable.
 */
public final class KeyRing {
    /** Length in bytes of an epoch that voids challenges at a restart (PROTOCOL §11). */
    public static final int EPOCH_LENGTH_BYTES = 16;

    private final ServerKey[] keys;

    /**
     * Derives all keys.
     *
     * @param secrets the signing secret, then those that still verify; at least one
     * @param tag T, which tells applications on one host apart: with one secret, each has keys of its own; ASCII
     * @param epoch {@value #EPOCH_LENGTH_BYTES} random bytes where the replay store dies with the process, else none
     */
    public KeyRing(List<Secret> secrets, String tag, byte[] epoch) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a key ring needs at least one secret");
        }
        if (epoch.length != 0 && epoch.length != EPOCH_LENGTH_BYTES) {
            throw new IllegalArgumentException("an epoch has 0 or 16 bytes, but this one has " + epoch.length);
        }
        keys = secrets.stream().map(secret -> new ServerKey(secret, tag, epoch)).toArray(ServerKey[]::new);
    }

    ServerKey signing() {
        return keys[0];
    }

    Checked<ServerKey> forChallenge(int keyId) {
        return first(key -> key.challengeKeyId() == keyId);
    }

    Checked<ServerKey> forPass(int keyId) {
        return first(key -> key.passKeyId() == keyId);
    }

    Checked<ServerKey> forWait(int keyId) {
        return first(key -> key.waitKeyId() == keyId);
    }

    /** V4, and the same for passes and waits. */
    private Checked<ServerKey> first(Predicate<ServerKey> named) {
        for (ServerKey key : keys) {
            if (named.test(key)) {
                return Checked.of(key);
            }
        }
        return Checked.refused(Refusal.UNKNOWN_KEY);
    }
}
