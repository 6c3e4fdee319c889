package dev.stile.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** By an expression, as it was read before it was read by hand. */
    @Property
    void parse_whatLooksLikeIpv4_isOneExactlyIfFourOctetsAre(@ForAll("nearIpv4") String text) {
        String octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        boolean isOne = text.matches(octet + "(?:\\." + octet + "){3}");
        assertThat(IpAddress.parse(text).map(IpAddress::toString))
                .isEqualTo(Optional.of(text).filter(one -> isOne));
    }

    @Provide
    Arbitrary<String> nearIpv4() {
        Arbitrary<String> octets = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 260).map(String::valueOf),
                Arbitraries.of("", "00", "01", "+1", "-1", " 1", "1a", "0001", "1000", "99999999999", "\u0661"));
        return octets.list().ofMinSize(3).ofMaxSize(5).map(parts -> String.join(".", parts));
    }

    @Property
    void toString_ofIpv4_isThePlatforms(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        assertThat(IpAddress.of(bytes))
                .hasToString(InetAddress.getByAddress(bytes).getHostAddress());
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
