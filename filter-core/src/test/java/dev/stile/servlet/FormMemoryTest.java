package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.CidrBlock;
import org.junit.jupiter.api.Test;

/** A16: all bodies together take no more than is set aside. */
class FormMemoryTest {
    private static final int MIB = 1 << 20;

    private final FormMemory memory = new FormMemory(MIB);

    private static CidrBlock network(int number) {
        return CidrBlock.parse("192.0." + number + ".0/24").orElseThrow();
    }

    @Test
    void tryTake_oneNetwork_getsAnEighth() {
        assertThat(memory.tryTake(network(1), 4 * MIB)).isTrue();
        assertThat(memory.tryTake(network(1), 1)).isFalse();
        assertThat(memory.takenBytes()).isEqualTo(4 * MIB);
    }

    @Test
    void tryTake_oneNetworkHasItsShare_leavesTheOthersTheirs() {
        memory.tryTake(network(1), 4 * MIB);

        assertThat(memory.tryTake(network(2), 4 * MIB)).isTrue();
    }

    @Test
    void tryTake_allIsTaken_refuses() {
        for (int number = 0; number < 8; number++) {
            assertThat(memory.tryTake(network(number), 4 * MIB)).isTrue();
        }
        assertThat(memory.tryTake(network(8), 1)).isFalse();
        memory.giveBack(network(3), 1);
        assertThat(memory.tryTake(network(8), 1)).isTrue();
        assertThat(memory.tryTake(network(8), 1)).isFalse();
    }

    @Test
    void giveBack_all_leavesNothing() {
        memory.tryTake(network(1), 5);
        memory.tryTake(network(1), 7);
        memory.giveBack(network(1), 5);
        memory.giveBack(network(1), 7);

        assertThat(memory.takenBytes()).isZero();
        assertThat(memory.tryTake(network(1), 4 * MIB)).isTrue();
    }

    @Test
    void tryTake_limitAboveAnEighth_isEnoughForOneBody() {
        FormMemory large = new FormMemory(10 * MIB);

        assertThat(large.tryTake(network(1), 10 * MIB)).isTrue();
        assertThat(large.tryTake(network(1), 1)).isFalse();
    }
}
