package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Turns the prefixes of the vectors, which are as PROTOCOL §11 encodes them, into some address of that network. */
final class Prefixes {
    private Prefixes() {}

    static NetworkPrefix of(byte[] prefix) {
        byte[] network = Arrays.copyOfRange(prefix, 1, prefix.length);
        NetworkPrefix parsed = switch (prefix[0]) {
            case 4 -> NetworkPrefix.of(Arrays.copyOf(network, 4));
            case 6 -> NetworkPrefix.of(Arrays.copyOf(network, 16));
            default -> NetworkPrefix.UNKNOWN;
        };
        assertThat(parsed.bytes()).isEqualTo(prefix);
        return parsed;
    }
}
