package dev.stile.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.stile.network.IpAddress;
import dev.stile.request.ClientAddress;
import dev.stile.sketch.KeyedHash;
import dev.stile.sketch.ManualTime;
import java.time.Duration;
import java.util.BitSet;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FloodControlTest {
    private static final FloodTerms TERMS = new FloodTerms(240, 2_400);
    private static final int PER_SECOND = 100;
    private static final FloodSettings SETTINGS = new FloodSettings(1 << 20, PER_SECOND, 120);
    private static final long SECOND = 1_700_000_040L;

    /** A count of one is this rate a minute, at a half-life of a minute. */
    private static final double ONE = Math.log(2);

    private static final ClientAddress CLIENT = ClientAddress.parse("192.0.2.1");
    private static final ClientAddress NEIGHBOUR = ClientAddress.parse("192.0.2.2");
    private static final ClientAddress STRANGER = ClientAddress.parse("198.51.100.7");

    private final ManualTime time = new ManualTime();
    private final FloodControl flood = new FloodControl(SETTINGS, hash(), time);

    private static KeyedHash hash() {
        return KeyedHash.under(new SplittableRandom(1)::nextBytes);
    }

    private static ClientAddress client(int number) {
        return ClientAddress.of(new IpAddress(0, 0xffff_0000_0000L | Integer.toUnsignedLong(number)));
    }

    private static Rates rates(double client) {
        return new Rates(client, client, client);
    }

    @Test
    void rates_nobodyAdmitted_areZero() {
        assertThat(flood.rates(CLIENT)).isEqualTo(new Rates(0, 0, 0));
    }

    @Test
    void rates_oneAdmittedRequest_countsForClientNetworkAndTotal() {
        flood.admit(CLIENT, false);

        assertThat(flood.rates(CLIENT).client()).isCloseTo(ONE, withinPercentage(1));
        assertThat(flood.rates(CLIENT).wider()).isCloseTo(ONE, withinPercentage(1));
        assertThat(flood.rates(CLIENT).total()).isCloseTo(ONE, withinPercentage(1));
    }

    @Test
    void rates_subResource_countsAnEighth() {
        flood.admit(CLIENT, true);

        assertThat(flood.rates(CLIENT).client()).isCloseTo(ONE / 8, withinPercentage(1));
    }

    @Test
    void rates_sixtyRequestsAMinuteForTenMinutes_areSixty() {
        for (int second = 0; second < 600; second++) {
            time.pass(Duration.ofSeconds(1));
            flood.admit(CLIENT, false);
        }

        assertThat(flood.rates(CLIENT).client()).isCloseTo(60, withinPercentage(8));
    }

    @Test
    void rates_ofANeighbour_countInTheNetworkOnly() {
        flood.admit(CLIENT, false);

        assertThat(flood.rates(NEIGHBOUR).client()).isZero();
        assertThat(flood.rates(NEIGHBOUR).wider()).isCloseTo(ONE, withinPercentage(1));
        assertThat(flood.rates(STRANGER).wider()).isZero();
    }

    @Test
    void rates_addressesOfOneSlash64_areOneClientA27() {
        flood.admit(ClientAddress.parse("2001:db8::1"), false);
        flood.admit(ClientAddress.parse("2001:db8::ffff:2"), false);

        assertThat(flood.rates(ClientAddress.parse("2001:db8::3")).client()).isCloseTo(2 * ONE, withinPercentage(1));
    }

    @Test
    void rates_ipv4MappedAddress_isTheIpv4ClientA27() {
        flood.admit(ClientAddress.parse("::ffff:192.0.2.1"), false);

        assertThat(flood.rates(CLIENT).client()).isCloseTo(ONE, withinPercentage(1));
    }

    @Test
    void rates_slash64AtTheStartOfItsSlash48_areCountedApart() {
        ClientAddress first = ClientAddress.parse("2001:db8::1");
        flood.admit(ClientAddress.parse("2001:db8:0:1::1"), false);

        assertThat(flood.rates(first).client()).isZero();
        assertThat(flood.rates(first).wider()).isCloseTo(ONE, withinPercentage(1));
    }

    @Test
    void asks_floodOfUnsolvedRequests_changesNothingForAnybodyA33() {
        flood.admit(CLIENT, false);
        Rates before = flood.rates(CLIENT);

        for (int i = 0; i < 100_000; i++) {
            flood.asks(NEIGHBOUR, flood.rates(NEIGHBOUR), 0.5, TERMS, SECOND + i / 1_000);
        }

        assertThat(flood.rates(CLIENT)).isEqualTo(before);
    }

    @Test
    void rates_thirtyThousandOtherClients_addAtMostOneRequest() {
        for (int i = 0; i < 30_000; i++) {
            flood.admit(client(i * 256), false);
        }

        long above = 0;
        for (int i = 0; i < 10_000; i++) {
            above += flood.rates(client(0x4000_0000 + i * 256)).client() > 1.05 * ONE ? 1 : 0;
        }

        assertThat(above).as("of 10,000 clients that took nothing").isLessThan(100);
    }

    @Property
    void asks_higherRateOrLoad_onlyAddsClients(
            @ForAll int address,
            @ForAll @DoubleRange(max = 1_200) double rate,
            @ForAll @DoubleRange(max = 1_200) double more,
            @ForAll @DoubleRange(max = 1) double load,
            @ForAll @DoubleRange(max = 1) double higher) {
        ClientAddress client = client(address);
        boolean asked = flood.asks(client, rates(rate), load, TERMS, SECOND);

        assertThat(flood.asks(client, rates(rate + more), load, TERMS, SECOND) || !asked)
                .isTrue();
        assertThat(flood.asks(client, rates(rate), Math.max(load, higher), TERMS, SECOND) || !asked)
                .isTrue();
    }

    @Property
    void asks_withinOneMinute_answersTheSame(
            @ForAll int address, @ForAll @IntRange(max = 59) int later, @ForAll @DoubleRange(max = 1_200) double rate) {
        ClientAddress client = client(address);
        long start = SECOND - SECOND % 60;

        assertThat(flood.asks(client, rates(rate), 0, TERMS, start + later))
                .isEqualTo(flood.asks(client, rates(rate), 0, TERMS, start));
    }

    @Property
    void asks_belowTheLimitOrBeyondFourTimesIt_isCertain(
            @ForAll int address, @ForAll @IntRange(max = 9_999) int minute) {
        long second = SECOND + 60L * minute;

        assertThat(flood.asks(client(address), rates(240), 0, TERMS, second)).isFalse();
        assertThat(flood.asks(client(address), rates(960), 0, TERMS, second)).isTrue();
    }

    private BitSet asked(long second) {
        BitSet asked = new BitSet();
        for (int i = 0; i < 40_000; i++) {
            // 420 a minute: a probability of a quarter.
            asked.set(i, flood.asks(client(i), rates(420), 0, TERMS, second));
        }
        return asked;
    }

    @Test
    void asks_fortyThousandClients_asksTheShareThatTheProbabilitySays() {
        assertThat(asked(SECOND).cardinality()).isCloseTo(10_000, within(450)); // five standard deviations
    }

    @Test
    void asks_nextMinute_drawsAnew() {
        BitSet both = asked(SECOND);
        both.and(asked(SECOND + 60));

        assertThat(both.cardinality()).isCloseTo(2_500, within(250));
    }

    @Test
    void asks_otherSecret_asksOthers() {
        FloodControl other = new FloodControl(SETTINGS, KeyedHash.under(new SplittableRandom(2)::nextBytes), time);
        int same = 0;
        for (int i = 0; i < 1_000; i++) {
            same += flood.asks(client(i), rates(600), 0, TERMS, SECOND)
                            == other.asks(client(i), rates(600), 0, TERMS, SECOND)
                    ? 1
                    : 0;
        }

        assertThat(same).isCloseTo(500, within(80));
    }

    @Test
    void proofs_redeemed_countForClientAndNetworkAndHalveInTenMinutes() {
        flood.redeemed(CLIENT);
        flood.redeemed(CLIENT);
        time.pass(Duration.ofMinutes(10));

        assertThat(flood.proofs(CLIENT).client()).isCloseTo(1, withinPercentage(1));
        assertThat(flood.proofs(CLIENT).wider()).isCloseTo(1, withinPercentage(1));
        assertThat(flood.proofs(NEIGHBOUR))
                .isEqualTo(new Proofs(0, flood.proofs(CLIENT).wider(), 0, 0));
    }

    @Test
    void proofs_spentPass_countsForClientAndNetwork() {
        flood.spent(CLIENT);

        assertThat(flood.proofs(CLIENT).clientSpent()).isCloseTo(1, withinPercentage(1));
        assertThat(flood.proofs(CLIENT).widerSpent()).isCloseTo(1, withinPercentage(1));
        assertThat(flood.proofs(NEIGHBOUR).clientSpent()).isZero();
        assertThat(flood.proofs(NEIGHBOUR).widerSpent()).isCloseTo(1, withinPercentage(1));
    }

    @Test
    void proofs_oneGreedyClient_countsForItsNetworkUpToABoundA33() {
        for (int i = 0; i < 500; i++) {
            flood.redeemed(CLIENT);
            flood.spent(CLIENT);
        }

        assertThat(flood.proofs(CLIENT).clientSpent()).isCloseTo(500, withinPercentage(5));
        assertThat(flood.proofs(NEIGHBOUR).wider()).isBetween(60.0, 70.0);
        assertThat(flood.proofs(NEIGHBOUR).widerSpent()).isBetween(2.5, 5.0);
    }

    @Test
    void proofs_manyGreedyClientsOfANetwork_countTogetherA27() {
        for (int i = 0; i < 200; i++) {
            flood.spent(client(i));
        }

        assertThat(flood.proofs(client(250)).widerSpent()).isCloseTo(200, withinPercentage(5));
    }

    @Test
    void proofs_redeemedOrFailed_raiseNoRate() {
        flood.redeemed(CLIENT);
        flood.failed(CLIENT);

        assertThat(flood.rates(CLIENT)).isEqualTo(new Rates(0, 0, 0));
        assertThat(flood.proofs(CLIENT).clientSpent()).isZero();
    }

    private void fail(ClientAddress client, int times) {
        for (int i = 0; i < times; i++) {
            flood.failed(client);
        }
    }

    private void offer(int redeems) {
        for (int i = 0; i < redeems; i++) {
            flood.shedsRedeem(STRANGER);
        }
    }

    @Test
    void shedsRedeem_withinWhatTheServerVerifies_shedsNobody() {
        fail(CLIENT, 1_000);
        offer(PER_SECOND - 1);

        assertThat(flood.shedsRedeem(CLIENT)).isFalse();
    }

    @Test
    void shedsRedeem_aboveIt_shedsWhoFailsAndNobodyNextToThemA32() {
        fail(CLIENT, 1_000);
        offer(PER_SECOND);

        assertThat(flood.shedsRedeem(CLIENT)).isTrue();
        assertThat(flood.shedsRedeem(NEIGHBOUR)).isFalse();
        assertThat(flood.shedsRedeem(STRANGER)).isFalse();
    }

    @Test
    void shedsRedeem_aboveIt_shedsMostFailuresFirst() {
        fail(CLIENT, 20);
        fail(NEIGHBOUR, 3);
        offer(PER_SECOND);

        assertThat(flood.shedsRedeem(CLIENT)).isTrue();
        assertThat(flood.shedsRedeem(NEIGHBOUR)).isFalse();
    }

    @Test
    void shedsRedeem_farAboveIt_shedsOneFailureAndNobodyWithoutA32() {
        fail(CLIENT, 1);
        offer(10 * PER_SECOND);

        assertThat(flood.shedsRedeem(CLIENT)).isTrue();
        assertThat(flood.shedsRedeem(NEIGHBOUR)).isFalse();
    }

    @Test
    void shedsRedeem_secondAfterAFlood_stillSheds() {
        fail(CLIENT, 20);
        offer(2 * PER_SECOND);
        time.pass(Duration.ofSeconds(1));

        assertThat(flood.shedsRedeem(CLIENT)).isTrue();
    }

    @Test
    void shedsRedeem_twoSecondsAfterAFlood_shedsNobody() {
        fail(CLIENT, 20);
        offer(2 * PER_SECOND);
        time.pass(Duration.ofSeconds(2));

        assertThat(flood.shedsRedeem(CLIENT)).isFalse();
    }

    @Test
    void holdsTooMuch_networkThatTakesAllItCan_neverHoldsMoreThanItsShareA10() {
        int capacity = 8_000;
        int claimSeconds = SETTINGS.claimSeconds();
        int[] redeemed = new int[600];
        int live = 0;
        int most = 0;

        for (int second = 0; second < redeemed.length; second++) {
            live -= second < claimSeconds ? 0 : redeemed[second - claimSeconds];
            while (!flood.holdsTooMuch(CLIENT, capacity)) {
                flood.redeemed(CLIENT);
                redeemed[second]++;
                live++;
            }
            most = Math.max(most, live);
            time.pass(Duration.ofSeconds(1));
        }

        assertThat(most).as("of a share of 1,000, with rounding").isBetween(850, 1_080);
    }

    @Test
    void holdsTooMuch_networkIsFull_holdsNoOtherUp() {
        while (!flood.holdsTooMuch(CLIENT, 8_000)) {
            flood.redeemed(CLIENT);
        }

        assertThat(flood.holdsTooMuch(NEIGHBOUR, 8_000)).isTrue();
        assertThat(flood.holdsTooMuch(STRANGER, 8_000)).isFalse();
    }

    @Test
    void holdsTooMuch_tinyStore_takesOneProofOfEachNetwork() {
        assertThat(flood.holdsTooMuch(CLIENT, 1)).isFalse();
    }
}
