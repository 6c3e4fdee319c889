package dev.stile.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestAlarmTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final CapturedLog log = new CapturedLog("dev.stile", Level.ALL);
    private final TestAlarm alarm = new TestAlarm(nanos::get);

    @AfterEach
    void close() {
        log.close();
    }

    private void hearAfter(Duration time) {
        nanos.addAndGet(time.toNanos());
        alarm.onDecision(Events.CHALLENGE);
    }

    @Test
    void new_isGivenAtOnce() {
        assertThat(log.records()).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.WARNING);
            assertThat(record.getMessage()).isEqualTo(TestAlarm.WARNING).contains("environment test", "stile-test");
        });
    }

    @Test
    void onDecision_withinAMinute_isNotGivenAgain() {
        hearAfter(Duration.ofSeconds(59));
        hearAfter(Duration.ZERO);
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void onDecision_everyMinuteOfUse_isGivenOnce() {
        hearAfter(Duration.ofSeconds(60));
        hearAfter(Duration.ZERO);
        hearAfter(Duration.ofSeconds(60));
        hearAfter(Duration.ofSeconds(59));
        assertThat(log.records())
                .extracting(LogRecord::getLevel)
                .containsOnly(Level.WARNING)
                .hasSize(3);
    }
}
