package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import dev.stile.network.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that say where a request comes from (A23). 10.0.0.0/8 and 2001:db8:a::/48 are trusted. */
class TrustedProxiesTest {
    private static final CidrSet PROXIES = CidrSet.of(Stream.of("10.0.0.0/8", "2001:db8:a::/48")
            .map(text -> CidrBlock.parse(text).orElseThrow())
            .toList());

    private static String client(ForwardedHeader header, String peer, String... lines) {
        return client(header, peer, Arrays.asList(lines));
    }

    private static String client(ForwardedHeader header, String peer, List<String> lines) {
        Headers headers = name -> name.equals(header.header()) ? lines : List.of("203.0.113.99");
        return new TrustedProxies(PROXIES, header)
                .client(ClientAddress.parse(peer), headers)
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 203.0.113.9                             | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9, 10.0.0.2                   | 203.0.113.9",
                "10.0.0.1 | 198.51.100.7, 203.0.113.9               | 203.0.113.9",
                "10.0.0.1 | 10.0.0.3, 203.0.113.9, 10.0.0.2         | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9:4711                        | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9:_port                       | 203.0.113.9",
                "10.0.0.1 | 2001:db8::9                             | 2001:db8:0:0:0:0:0:9",
                "10.0.0.1 | [2001:db8::9]                           | 2001:db8:0:0:0:0:0:9",
                "10.0.0.1 | [2001:db8::9]:4711                      | 2001:db8:0:0:0:0:0:9",
                "10.0.0.1 | fe80::9%eth0                            | fe80:0:0:0:0:0:0:9",
                "10.0.0.1 | ::ffff:203.0.113.9                      | 203.0.113.9",
                "10.0.0.1 | ' ,, 203.0.113.9 ,\t, 10.0.0.2 ,'       | 203.0.113.9",
                "::ffff:10.0.0.1 | 203.0.113.9                      | 203.0.113.9",
                "2001:db8:a::1   | 203.0.113.9, 2001:db8:a::2       | 203.0.113.9",
            })
    void xForwardedFor_fromTrustedPeer_isWalkedFromTheRight(String peer, String header, String client) {
        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, peer, header)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for=203.0.113.9                                    | 203.0.113.9",
                "For=203.0.113.9                                    | 203.0.113.9",
                "proto=https;FOR=203.0.113.9;by=10.0.0.1            | 203.0.113.9",
                "proto=https; for=203.0.113.9 ;host=\"a\"           | 203.0.113.9",
                "for=\"203.0.113.9\"                                | 203.0.113.9",
                "for=\"203.0.113.9:4711\"                           | 203.0.113.9",
                "for=\"[2001:db8::9]\"                              | 2001:db8:0:0:0:0:0:9",
                "for=\"[2001:db8::9]:4711\"                         | 2001:db8:0:0:0:0:0:9",
                "for=\"\\2\\03.0.113.9\"                            | 203.0.113.9",
                "for=198.51.100.7, for=203.0.113.9, for=10.0.0.2    | 203.0.113.9",
                "for=203.0.113.9;ext=\"a, for=198.51.100.7\"        | 203.0.113.9",
                "for=203.0.113.9;ext=\"a;for=198.51.100.7\"         | 203.0.113.9",
                "for=203.0.113.9;ext=\"a\\\", for=198.51.100.7\"    | 203.0.113.9",
                "for=203.0.113.9;ext=\"a\\\\\", for=10.0.0.2        | 203.0.113.9",
            })
    void forwarded_fromTrustedPeer_isWalkedFromTheRight(String header, String client) {
        assertThat(client(ForwardedHeader.FORWARDED, "10.0.0.1", header)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "_hidden",
                "_hidden:_port",
                "garbage",
                "203.0.113.9x",
                "203.0.113.9:",
                "203.0.113.9:123456",
                "203.0.113.9:-1",
                "203.0.113.9:80:80",
                "203.0.113.999",
                "[203.0.113.9]",
                "[2001:db8::9",
                "[2001:db8::9]4711",
                "2001:db8::9]",
                "\"203.0.113.9\"",
                "203.0.113.9 10.0.0.2",
                "203.0.113.9; 10.0.0.2",
                "example.org",
                "localhost",
                "for=203.0.113.9",
                "'; DROP TABLE--",
                "\u00ff\u00fe\u0000",
                "\"",
                "\\",
            })
    void xForwardedFor_elementWithoutAddress_isAsFarAsTheChainGoes(String element) {
        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", "198.51.100.7, " + element + ", 10.0.0.2"))
                .isEqualTo("10.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=unknown",
                "for=_hidden",
                "for=\"_hidden:_port\"",
                "for=",
                "for=\"\"",
                "for=\"",
                "for",
                "203.0.113.9",
                "by=203.0.113.9;proto=https",
                "for=203.0.113.9;for=203.0.113.9",
                "for=\"203.0.113.9\"\"",
                "for=\"203.0.113.9\\\"",
                "for=203.0.113.9\"",
                "for=\"203.0.113.9",
                "for = 203.0.113.9",
                "xfor=203.0.113.9",
                "for=[2001:db8::9",
                "=203.0.113.9",
                ";;=;;",
            })
    void forwarded_elementWithoutAddress_isAsFarAsTheChainGoes(String element) {
        assertThat(client(ForwardedHeader.FORWARDED, "10.0.0.1", "for=198.51.100.7, " + element + ", for=10.0.0.2"))
                .isEqualTo("10.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "11.0.0.1", "::1", "2001:db8:b::1", "nowhere", ""})
    void client_untrustedPeer_isThePeer(String peer) {
        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, peer, "203.0.113.9"))
                .isEqualTo(ClientAddress.parse(peer).toString());
        assertThat(client(ForwardedHeader.FORWARDED, peer, "for=203.0.113.9"))
                .isEqualTo(ClientAddress.parse(peer).toString());
    }

    @Test
    void client_nobodyTrusted_isThePeer() {
        ClientAddress peer = ClientAddress.parse("10.0.0.1");

        assertThat(TrustedProxies.NONE.client(peer, name -> List.of("203.0.113.9")))
                .isSameAs(peer);
    }

    @Test
    void client_otherHeader_isNotRead() {
        assertThat(client(ForwardedHeader.FORWARDED, "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void client_severalLines_areOneListInTheOrderSent() {
        assertThat(client(
                        ForwardedHeader.X_FORWARDED_FOR,
                        "10.0.0.1",
                        "198.51.100.7",
                        "203.0.113.9, 10.0.0.3",
                        "10.0.0.2"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void client_onlyTrustedProxies_isTheFirstOfThem() {
        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", "10.0.0.3, 10.0.0.2"))
                .isEqualTo("10.0.0.3");
    }

    @Test
    void client_thousandHops_isAsFarAsTheBoundGoes() {
        String hops = IntStream.range(0, 1000)
                .mapToObj(i -> "10.1." + i / 250 + "." + i % 250)
                .collect(Collectors.joining(", "));

        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", hops)).isEqualTo("10.1.3.218");
    }

    @Test
    void client_longHeader_isReadFromItsRightEnd() {
        String left = "1,".repeat(1 << 20);

        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", left + "203.0.113.9, 10.0.0.2"))
                .isEqualTo("203.0.113.9");
        assertThat(client(ForwardedHeader.FORWARDED, "10.0.0.1", "\"".repeat(1 << 20) + ",for=203.0.113.9"))
                .isEqualTo("203.0.113.9");
    }

    /** Cut in the middle, 203.0.113.9 would be 3.0.113.9. */
    @Test
    void client_addressThatIsCut_isNone() {
        String right = "3.0.113.9" + " ".repeat(TrustedProxies.MAX_LENGTH - 9);

        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", right)).isEqualTo("3.0.113.9");
        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", "20" + right))
                .isEqualTo("10.0.0.1");
    }

    @Property
    void client_whateverTheClientSends_isWhatTheProxyAppends(
            @ForAll List<String> lines, @ForAll String before, @ForAll ForwardedHeader header) {
        String address = header == ForwardedHeader.FORWARDED ? "for=\"203.0.113.9:80\"" : "203.0.113.9";
        String appended = before + ", " + address;

        assertThat(client(
                        header,
                        "10.0.0.1",
                        Stream.concat(lines.stream(), Stream.of(appended)).toList()))
                .isEqualTo("203.0.113.9");
        assertThat(client(
                        header,
                        "10.0.0.1",
                        Stream.concat(lines.stream(), Stream.of(before, address))
                                .toList()))
                .isEqualTo("203.0.113.9");
    }

    @Property
    void client_whateverAnUntrustedPeerSends_isThePeer(@ForAll List<String> lines, @ForAll ForwardedHeader header) {
        assertThat(client(header, "203.0.113.1", lines)).isEqualTo("203.0.113.1");
    }

    @Property
    void client_anyChain_isTheRightmostThatIsNotTrusted(
            @ForAll @Size(max = TrustedProxies.MAX_HOPS) List<@IntRange(min = 8, max = 12) Integer> firstBytes) {
        List<String> chain = IntStream.range(0, firstBytes.size())
                .mapToObj(i -> firstBytes.get(i) + ".0.0." + i)
                .toList();
        IpAddress expected = IntStream.iterate(chain.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> IpAddress.parse(chain.get(i)).orElseThrow())
                .filter(address -> !PROXIES.contains(address))
                .findFirst()
                .orElse(IpAddress.parse(chain.isEmpty() ? "10.0.0.1" : chain.get(0))
                        .orElseThrow());

        assertThat(client(ForwardedHeader.X_FORWARDED_FOR, "10.0.0.1", String.join(",", chain)))
                .isEqualTo(expected.toString());
    }
}
