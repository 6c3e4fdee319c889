package dev.stile.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrBlockTest {
    private static CidrBlock block(String text) {
        return CidrBlock.parse(text).orElseThrow();
    }

    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,            192.0.2.0/24",
        "192.0.2.1,               192.0.2.1/32",
        "192.0.2.1/32,            192.0.2.1/32",
        "0.0.0.0/0,               0.0.0.0/0",
        "::ffff:192.0.2.0/120,    192.0.2.0/24",
        "::ffff:192.0.2.1,        192.0.2.1/32",
        "::ffff:0:0/96,           0.0.0.0/0",
        "2001:db8::/32,           2001:db8:0:0:0:0:0:0/32",
        "2001:DB8::1,             2001:db8:0:0:0:0:0:1/128",
        "[2001:db8::]/32,         2001:db8:0:0:0:0:0:0/32",
        "::/0,                    0:0:0:0:0:0:0:0/0",
        "::/95,                   0:0:0:0:0:0:0:0/95",
    })
    void parse_block_isThatBlock(String text, String plain) {
        assertThat(block(text)).hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/129",
                "192.0.2.0/999",
                "192.0.2.0/1000",
                "192.0.2.0/024",
                "192.0.2.0/-1",
                "192.0.2.0/+24",
                "192.0.2.0/24/24",
                "192.0.2.0 /24",
                "192.0.2.0/2\u0664",
                "192.0.2.0/255.255.255.0",
                "192.0.2/24",
                "192.0.2.1/24",
                "2001:db8::1/64",
                "2001:db8::/129",
                "::ffff:192.0.2.0/24",
                "example.org/24",
                "*",
            })
    void parse_noBlock_isEmpty(String text) {
        assertThat(CidrBlock.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,  192.0.2.0,    true",
        "192.0.2.0/24,  192.0.2.255,  true",
        "192.0.2.0/24,  192.0.1.255,  false",
        "192.0.2.0/24,  192.0.3.0,    false",
        "192.0.2.0/24,  ::ffff:192.0.2.7, true",
        "192.0.2.0/24,  ::192.0.2.7,  false",
        "0.0.0.0/0,     255.255.255.255, true",
        "0.0.0.0/0,     ::1,          false",
        "::/0,          192.0.2.1,    true",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::/64, 2001:db8:0:1::, false",
        "2001:db8::/65, 2001:db8::7fff:ffff:ffff:ffff, true",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
    })
    void contains_aroundTheBorders_isExact(String block, String address, boolean inside) {
        assertThat(block(block).contains(address(address))).isEqualTo(inside);
    }

    @Test
    void new_withBitsBeyondThePrefix_isRefused() {
        IpAddress address = address("192.0.2.1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CidrBlock(address, 127))
                .withMessage("192.0.2.1 has bits set beyond the first 127");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 129})
    void new_lengthOutOfRange_isRefused(int length) {
        IpAddress address = new IpAddress(0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CidrBlock(address, length))
                .withMessage("a prefix has 0 to 128 bits, not " + length);
    }

    @Property
    void parse_ofTheText_isTheBlock(@ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int length) {
        CidrBlock block = CidrBlock.around(new IpAddress(high, low), length);

        assertThat(CidrBlock.parse(block.toString())).contains(block);
    }

    @Property
    void around_addressInTheBlock_isTheSameBlock(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int length) {
        IpAddress address = new IpAddress(high, low);
        CidrBlock block = CidrBlock.around(address, length);

        assertThat(block.contains(address)).isTrue();
        assertThat(CidrBlock.around(block.last(), length)).isEqualTo(block);
        assertThat(block.first()).isLessThanOrEqualTo(address);
        assertThat(block.last()).isGreaterThanOrEqualTo(address);
    }
}
