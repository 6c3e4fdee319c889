package dev.stile.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tampering changes the field it names and no other byte. Places are those of PROTOCOL §14: 183 bytes in all. */
class WireProofTest {

    private static final Map<String, String> EXAMPLE = Vectors.example();
    private static final WireChallenge CHALLENGE = WireChallenge.decode(EXAMPLE.get("challenge"));
    private static final Puzzle PUZZLE =
            new Puzzle(CHALLENGE, EXAMPLE.get("target"), HexFormat.of().parseHex(EXAMPLE.get("IVclient")));
    private static final WireProof PROOF = PUZZLE.proof(280, 318);

    @Test
    void challengeField_exchanged_changesItsBytes() {
        assertThat(changedBytes(PROOF.withChallenge(CHALLENGE.with(ChallengeField.LEVEL, 2))))
                .containsExactly(2 + 9);
        assertThat(changedBytes(PROOF.withChallenge(CHALLENGE.with(ChallengeField.TIME, CHALLENGE.time() + 1))))
                .containsExactly(2 + 81);
    }

    @Test
    void host_exchanged_changesItsBytes() {
        assertThat(changedBytes(PROOF.withChallenge(CHALLENGE.withHost("fxample.org"))))
                .containsExactly(2 + 31);
    }

    @Test
    void target_exchanged_changesItsBytes() {
        assertThat(changedBytes(PROOF.withTarget("/archive?q=stilf"))).containsExactly(84 + 2 + 15);
    }

    @Test
    void ivClientAndHash_exchanged_changeTheirBytes() {
        byte[] zeros = new byte[32];
        assertThat(changedBytes(PROOF.withIvClient(zeros)))
                .containsExactlyElementsOf(IntStream.range(102, 134).boxed().toList());
        assertThat(changedBytes(PROOF.withHash(zeros)))
                .containsExactlyElementsOf(IntStream.range(134, 166).boxed().toList());
    }

    @Test
    void count_exchanged_changesItsByte() {
        assertThat(changedBytes(PROOF.withCount(3))).containsExactly(166);
    }

    @Test
    void counter_exchanged_changesItsBytes() {
        assertThat(changedBytes(PROOF.withCounter(1, 319))).containsExactly(182);
    }

    @Test
    void counters_exchanged_bringTheirCount() {
        assertThat(PROOF.withCounters(280).encode()).hasSize(175);
        assertThat(PROOF.withCounters(280).count()).isEqualTo(1);
    }

    @Test
    void isMetBy_countersOfTheExample_tellsThemFromOthers() {
        assertThat(PUZZLE.isMetBy(280)).isTrue();
        assertThat(PUZZLE.isMetBy(281)).isFalse();
    }

    private static Iterable<Integer> changedBytes(WireProof tampered) {
        byte[] before = PROOF.encode();
        byte[] after = tampered.encode();
        assertThat(after).hasSameSizeAs(before);
        return IntStream.range(0, before.length)
                .filter(place -> before[place] != after[place])
                .boxed()
                .toList();
    }
}
