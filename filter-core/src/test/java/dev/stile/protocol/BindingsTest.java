package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.request.ClientAddress;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final Hmac KEY = new Hmac(new byte[32]);

    /** Both have one hash code, and so one place. */
    private static final NetworkPrefix ONE = network("10.0.31.1");

    private static final NetworkPrefix OTHER = network("10.1.0.1");

    private final Bindings bindings = new Bindings(KEY);

    private static NetworkPrefix network(String address) {
        return ClientAddress.parse(address).network();
    }

    private static long tag(NetworkPrefix prefix) {
        return new Bindings(KEY).of(prefix);
    }

    @Test
    void of_askedAgain_isTheSame() {
        long first = bindings.of(ONE);
        assertThat(bindings.of(network("10.0.31.200"))).isEqualTo(first);
    }

    @Test
    void of_samePlaceTaken_isItsOwn() {
        assertThat(ONE).hasSameHashCodeAs(OTHER);
        assertThat(bindings.of(ONE)).isEqualTo(tag(ONE));
        assertThat(bindings.of(OTHER)).isEqualTo(tag(OTHER)).isNotEqualTo(tag(ONE));
        assertThat(bindings.of(ONE)).isEqualTo(tag(ONE));
    }
}
