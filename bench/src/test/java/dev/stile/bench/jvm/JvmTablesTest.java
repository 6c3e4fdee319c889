package dev.stile.bench.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.bench.jvm.Measured.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JvmTablesTest {
    private static final Jvm JVM = new Jvm(Path.of("java-17"), 17);
    private static final Jvm NEWER = new Jvm(Path.of("java-25"), 25);

    private final Map<Setting, Reading[]> given = new HashMap<>();

    @Test
    void text_belowWhatIsWanted_saysSo() {
        rates(Subjects.MAC, 2.49, 2.49);
        assertThat(text()).contains("| reject by MAC (V6) | 2.49 (2.49 to 2.49) | 402 | 800 | 2.50 | **no** |");
    }

    @Test
    void text_atWhatIsWanted_isMet() {
        rates(Subjects.MAC, 2.5, 2.5);
        assertThat(text()).contains("| reject by MAC (V6) | 2.50 (2.50 to 2.50) | 400 | 800 | 2.50 | yes |");
    }

    @Test
    void text_ofPeers_dividesRunByRun() {
        rates(Subjects.PASS, 5, 12);
        rates(Subjects.JAVA_JWT, 1, 2);
        assertThat(text()).contains("java-jwt 4.6, HS256 | 5.5 (5.0 to 6.0) | 5.00 | yes |");
    }

    @Test
    void text_ofAllocation_leavesOutTheRequestItself() {
        given.put(new Setting(Subjects.DECIDE_PASS, JVM, 1), readings(1_799, 1, 1));
        assertThat(text()).contains("bytes without the request itself | 999 | under 1,000 | yes |");
    }

    @Test
    void text_ofAllocationAtTheBound_saysSo() {
        given.put(new Setting(Subjects.DECIDE_PASS, JVM, 1), readings(1_800, 1, 1));
        assertThat(text()).contains("bytes without the request itself | 1,000 | under 1,000 | **no** |");
    }

    @Test
    void text_ofTwoThreads_comparesWithNativeLoops() {
        given.put(new Setting(NativeLoop.SUBJECT, JVM, 2), readings(0, 2, 2));
        given.put(new Setting(Subjects.PASS, JVM, 2), readings(0, 1.8, 1.8));
        assertThat(text())
                .contains(
                        "| check a pass, of 100 networks | 1.80 (1.80 to 1.80) | 0.90 (0.90 to 0.90) | 0.92 | **no** |");
    }

    @Test
    void text_nativeLoopsThatHadNoSecondCore_areNoMeasure() {
        given.put(new Setting(NativeLoop.SUBJECT, JVM, 2), readings(0, 1.4, 1.4));
        given.put(new Setting(Subjects.PASS, JVM, 2), readings(0, 1.9, 1.9));
        assertThat(text())
                .contains(
                        "| check a pass, of 100 networks | 1.90 (1.90 to 1.90) | 1.36 (1.36 to 1.36) | 0.92 | **no** |");
    }

    @Test
    void text_withoutANewerJava_hasNoTableOfIt() {
        assertThat(text()).doesNotContain("Java 25");
    }

    @Test
    void text_withANewerJava_dividesByThisOne() {
        given.put(new Setting(Subjects.PASS, NEWER, 1), readings(700, 3, 3));
        assertThat(text(Optional.of(NEWER)))
                .contains("| check a pass, of 100 networks | 3.00 (3.00 to 3.00) | 700 | 3.00 (3.00 to 3.00) |");
    }

    private void rates(Subject subject, double... rates) {
        given.put(new Setting(subject, JVM, 1), readings(800, rates));
    }

    private String text() {
        return text(Optional.empty());
    }

    private String text(Optional<Jvm> newer) {
        Measured measured = new Measured();
        settings().forEach(setting -> {
            Reading[] readings = given.getOrDefault(setting, readings(800, 1, 1));
            Arrays.stream(readings).forEach(reading -> measured.add(setting, reading));
        });
        return new JvmTables(measured, JVM, newer).text();
    }

    private static Stream<Setting> settings() {
        return Stream.concat(Subjects.all().stream(), Stream.of(NativeLoop.SUBJECT))
                .flatMap(subject -> Stream.of(
                        new Setting(subject, JVM, 1), new Setting(subject, JVM, 2), new Setting(subject, NEWER, 1)));
    }

    private static Reading[] readings(double bytes, double... rates) {
        return Arrays.stream(rates).mapToObj(rate -> new Reading(rate, bytes)).toArray(Reading[]::new);
    }
}
