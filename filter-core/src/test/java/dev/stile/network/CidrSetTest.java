package dev.stile.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrSetTest {
    private static CidrSet set(String... blocks) {
        return CidrSet.of(Arrays.stream(blocks)
                .map(text -> CidrBlock.parse(text).orElseThrow())
                .toList());
    }

    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "0.0.0.0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
    void contains_emptySet_isFalse(String address) {
        assertThat(CidrSet.EMPTY.contains(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "192.0.2.1", "8000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
    void contains_wholeSpace_isTrue(String address) {
        assertThat(set("192.0.2.0/24", "::/0").contains(address(address))).isTrue();
    }

    @Test
    void contains_addressOfAWiderBlockBehindANarrowOne_isTrue() {
        assertThat(set("192.0.2.0/28", "192.0.2.0/24").contains(address("192.0.2.255")))
                .isTrue();
        assertThat(set("192.0.0.0/16", "192.0.2.0/24").contains(address("192.0.3.0")))
                .isTrue();
    }

    @Test
    void contains_adjacentBlocks_holdAllAndNothingAround() {
        CidrSet set = set("192.0.2.128/25", "192.0.2.0/25");

        assertThat(set.contains(address("192.0.2.127"))).isTrue();
        assertThat(set.contains(address("192.0.2.128"))).isTrue();
        assertThat(set.contains(address("192.0.1.255"))).isFalse();
        assertThat(set.contains(address("192.0.3.0"))).isFalse();
    }

    @Test
    void contains_ipv4Mapped_isIpv4() { // A27
        assertThat(set("192.0.2.0/24").contains(address("::ffff:192.0.2.1"))).isTrue();
        assertThat(set("::ffff:192.0.2.0/120").contains(address("192.0.2.1"))).isTrue();
    }

    @Test
    void size_nestedAndRepeatedBlocks_countOnce() {
        assertThat(set("192.0.2.0/24", "192.0.2.0/24", "192.0.2.64/26", "198.51.100.0/24")
                        .size())
                .isEqualTo(2);
    }

    @Property
    void contains_anyBlocks_agreesWithEachOfThem(
            @ForAll("blocks") List<CidrBlock> blocks, @ForAll("address") IpAddress address) {
        CidrSet set = CidrSet.of(blocks);

        assertThat(set.contains(address)).isEqualTo(anyContains(blocks, address));
    }

    @Property
    void contains_bordersOfAnyBlocks_agreesWithEachOfThem(@ForAll("blocks") List<CidrBlock> blocks) {
        CidrSet set = CidrSet.of(blocks);

        assertThat(blocks).allSatisfy(block -> {
            assertThat(set.contains(block.first())).isTrue();
            assertThat(set.contains(block.last())).isTrue();
            IpAddress after = after(block.last());
            assertThat(set.contains(after)).isEqualTo(anyContains(blocks, after));
        });
    }

    @Test
    void contains_hundredThousandBlocks_agreesWithEachOfThem() {
        SplittableRandom random = new SplittableRandom(1);
        // Every second /24 of a third of IPv4: what is not listed lies right beside what is.
        List<CidrBlock> blocks = IntStream.range(0, 100_000)
                .mapToObj(i -> CidrBlock.around(new IpAddress(0, 0xffff_1000_0000L + ((long) i << 9)), 120))
                .toList();
        CidrSet set = CidrSet.of(blocks);

        assertThat(set.size()).isEqualTo(100_000);
        assertThat(random.ints(100_000, 0, 100_000 << 9))
                .allMatch(
                        offset -> set.contains(new IpAddress(0, 0xffff_1000_0000L + offset)) == ((offset & 256) == 0));
    }

    private static boolean anyContains(List<CidrBlock> blocks, IpAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static IpAddress after(IpAddress address) {
        long low = address.low() + 1;
        return new IpAddress(low == 0 ? address.high() + 1 : address.high(), low);
    }

    /** Few bits, so that blocks nest, touch and hold the addresses that are asked for. */
    @Provide
    Arbitrary<List<CidrBlock>> blocks() {
        return Combinators.combine(address(), Arbitraries.integers().between(0, IpAddress.BITS))
                .as(CidrBlock::around)
                .list()
                .ofMaxSize(300);
    }

    @Provide
    Arbitrary<IpAddress> address() {
        Arbitrary<Long> ends = Arbitraries.longs().between(-200, 200);
        Arbitrary<Long> ipv4 = Arbitraries.longs().between(0xffff_0000_0000L, 0xffff_0000_03ffL);
        return Combinators.combine(Arbitraries.longs().between(-2, 2), Arbitraries.oneOf(ends, ipv4))
                .as(IpAddress::new);
    }
}
