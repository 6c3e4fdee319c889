package dev.stile.difficulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stile.difficulty.Price.Factor;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifficultyControllerTest {
    private static final Difficulty BASE = new Difficulty(14, 16);
    private static final DifficultyTerms TERMS =
            new DifficultyTerms(BASE, DifficultyTerms.DEFAULT_ORDINARY_WORK, 15_000_000);
    private static final Share FLOOD = new Share(480, 240, 0, 0);

    private static Price price(Circumstances circumstances) {
        return DifficultyController.price(TERMS, Wanted.ORDINARY, circumstances);
    }

    private static Circumstances client(Share client) {
        return new Circumstances(0, client, Share.NONE, Urgency.CALM, ReplayFill.EMPTY);
    }

    private static Circumstances wider(Share wider, Urgency urgency) {
        return new Circumstances(0, Share.NONE, wider, urgency, ReplayFill.EMPTY);
    }

    private static Circumstances replays(double fill, double held) {
        return new Circumstances(0, Share.NONE, Share.NONE, Urgency.CALM, new ReplayFill(fill, held));
    }

    private static Circumstances at(int suspicion, Urgency urgency) {
        return new Circumstances(suspicion, Share.NONE, Share.NONE, urgency, ReplayFill.EMPTY);
    }

    private static Wanted level(Level level) {
        return new Wanted(level, 1, OptionalInt.empty());
    }

    private static Wanted bits(int bits) {
        return new Wanted(Level.ONE, 1, OptionalInt.of(bits));
    }

    private static long work(Share client) {
        return price(client(client)).difficulty().work();
    }

    @Test
    void price_calm_isTheBaseWithoutFactors() {
        Price price = price(Circumstances.CALM);
        assertThat(price.difficulty()).isEqualTo(BASE);
        assertThat(price.factors()).isEmpty();
        assertThat(price.capped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50,CALM,24", "100,CALM,32", "0,RAISED,16", "0,HIGH,32", "0,EMERGENCY,64", "100,EMERGENCY,128"})
    void price_suspicionAndUrgency_multiply(int suspicion, Urgency urgency, int rounds) {
        assertThat(price(at(suspicion, urgency)).difficulty().work()).isEqualTo((long) rounds << 14);
    }

    @Test
    void price_clientAtTwiceItsLimit_isDouble() {
        assertThat(work(FLOOD)).isEqualTo(2 * BASE.work());
    }

    @ParameterizedTest
    @CsvSource({"8,1", "16,2", "32,4"})
    void price_proofsOfTheClient_countFromEightOn(double proofs, long times) {
        assertThat(work(new Share(0, 1, proofs, 0))).isEqualTo(times * BASE.work());
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,4"})
    void price_spentPassesOfTheClient_doubleEach(double spent, long times) {
        assertThat(work(new Share(0, 1, spent, spent))).isEqualTo(times * BASE.work());
    }

    @Test
    void price_scraperThatSpendsEveryPass_risesToMaxWork() {
        Price price = price(client(new Share(0, 1, 8, 8)));
        assertThat(price.difficulty().work()).isBetween(14_000_000L, TERMS.maxWork());
        assertThat(price.capped()).isTrue();
    }

    @Test
    void price_officeWithOneGreedyProgram_staysOrdinary() { // A29
        assertThat(work(new Share(2_000, 240, 100, 14))).isLessThanOrEqualTo(TERMS.ordinaryWork());
    }

    @Test
    void price_floodWithoutSpentPasses_staysOrdinary() {
        assertThat(work(new Share(1e9, 240, 1e6, 0))).isLessThanOrEqualTo(TERMS.ordinaryWork());
    }

    @Test
    void price_floodOfTheWiderPrefix_countsFromFourfoldOnWhileCalm() {
        assertThat(price(wider(new Share(9_600, 2_400, 0, 0), Urgency.CALM)).difficulty())
                .isEqualTo(BASE);
        assertThat(price(wider(new Share(19_200, 2_400, 0, 0), Urgency.CALM))
                        .difficulty()
                        .work())
                .isEqualTo(2 * BASE.work());
    }

    @Test
    void price_floodOfTheWiderPrefix_countsInFullOnceRaised() {
        assertThat(price(wider(new Share(9_600, 2_400, 0, 0), Urgency.RAISED))
                        .difficulty()
                        .work())
                .isEqualTo(4 * BASE.work());
    }

    @Test
    void price_widerPrefixWhosePassesAreAllSpent_mayGoBeyondOrdinary() { // A27: addresses rotated in one /48
        assertThat(price(wider(new Share(0, 1, 80, 80), Urgency.CALM))
                        .difficulty()
                        .work())
                .isBetween(14_000_000L, TERMS.maxWork());
    }

    @Test
    void price_replayStoreHalfFull_isStillTheBase() { // A10
        assertThat(price(replays(0.5, 1)).difficulty()).isEqualTo(BASE);
    }

    @Test
    void price_replayStoreThreeQuartersFull_risesForHoldersAlone() {
        assertThat(price(replays(0.75, 0.1)).difficulty().work()).isGreaterThan(5 * BASE.work());
        assertThat(price(replays(0.75, 0)).difficulty()).isEqualTo(BASE);
    }

    @Test
    void price_replayStoreNearlyFull_isAnEmergency() {
        assertThat(price(replays(0.95, 0.1)).difficulty().work()).isGreaterThan(TERMS.ordinaryWork());
        assertThat(price(replays(1, 0)).difficulty().work()).isEqualTo(4 * BASE.work());
    }

    @Test
    void price_levels_are1And4And16() {
        assertThat(Arrays.stream(Level.values())
                        .map(level -> DifficultyController.price(TERMS, level(level), Circumstances.CALM)
                                .difficulty()
                                .work()))
                .containsExactly(BASE.work(), 4 * BASE.work(), 16 * BASE.work());
    }

    @Test
    void price_rulesWordAboveOrdinary_isNeitherCutNorRaised() {
        Price price = DifficultyController.price(TERMS, level(Level.THREE), client(FLOOD));
        assertThat(price.difficulty().work()).isEqualTo(16 * BASE.work());
    }

    @Test
    void price_rulesWordAboveMaxWork_isCut() {
        assertThat(DifficultyController.price(TERMS, bits(32), Circumstances.CALM)
                        .difficulty())
                .isEqualTo(new Difficulty(19, 28));
    }

    @Test
    void price_rulesBits_takeThePlaceOfBaseAndLevel() {
        Wanted wanted = new Wanted(Level.THREE, 1, OptionalInt.of(15));
        assertThat(DifficultyController.price(TERMS, wanted, Circumstances.CALM).difficulty())
                .isEqualTo(new Difficulty(15, 16));
    }

    @Test
    void price_rulesBitsBelowTheBase_areWhatIsAsked() {
        assertThat(DifficultyController.price(TERMS, bits(4), Circumstances.CALM)
                        .difficulty())
                .isEqualTo(new Difficulty(4, 16));
    }

    @Test
    void price_rulesFactor_isFine() {
        Wanted wanted = new Wanted(Level.ONE, 1.5, OptionalInt.empty());
        assertThat(DifficultyController.price(TERMS, wanted, Circumstances.CALM).difficulty())
                .isEqualTo(new Difficulty(14, 24));
    }

    @Test
    void price_severalCauses_areNamedInOrder() {
        Price price = DifficultyController.price(
                TERMS,
                level(Level.TWO),
                new Circumstances(50, FLOOD, Share.NONE, Urgency.HIGH, new ReplayFill(0.6, 0)));
        assertThat(price.factors())
                .containsExactly(
                        new Factor(Cause.LEVEL, 4),
                        new Factor(Cause.SUSPICION, 1.5),
                        new Factor(Cause.CLIENT_REQUESTS, 2),
                        new Factor(Cause.LOAD, 2));
        assertThat(price.factors().get(2).cause().token()).isEqualTo("client-requests");
    }

    @Test
    void values_outOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> at(101, Urgency.CALM));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 1, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 1, 0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReplayFill(1.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wanted(Level.ONE, 0.9, OptionalInt.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> bits(33));
    }
}
