package dev.stile.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.IpAddress;
import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Host;
import dev.stile.protocol.Level;
import dev.stile.protocol.Pass;
import dev.stile.protocol.PassId;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.request.ClientAddress;
import dev.stile.sketch.KeyedHash;
import dev.stile.sketch.ManualTime;
import dev.stile.threads.Together;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private static final int LIFE = 1_800;
    /** The first second of a window. */
    private static final long START = 1_700_000_000L / LIFE * LIFE;

    private static final BudgetTerms TERMS = BudgetTerms.worked(300);
    private static final int OVERDRAFT = 75;
    private static final int PARTS = 4;
    private static final ClientAddress HOME = ClientAddress.parse("192.0.2.1");

    private final SplittableRandom random = new SplittableRandom(1);
    private final ManualTime time = new ManualTime();
    private final Budgets budgets = budgets(1 << 20);

    private Budgets budgets(int bytes) {
        return new Budgets(bytes, LIFE, KeyedHash.under(new SplittableRandom(2)::nextBytes), time);
    }

    private Held issued(long second) {
        PassId id = new PassId(random.nextLong(), random.nextLong());
        return new Held(new Pass(Level.ONE, second, second + LIFE, id, BrowserFamily.CHROMIUM, 0, Host.UNKNOWN), false);
    }

    private static Held away(Held held) {
        return new Held(held.pass(), true);
    }

    private static ClientAddress network(int number) {
        return ClientAddress.of(new IpAddress(0, 0xffff_0a00_0000L | number << 8 | 1));
    }

    private static Charge page(Budgets budgets, Held held, long now) {
        return budgets.charge(held, HOME, false, TERMS, now);
    }

    private static Charge part(Budgets budgets, Held held, long now) {
        return budgets.charge(held, HOME, true, TERMS, now);
    }

    private int spend(Held held, long now) {
        int within = 0;
        while (page(budgets, held, now).isCovered()) {
            within++;
        }
        return within;
    }

    @Test
    void charge_pages_areAsManyAsThePassBought() {
        assertThat(spend(issued(START), START)).isEqualTo(300);
    }

    @Test
    void charge_lastWholeRequest_isSaidOnce() {
        Held held = issued(START);
        List<Charge> charges = IntStream.range(0, 400)
                .mapToObj(i -> page(budgets, held, START))
                .toList();
        assertThat(charges.subList(0, 299)).containsOnly(Charge.WITHIN);
        assertThat(charges.get(299)).isEqualTo(Charge.LAST);
        assertThat(charges.subList(300, 400)).containsOnly(Charge.SPENT);
    }

    @Test
    void charge_lastWholeRequestInParts_isSaidOnce() {
        Held held = issued(START);
        assertThat(IntStream.range(0, 2_400).mapToObj(i -> part(budgets, held, START)))
                .filteredOn(Charge.LAST::equals)
                .hasSize(1);
    }

    @Test
    void charge_spentPass_isNotChargedOn() {
        Held held = issued(START);
        spend(held, START);

        assertThat(page(budgets, held, START)).isEqualTo(Charge.SPENT);
        assertThat(budgets.used(held.pass(), START)).isEqualTo(300);
    }

    @Test
    void charge_subResource_countsAnEighth() {
        Held held = issued(START);
        part(budgets, held, START);

        assertThat(budgets.used(held.pass(), START)).isEqualTo(0.125);
    }

    @Test
    void charge_subResourcesOfASpentPass_mayOverdrawAQuarterAndNoMore() {
        Held held = issued(START);
        spend(held, START);

        for (int i = 0; i < OVERDRAFT * 8; i++) {
            assertThat(part(budgets, held, START)).isEqualTo(Charge.OVERDRAWN);
        }
        assertThat(part(budgets, held, START)).isEqualTo(Charge.SPENT);
        assertThat(budgets.used(held.pass(), START)).isEqualTo(375);
    }

    @Test
    void charge_pageThatTheRestDoesNotCover_isStoppedFirst() {
        Held held = issued(START);
        for (int i = 0; i < 299 * 8 + 1; i++) {
            part(budgets, held, START);
        }

        assertThat(page(budgets, held, START)).isEqualTo(Charge.SPENT);
        assertThat(part(budgets, held, START)).isEqualTo(Charge.WITHIN);
    }

    @Test
    void settle_subResourceThatWasAPage_costsAWholeRequest() {
        Held held = issued(START);
        part(budgets, held, START);
        budgets.settle(held.pass(), TERMS, START);

        assertThat(budgets.used(held.pass(), START)).isEqualTo(1);
    }

    @Test
    void settle_pageThatTakesTheLastWholeRequest_saysSoA12() {
        Held held = issued(START);
        part(budgets, held, START);
        List<Charge> charges = IntStream.range(0, 320)
                .boxed()
                .flatMap(i -> Stream.of(part(budgets, held, START), budgets.settle(held.pass(), TERMS, START)))
                .toList();
        assertThat(charges).filteredOn(Charge.LAST::equals).hasSize(1);
    }

    @Test
    void isGoodFor_foreignNetwork_asChargeSays() {
        Held held = away(issued(START));
        for (int i = 0; i < 20; i++) {
            boolean good = budgets.isGoodFor(held, network(i), TERMS, START);
            assertThat(budgets.charge(held, network(i), false, TERMS, START) != Charge.SHARED)
                    .isEqualTo(good);
        }
    }

    @Property(tries = 100)
    void charge_anyOrder_isTheExactModel(
            @ForAll @Size(max = 300) List<@IntRange(max = 2) Integer> steps,
            @ForAll @IntRange(min = 1, max = 20) int requests) {
        BudgetTerms terms = BudgetTerms.worked(requests);
        Held held = issued(START);
        int used = 0;
        int last = 0;

        for (int step : steps) {
            if (step == 2) {
                last += budgets.settle(held.pass(), terms, START) == Charge.LAST ? 1 : 0;
                used += 7;
                continue;
            }
            int cost = step == 0 ? 8 : 1;
            int limit = requests * 8 + (step == 0 ? 0 : terms.overdraft() * 8);
            Charge charge = budgets.charge(held, HOME, step == 1, terms, START);
            assertThat(charge.isCovered()).isEqualTo(used + cost <= limit);
            assertThat(charge == Charge.OVERDRAWN).isEqualTo(used + cost <= limit && used + cost > requests * 8);
            last += charge == Charge.LAST ? 1 : 0;
            used += charge.isCovered() ? cost : 0;
        }

        assertThat(budgets.used(held.pass(), START)).isEqualTo(used / 8.0);
        assertThat(last).as("said once that no whole request is left").isEqualTo(used > requests * 8 - 8 ? 1 : 0);
    }

    @Test
    void charge_eightThreadsAtOnce_getNotOneRequestMore() {
        Held held = issued(START);

        List<Integer> within = Together.run(8, thread -> spend(held, START));

        assertThat(within.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
    }

    @Test
    void charge_passOfTheLastWindow_isStillCounted() {
        Held held = issued(START + LIFE - 1);
        spend(held, START + LIFE - 1);
        page(budgets, issued(START + LIFE), START + LIFE);

        assertThat(page(budgets, held, START + 2 * LIFE - 2)).isEqualTo(Charge.SPENT);
    }

    @Test
    void charge_windowsGoOn_expiredPassesLeaveRoom() {
        Budgets small = budgets(64 << 10);
        for (int i = 0; i < 20_000; i++) {
            page(small, issued(START), START);
        }
        Held later = issued(START + 2 * LIFE);

        page(small, later, START + 2 * LIFE);

        assertThat(small.used(later.pass(), START + 2 * LIFE)).isEqualTo(1);
    }

    @Test
    void charge_passOfANodeWhoseClockIsAhead_forgetsNobodysCount() {
        Held held = issued(START - 1);
        spend(held, START);

        page(budgets, issued(START + LIFE), START);

        assertThat(page(budgets, held, START)).isEqualTo(Charge.SPENT);
    }

    @Test
    void charge_threadThatIsLate_forgetsNobodysCount() {
        Held held = issued(START + LIFE);
        spend(held, START + LIFE);

        page(budgets, issued(START - LIFE), START);

        assertThat(page(budgets, held, START + LIFE)).isEqualTo(Charge.SPENT);
    }

    @Test
    void charge_phoneInEightForeignNetworks_isBelieved() {
        Held held = away(issued(START));

        for (int i = 0; i < 80; i++) {
            assertThat(budgets.charge(held, network(i % 8), false, TERMS, START))
                    .isEqualTo(Charge.WITHIN);
        }
    }

    @Test
    void charge_partsOfAPageAtOnceInANewNetwork_countAsOneNetwork() {
        for (int pass = 0; pass < 2_000; pass++) {
            Held held = away(issued(START));
            ClientAddress first = network(0);
            Together.run(PARTS, part -> budgets.charge(held, first, true, TERMS, START));

            for (int i = 1; i < 8; i++) {
                assertThat(budgets.charge(held, network(i), true, TERMS, START)).isEqualTo(Charge.WITHIN);
            }
            time.pass(Duration.ofHours(1));
        }
    }

    @Test
    void isGoodFor_passThatIsSpent_isNot() {
        Held held = issued(START);
        assertThat(budgets.isGoodFor(held, HOME, TERMS, START)).isTrue();
        spend(held, START);
        assertThat(budgets.isGoodFor(held, HOME, TERMS, START)).isFalse();
    }

    @Test
    void isGoodFor_passThatIsNotBelievedThere_isNot() {
        Held held = away(issued(START));
        for (int i = 0; i < 8; i++) {
            budgets.charge(held, network(i), false, TERMS, START);
        }
        assertThat(budgets.isGoodFor(held, network(7), TERMS, START)).isTrue();
        assertThat(budgets.isGoodFor(held, network(8), TERMS, START)).isFalse();
    }

    @Test
    void charge_oneNetworkAfterAnother_isBelieved() {
        Held held = away(issued(START));

        for (int i = 0; i < 30; i++) {
            assertThat(budgets.charge(held, network(i), false, TERMS, START)).isEqualTo(Charge.WITHIN);
            time.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void charge_thousandNetworksAtOnce_areBelievedInEightA12() {
        Held held = away(issued(START));
        int covered = 0;
        for (int i = 0; i < 1_000; i++) {
            covered += budgets.charge(held, network(i), false, TERMS, START).isCovered() ? 1 : 0;
        }

        assertThat(covered).isEqualTo(8);
        assertThat(budgets.used(held.pass(), START)).isEqualTo(8);
    }

    @Test
    void charge_thousandNetworksForHalfAnHour_areBelievedInFewA12() {
        BudgetTerms large = BudgetTerms.worked(BudgetTerms.MAX_REQUESTS);
        Held held = away(issued(START));
        int mostInAMinute = 0;
        for (int minute = 0; minute < 30; minute++) {
            int covered = 0;
            for (int i = 0; i < 1_000; i++) {
                covered += budgets.charge(held, network(i), false, large, START).isCovered() ? 1 : 0;
            }
            mostInAMinute = Math.max(mostInAMinute, covered);
            time.pass(Duration.ofMinutes(1));
        }

        assertThat(mostInAMinute).isBetween(8, 17);
    }

    @Test
    void charge_passSharedElsewhere_isBelievedAtHome() {
        Held held = issued(START);
        for (int i = 0; i < 100; i++) {
            budgets.charge(away(held), network(i), false, TERMS, START);
        }

        assertThat(page(budgets, held, START)).isEqualTo(Charge.WITHIN);
    }

    @Test
    void charge_otherPassesShared_harmNoPass() {
        for (int pass = 0; pass < 100; pass++) {
            Held shared = away(issued(START));
            for (int i = 0; i < 100; i++) {
                budgets.charge(shared, network(i), false, TERMS, START);
            }
        }

        assertThat(budgets.charge(away(issued(START)), network(1), false, TERMS, START))
                .isEqualTo(Charge.WITHIN);
    }

    /** As many passes a byte as ten million in one window have of the default 16 MiB. */
    @Test
    void charge_memoryIsFull_isNeverMoreThanBoughtAndShutsNobodyOut() {
        Budgets small = budgets(64 << 10);
        int[] charged = new int[39_000];
        Held[] passes = new Held[charged.length];
        Arrays.setAll(passes, i -> issued(START));
        for (int i = 0; i < charged.length; i++) {
            for (int left = (int) Math.min(300, 1 / (1 - random.nextDouble())); left > 0; left--) {
                charged[i] += page(small, passes[i], START) == Charge.WITHIN ? 1 : 0;
            }
        }

        for (int i = 0; i < charged.length; i++) {
            assertThat(small.used(passes[i].pass(), START)).isGreaterThanOrEqualTo(charged[i]);
        }
        int[] fresh = IntStream.range(0, 1_000)
                .map(i -> {
                    Held held = issued(START);
                    return (int) (300 - small.used(held.pass(), START));
                })
                .sorted()
                .toArray();
        assertThat(fresh[0]).as("least that a fresh pass gets").isGreaterThan(100);
        assertThat(fresh[10]).as("what 99 of 100 fresh passes get").isGreaterThan(250);
    }
}
