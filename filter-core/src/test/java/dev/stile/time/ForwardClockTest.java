package dev.stile.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardClockTest {
    private static final long START = 1_800_000_000L;
    private static final long NANOS = 1_000_000_000L;

    private final AtomicLong wallMillis = new AtomicLong(START * 1000);
    private final AtomicLong steadyNanos = new AtomicLong();
    private ForwardClock clock = clock();

    private ForwardClock clock() {
        return new ForwardClock(() -> Instant.ofEpochMilli(wallMillis.get()), steadyNanos::get);
    }

    @BeforeEach
    void steadyClockOfArbitraryOrigin() {
        steadyNanos.set(Long.MAX_VALUE - NANOS);
        clock = clock();
    }

    @Test
    void seconds_atTheStart_areTheWallClocks() {
        assertThat(clock.seconds()).isEqualTo(START);
    }

    @Test
    void seconds_inTheMiddleOfASecond_areRoundedDown() {
        elapse(999);
        assertThat(clock.seconds()).isEqualTo(START);
    }

    @Test
    void seconds_asTheSecondTurns_turn() {
        elapse(1000);
        assertThat(clock.seconds()).isEqualTo(START + 1);
    }

    @Test
    void seconds_wallClockSetAhead_follow() {
        step(86_400);
        assertThat(clock.seconds()).isEqualTo(START + 86_400);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60, 86_400, START})
    void seconds_wallClockSetBack_doNotGoBack(long seconds) { // A09
        elapse(10_000);
        assertThat(clock.seconds()).isEqualTo(START + 10);
        step(-seconds);
        assertThat(clock.seconds()).isEqualTo(START + 10);
    }

    @Test
    void seconds_wallClockSetBack_goOnAtHalfSpeed() {
        step(-3600);
        assertThat(readEvery(1000, 600)).isEqualTo(START + 300);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 1500, 1999, 2000, 3000, 3999, 10_000})
    void seconds_wallClockSetBack_goOnAtHalfSpeedHoweverOftenTheyAreRead(int millis) {
        step(-36_000);
        int readings = 600_000 / millis;
        long elapsedSeconds = (long) readings * millis / 1000;
        assertThat(readEvery(millis, readings)).isBetween(START + elapsedSeconds / 2 - 1, START + elapsedSeconds / 2);
    }

    @Test
    void seconds_wallClockHasCaughtUp_areTheWallClocksAgain() {
        step(-100);
        readEvery(1000, 300);
        assertThat(clock.seconds()).isEqualTo(wallMillis.get() / 1000);
    }

    @Test
    void seconds_wallClockSetBackAgainAndAgain_neverGoBack() {
        assertThat(LongStream.range(0, 1000)
                        .map(i -> {
                            elapse(700);
                            step(i % 7 == 0 ? -50 : 3);
                            return clock.seconds();
                        })
                        .toArray())
                .isSorted();
    }

    @Test
    void seconds_by64ThreadsWhileTheWallClockJumps_neverGoBackForAnyOfThem() {
        List<Boolean> sorted = Together.run(64, thread -> {
            long[] readings = IntStream.range(0, 2000)
                    .mapToLong(i -> {
                        wallMillis.addAndGet((i + thread) % 5 == 0 ? -20_000 : 5_100);
                        steadyNanos.addAndGet(1_000_000);
                        return clock.seconds();
                    })
                    .toArray();
            return IntStream.range(1, readings.length).allMatch(i -> readings[i - 1] <= readings[i]);
        });
        assertThat(sorted).containsOnly(true);
    }

    @Test
    void system_now_isWithinASecondOfTheSystems() {
        long before = Instant.now().getEpochSecond();
        assertThat(ForwardClock.system().seconds())
                .isBetween(before, Instant.now().getEpochSecond());
    }

    /** Both clocks go on, as time does. */
    private void elapse(long millis) {
        wallMillis.addAndGet(millis);
        steadyNanos.addAndGet(millis * 1_000_000);
    }

    /** Somebody sets the wall clock. */
    private void step(long seconds) {
        wallMillis.addAndGet(seconds * 1000);
    }

    private long readEvery(int millis, int times) {
        long last = 0;
        for (int i = 0; i < times; i++) {
            elapse(millis);
            last = clock.seconds();
        }
        return last;
    }
}
