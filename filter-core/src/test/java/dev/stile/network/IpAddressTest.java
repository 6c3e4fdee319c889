package dev.stile.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That texts name the addresses they name, and that names are never looked up, is tested with ClientAddress. */
class IpAddressTest {
    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, ::ffff:192.0.2.1", "0.0.0.0, ::ffff:0:0", "255.255.255.255, ::FFFF:ffff:ffff"})
    void parse_ipv4AndItsMappedForm_areOneAddress(String ipv4, String mapped) { // A27
        assertThat(address(ipv4))
                .isEqualTo(address(mapped))
                .satisfies(one -> assertThat(one.isIpv4()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"::192.0.2.1", "64:ff9b::192.0.2.1", "::", "::1", "::fffe:192.0.2.1", "1::ffff:192.0.2.1"})
    void isIpv4_ofOtherIpv6_isFalse(String literal) {
        assertThat(address(literal).isIpv4()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1%eth0", "[192.0.2.1]", "192.0.2.1%", "%192.0.2.1", "cafe%:", "[cafe%:]", "[::1]%eth0"})
    void parse_zoneOrBracketsThatAreNotOfIpv6_isEmpty(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void of_otherLength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.of(new byte[5]))
                .withMessage("an address has 4 or 16 bytes, not 5");
    }

    @Property
    void bytes_ofIpv4_areThoseItWasMadeOf(@ForAll @Size(4) byte[] bytes) {
        assertThat(IpAddress.of(bytes).bytes()).isEqualTo(bytes);
    }

    @Property
    void parse_ofTheText_isTheAddress(@ForAll long high, @ForAll long low) {
        IpAddress address = new IpAddress(high, low);

        assertThat(address(address.toString())).isEqualTo(address);
        assertThat(IpAddress.of(address.bytes())).isEqualTo(address);
    }

    @Property
    void compareTo_isTheOrderOfUnsignedNumbers(@ForAll @Size(16) byte[] one, @ForAll @Size(16) byte[] other) {
        int numbers = new BigInteger(1, one).compareTo(new BigInteger(1, other));

        assertThat(Integer.signum(IpAddress.of(one).compareTo(IpAddress.of(other))))
                .isEqualTo(numbers);
    }
}
