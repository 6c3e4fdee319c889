package dev.stile.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLogTest {
    private static final DecisionEvent GRANT = Events.of("grant", "fresh");
    private static final DecisionEvent CALM = Events.of("allow", "calm");

    private final CapturedLog captured = new CapturedLog("dev.stile.decisions", Level.INFO);
    /** Near the end of its range, where nanoTime may be. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final DecisionLog log = new DecisionLog(nanos::get);

    @AfterEach
    void close() {
        captured.close();
    }

    private void hear(int times, DecisionEvent event) {
        for (int i = 0; i < times; i++) {
            log.onDecision(event);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private List<String> lines() {
        return captured.records().stream().map(LogRecord::getMessage).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"challenge", "offer", "grant", "refuse", "tell", "withhold"})
    void onDecision_visitorIsHeldUp_isAtInfo(String verdict) {
        log.onDecision(Events.of(verdict, "x"));
        assertThat(captured.records())
                .singleElement()
                .extracting(LogRecord::getLevel)
                .isEqualTo(Level.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "serve"})
    void onDecision_ordinaryRequest_isAtDebug(String verdict) {
        try (CapturedLog all = new CapturedLog("dev.stile.decisions", Level.ALL)) {
            log.onDecision(Events.of(verdict, "x"));
            assertThat(all.records())
                    .singleElement()
                    .extracting(LogRecord::getLevel)
                    .isEqualTo(Level.FINE);
        }
    }

    @Test
    void onDecision_pathWithBraces_isNoPattern() {
        log.onDecision(Events.by(new Visitor("GET", "/{0}/{1}", "::1", "")));
        assertThat(lines()).singleElement().asString().contains("\"/{0}/{1}\"");
    }

    @Test
    void onDecision_burst_isWrittenWhole() {
        hear(200, Events.CHALLENGE);
        assertThat(lines()).hasSize(200);
    }

    @Test
    void onDecision_flood_isWrittenUpToTheBurst() { // A30
        hear(100_000, Events.CHALLENGE);
        assertThat(lines()).hasSize(200);
    }

    @Test
    void onDecision_afterAFlood_saysOnceHowManyWereLeftOutAndOfWhich() {
        hear(200, Events.CHALLENGE);
        hear(1000, Events.CHALLENGE);
        hear(30, GRANT);
        pass(Duration.ofSeconds(1));
        hear(2, GRANT);
        assertThat(lines()).hasSize(203);
        assertThat(lines().get(201)).isEqualTo("left-out=1030 decisions=challenge/suspicion:1000,grant/fresh:30");
    }

    @Test
    void onDecision_ordinaryRequestAfterAFlood_tellsOfItToo() {
        hear(201, Events.CHALLENGE);
        pass(Duration.ofSeconds(1));
        log.onDecision(CALM);
        assertThat(lines()).last().isEqualTo("left-out=1 decisions=challenge/suspicion:1");
    }

    @Test
    void onDecision_lessThanASecondAfter_doesNotYetTellOfIt() {
        hear(201, Events.CHALLENGE);
        pass(Duration.ofMillis(999));
        log.onDecision(CALM);
        assertThat(lines()).hasSize(200);
    }

    @Test
    void onDecision_nextFlood_isCountedAnew() {
        hear(205, Events.CHALLENGE);
        pass(Duration.ofMinutes(1));
        hear(201, GRANT);
        pass(Duration.ofMinutes(1));
        log.onDecision(CALM);
        assertThat(lines()).last().isEqualTo("left-out=1 decisions=grant/fresh:1");
    }

    @Test
    void onDecision_floodOfAMinute_isFiftyLinesASecondAndOneThatTells() {
        hear(200, Events.CHALLENGE);
        for (int i = 0; i < 60_000; i++) {
            pass(Duration.ofMillis(1));
            log.onDecision(Events.CHALLENGE);
        }
        assertThat(lines().stream().filter(line -> line.startsWith("reference=")))
                .hasSize(200 + 60 * 50);
        assertThat(lines().stream().filter(line -> line.startsWith("left-out=")))
                .hasSizeBetween(58, 60);
    }

    @Test
    void onDecision_atDebug_ordinaryRequestsAreNotCounted() {
        try (CapturedLog all = new CapturedLog("dev.stile.decisions", Level.ALL)) {
            hear(300, CALM);
            hear(200, Events.CHALLENGE);
            assertThat(all.records()).hasSize(500);
        }
    }

    @Test
    void onDecision_by64Threads_writesNoMoreThanTheBurstAndLosesNoCount() {
        Together.run(64, thread -> {
            hear(100, Events.CHALLENGE);
            return thread;
        });
        pass(Duration.ofSeconds(1));
        log.onDecision(CALM);
        assertThat(lines()).hasSize(201).last().isEqualTo("left-out=6200 decisions=challenge/suspicion:6200");
    }
}
