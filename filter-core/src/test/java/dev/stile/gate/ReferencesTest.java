package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Property
    void next_anyRandomness_isTenCharactersThatCanBeReadOut(@ForAll long bits) {
        assertThat(new References(() -> bits).next()).matches("[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{10}");
    }

    @Test
    void next_extremes_useTheWholeAlphabet() {
        assertThat(new References(() -> 0).next()).isEqualTo("0000000000");
        assertThat(new References(() -> -1).next()).isEqualTo("ZZZZZZZZZZ");
    }

    @Property
    void next_oneOf50BitsTurned_isAnother(@ForAll long bits, @ForAll @IntRange(max = 49) int bit) {
        String one = new References(() -> bits).next();
        assertThat(new References(() -> bits ^ (1L << bit)).next()).isNotEqualTo(one);
    }
}
