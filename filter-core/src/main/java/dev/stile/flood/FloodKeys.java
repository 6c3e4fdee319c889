package dev.stile.flood;

import dev.stile.network.CidrBlock;
import dev.stile.network.IpAddress;
import dev.stile.sketch.KeyedHash;

/** What prefixes are counted and drawn under, secret to this process. Immutable. */
final class FloodKeys {
    private final KeyedHash hash;

    /** What a count is of. Each has keys of its own. */
    enum Kind {
        CLIENT(1),
        WIDER(2),
        CLAIMS(3),
        CLIENT_PROOFS(4),
        WIDER_PROOFS(5),
        FAILED(6),
        CLIENT_SPENT(7),
        WIDER_SPENT(8),
        DRAW(9);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    FloodKeys(KeyedHash hash) {
        this.hash = hash;
    }

    /** The key of a count. */
    long of(Kind kind, CidrBlock prefix) {
        return of(prefix.first(), kind.number);
    }

    /** A number in [0, 1), the same for one prefix throughout a period. */
    double draw(CidrBlock prefix, long period) {
        long drawn = of(prefix.first(), period << Byte.SIZE | Kind.DRAW.number);
        // As many bits as a double holds.
        return (drawn >>> 11) * 0x1p-53;
    }

    private long of(IpAddress first, long last) {
        return hash.of(first.high(), first.low(), last);
    }
}
