package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.IpAddress;
import dev.stile.protocol.NetworkPrefix;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,        true",
        "127.255.255.255,  true",
        "::1,              true",
        "::ffff:127.0.0.1, true",
        "128.0.0.0,        false",
        "126.255.255.255,  false",
        "::,               false",
        "::2,              false",
        "::7f00:1,         false",
        "not an address,   false",
    })
    void isLoopback_address_onThisMachineOnly(String literal, boolean loopback) {
        assertThat(ClientAddress.parse(literal).isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,             192.0.2.1",
        "0.0.0.0,               0.0.0.0",
        "255.255.255.255,       255.255.255.255",
        "2001:db8::1,           2001:db8:0:0:0:0:0:1",
        "2001:DB8:0:0:0:0:0:1,  2001:db8:0:0:0:0:0:1",
        "[2001:db8::1],         2001:db8:0:0:0:0:0:1",
        "::,                    0:0:0:0:0:0:0:0",
        "::1,                   0:0:0:0:0:0:0:1",
        "fe80::1%eth0,          fe80:0:0:0:0:0:0:1",
        "[fe80::1%eth0],        fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.1,      192.0.2.1",
        "::FFFF:c000:0201,      192.0.2.1",
        "64:ff9b::192.0.2.1,    64:ff9b:0:0:0:0:c000:201",
    })
    void parse_literal_isThatAddress(String literal, String plain) {
        assertThat(ClientAddress.parse(literal)).hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "localhost",
                "example.org",
                "a",
                "::g",
                "1",
                "1.2",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                "256.0.0.1",
                "1.2.3.999",
                "01.2.3.4",
                "0x7f.0.0.1",
                "2130706433",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "-1.2.3.4",
                "１.2.3.4",
                ":",
                ":::",
                ".:1",
                "1:2",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "::1.2.3.256",
                "[::1",
                "::1]",
                "[]",
                "%",
                "%eth0",
                "unix:/run/socket",
                "192.0.2.1\n",
                "192.0.2.1\0",
                "192.0.2.1, 198.51.100.1"
            })
    void parse_noLiteral_isTheUnknownAddress(String text) { // A23
        ClientAddress address = ClientAddress.parse(text);
        assertThat(address).hasToString("unknown");
        assertThat(address.network()).isEqualTo(NetworkPrefix.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,          192.0.2.254",
        "192.0.2.1,          ::ffff:192.0.2.7",
        "2001:db8:1:1::1,    2001:db8:1:1::2",
        "2001:db8:1:1::1,    2001:db8:1:ffff::1",
        "nowhere,            neither",
    })
    void network_oneNetwork_isEqual(String one, String other) { // A27
        assertThat(network(one)).isEqualTo(network(other)).hasSameHashCodeAs(network(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,       192.0.3.1",
        "2001:db8:1::1,   2001:db8:2::1",
        "192.0.2.1,       ::192.0.2.1",
        "192.0.2.1,       nowhere",
        "::,              nowhere",
        "0.0.0.0,         ::",
    })
    void network_twoNetworks_differ(String one, String other) {
        assertThat(network(one)).isNotEqualTo(network(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,          192.0.2.1/32,           192.0.2.0/24",
        "::ffff:192.0.2.1,   192.0.2.1/32,           192.0.2.0/24",
        "255.255.255.255,    255.255.255.255/32,     255.255.255.0/24",
        "2001:db8:1:2:3::4,  2001:db8:1:2:0:0:0:0/64, 2001:db8:1:0:0:0:0:0/48",
        "::,                 0:0:0:0:0:0:0:0/64,     0:0:0:0:0:0:0:0/48",
        "nowhere,            100:0:0:0:0:0:0:0/64,   100:0:0:0:0:0:0:0/48",
    })
    void prefixes_areWhatIsCounted(String literal, String client, String wider) { // A27
        ClientAddress address = ClientAddress.parse(literal);
        assertThat(address.clientPrefix()).hasToString(client);
        assertThat(address.widerPrefix()).hasToString(wider);
    }

    @Property
    void clientPrefix_rotationInsideOne64_isOneClient(@ForAll long network, @ForAll long one, @ForAll long other) {
        Assume.that(network != 0); // A27; in the network 0 lies IPv4, where each address counts
        assertThat(ClientAddress.of(new IpAddress(network, one)).clientPrefix())
                .isEqualTo(ClientAddress.of(new IpAddress(network, other)).clientPrefix());
    }

    @Property
    void widerPrefix_holdsTheClientPrefix(@ForAll long high, @ForAll long low) {
        ClientAddress address = ClientAddress.of(new IpAddress(high, low));
        assertThat(address.widerPrefix().contains(address.clientPrefix().first()))
                .isTrue();
        assertThat(address.widerPrefix().contains(address.clientPrefix().last()))
                .isTrue();
    }

    @Property
    void parse_anyText_isAnAddress(@ForAll String text) {
        assertThat(ClientAddress.parse(text).network()).isNotNull();
    }

    @Property
    void parse_anyIpv4_isItself(@ForAll @Size(4) byte[] address) throws UnknownHostException {
        String literal = InetAddress.getByAddress(address).getHostAddress();
        assertThat(ClientAddress.parse(literal)).hasToString(literal);
    }

    @Property
    void parse_anyIpv6_isItself(@ForAll @Size(16) byte[] address) throws UnknownHostException {
        String literal = InetAddress.getByAddress(address).getHostAddress();
        ClientAddress parsed = ClientAddress.parse(literal);
        assertThat(parsed).hasToString(literal);
        assertThat(parsed.network()).isEqualTo(NetworkPrefix.of(address));
    }

    @Test
    void parse_megabyte_isTheUnknownAddress() { // A15
        assertThat(ClientAddress.parse("1".repeat(1 << 20))).hasToString("unknown");
        assertThat(ClientAddress.parse(":".repeat(1 << 20))).hasToString("unknown");
        assertThat(ClientAddress.parse("1.".repeat(1 << 20))).hasToString("unknown");
    }

    private static NetworkPrefix network(String literal) {
        return ClientAddress.parse(literal).network();
    }
}
