package dev.stile.difficulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever is asked of it: bounded, and never less for whoever takes or looks like more. */
class DifficultyPropertiesTest {
    private static final Difficulty BASE = new Difficulty(14, 16);
    private static final DifficultyTerms TERMS = new DifficultyTerms(BASE, 1_500_000, 15_000_000);

    private static long work(Wanted wanted, Circumstances circumstances) {
        return DifficultyController.price(TERMS, wanted, circumstances)
                .difficulty()
                .work();
    }

    private static Arbitrary<Share> shares() {
        Arbitrary<Double> counts = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 20), Arbitraries.doubles().between(0, 1e12));
        return Combinators.combine(counts, Arbitraries.doubles().between(1, 1e6), counts, counts)
                .as(Share::new);
    }

    @Provide
    Arbitrary<Circumstances> circumstances() {
        Arbitrary<Double> parts = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        shares(),
                        shares(),
                        Arbitraries.of(Urgency.class),
                        Combinators.combine(parts, parts).as(ReplayFill::new))
                .as(Circumstances::new);
    }

    @Provide
    Arbitrary<Wanted> wanted() {
        return Combinators.combine(
                        Arbitraries.of(Level.class),
                        Arbitraries.doubles().between(1, 100),
                        Arbitraries.integers().between(14, 32).optional(0.3))
                .as((level, factor, bits) ->
                        new Wanted(level, factor, bits.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    @Property
    void price_anything_isBetweenBaseAndMaxWork(
            @ForAll("wanted") Wanted wanted, @ForAll("circumstances") Circumstances at) {
        assertThat(work(wanted, at)).isBetween(BASE.work(), TERMS.maxWork());
    }

    @Property
    void price_anyCircumstances_isNotBelowWhatIsWanted(
            @ForAll("wanted") Wanted wanted, @ForAll("circumstances") Circumstances at) {
        assertThat(work(wanted, at)).isGreaterThanOrEqualTo(work(wanted, Circumstances.CALM));
    }

    @Property
    void price_moreSuspicion_isNeverLess(
            @ForAll("wanted") Wanted wanted,
            @ForAll("circumstances") Circumstances at,
            @ForAll @IntRange(max = 100) int suspicion) {
        Circumstances other = new Circumstances(suspicion, at.client(), at.wider(), at.urgency(), at.replays());
        assertThat(Integer.signum(Long.compare(work(wanted, other), work(wanted, at))))
                .isIn(0, Integer.signum(Integer.compare(suspicion, at.suspicion())));
    }

    @Property
    void price_moreUrgency_isNeverLess(
            @ForAll("wanted") Wanted wanted, @ForAll("circumstances") Circumstances at, @ForAll Urgency urgency) {
        Circumstances other = new Circumstances(at.suspicion(), at.client(), at.wider(), urgency, at.replays());
        assertThat(Integer.signum(Long.compare(work(wanted, other), work(wanted, at))))
                .isIn(0, Integer.signum(urgency.compareTo(at.urgency())));
    }

    @Property
    void price_moreRequestsOfTheClient_isNeverLess(
            @ForAll("circumstances") Circumstances at, @ForAll @DoubleRange(max = 1e6) double more) {
        Share before = at.client();
        Share after =
                new Share(before.requestsPerMinute() + more, before.limitPerMinute(), before.proofs(), before.spent());
        assertThat(work(Wanted.ORDINARY, withClient(at, after))).isGreaterThanOrEqualTo(work(Wanted.ORDINARY, at));
    }

    /** Each proof whose pass is spent makes it dearer, or leaves it at the cap. */
    @Property
    void price_moreProofsThatWereSpent_isNeverLess(
            @ForAll("circumstances") Circumstances at, @ForAll @DoubleRange(max = 1000) double more) {
        Share before = at.client();
        Share after = new Share(
                before.requestsPerMinute(), before.limitPerMinute(), before.proofs() + more, before.spent() + more);
        assertThat(work(Wanted.ORDINARY, withClient(at, after))).isGreaterThanOrEqualTo(work(Wanted.ORDINARY, at));
    }

    /** Proofs whose passes are kept speak against greed, and so may lower what is above the ordinary: never below it. */
    @Property
    void price_moreProofsThatWereKept_isNeverLessUpToOrdinary(
            @ForAll("circumstances") Circumstances at, @ForAll @DoubleRange(max = 1000) double more) {
        Share before = at.client();
        Share after =
                new Share(before.requestsPerMinute(), before.limitPerMinute(), before.proofs() + more, before.spent());
        long ordinary = FineSteps.below(TERMS.ordinaryWork(), BASE).work();
        assertThat(work(Wanted.ORDINARY, withClient(at, after)))
                .isGreaterThanOrEqualTo(Math.min(ordinary, work(Wanted.ORDINARY, at)));
    }

    @Property
    void price_fullerReplayStore_isNeverLess(
            @ForAll("circumstances") Circumstances at, @ForAll @DoubleRange(max = 1) double fill) {
        Circumstances other = new Circumstances(
                at.suspicion(),
                at.client(),
                at.wider(),
                at.urgency(),
                new ReplayFill(Math.max(fill, at.replays().fill()), at.replays().held()));
        assertThat(work(Wanted.ORDINARY, other)).isGreaterThanOrEqualTo(work(Wanted.ORDINARY, at));
    }

    /** A small share: few proofs, no pass spent by the client or its neighbours in excess. */
    @Property
    void price_ordinaryVisitorBelowEmergency_isNeverAboveOrdinaryWork(
            @ForAll("circumstances") Circumstances at,
            @ForAll @DoubleRange(max = 0.5) double spent,
            @ForAll @DoubleRange(max = 0.89) double fill) {
        Share client = new Share(at.client().requestsPerMinute(), 1, 1, spent);
        Share wider = new Share(
                at.wider().requestsPerMinute(),
                1,
                at.wider().proofs(),
                at.wider().proofs() / 2);
        Urgency urgency = at.urgency() == Urgency.EMERGENCY ? Urgency.HIGH : at.urgency();
        ReplayFill replays = new ReplayFill(fill, at.replays().held());
        assertThat(work(Wanted.ORDINARY, new Circumstances(at.suspicion(), client, wider, urgency, replays)))
                .isLessThanOrEqualTo(TERMS.ordinaryWork());
    }

    private static Circumstances withClient(Circumstances at, Share client) {
        return new Circumstances(at.suspicion(), client, at.wider(), at.urgency(), at.replays());
    }
}
