package dev.stile.bench.jvm;

import dev.stile.bench.MarkedTables;
import dev.stile.bench.jvm.Measured.Setting;
import dev.stile.bench.report.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of what was measured, each with what was wanted and whether it is met. */
final class JvmTables {
    /** Million calls a second that one thread should reach. */
    private static final Map<Subject, Double> WANTED = Map.of(
            Subjects.MAC, 2.5,
            Subjects.REDEEM_16, 0.25,
            Subjects.PASS, 2.2,
            Subjects.DECIDE_PASS, 1.0);

    private static final double WANTED_OVER_JAVA_JWT = 5;
    private static final double WANTED_BYTES = 1_000;
    private static final double WANTED_SCALING = 0.92;

    /** Two cores that rest give 1.9: below this, something else had the second one, and nothing can be told. */
    private static final double LEAST_NATIVE_SCALING = 1.5;

    private static final double NANOS = 1e3;

    private final Measured measured;
    private final Jvm jvm;
    private final Optional<Jvm> newer;

    JvmTables(Measured measured, Jvm jvm, Optional<Jvm> newer) {
        this.measured = measured;
        this.jvm = jvm;
        this.newer = newer;
    }

    String text() {
        List<String> parts = new ArrayList<>(
                List.of("One thread:", parts(), "Against peers, run by run:", peers(), "Two threads:", scaling()));
        newer.ifPresent(other -> parts.addAll(List.of("Java " + other.feature() + ", one thread:", newer(other))));
        return String.join("\n\n", parts);
    }

    private String parts() {
        return MarkedTables.table(
                List.of("", "million a second", "ns", "bytes", "wanted", "met"),
                Stream.concat(Subjects.PARTS.stream(), Subjects.PEERS.stream()).map(this::part));
    }

    private List<String> part(Subject subject) {
        Sample rate = rate(subject);
        Optional<Double> wanted = Optional.ofNullable(WANTED.get(subject));
        return List.of(
                subject.name(),
                rate.text("%.3g"),
                format("%,.0f", NANOS / rate.median()),
                format("%,.0f", bytes(subject)),
                wanted.map(least -> format("%.3g", least)).orElse(""),
                wanted.map(least -> met(rate.median() >= least)).orElse(""));
    }

    private String peers() {
        return MarkedTables.table(
                List.of("", "ratio", "wanted", "met"),
                Stream.of(
                        ratio(Subjects.PASS, Subjects.JAVA_JWT, Optional.of(WANTED_OVER_JAVA_JWT)),
                        ratio(Subjects.PASS, Subjects.ED25519, Optional.empty()),
                        ratio(Subjects.REDEEM_1, Subjects.ALTCHA, Optional.empty()),
                        ratio(Subjects.REDEEM_16, Subjects.ALTCHA, Optional.empty()),
                        ownBytes()));
    }

    private List<String> ratio(Subject ours, Subject peer, Optional<Double> wanted) {
        Sample ratio = rate(ours).over(rate(peer));
        return List.of(
                ours.name() + " / " + peer.name(),
                ratio.text("%.1f"),
                wanted.map(least -> format("%.3g", least)).orElse(""),
                wanted.map(least -> met(ratio.median() >= least)).orElse(""));
    }

    private List<String> ownBytes() {
        double own = bytes(Subjects.DECIDE_PASS) - bytes(Subjects.FACTS);
        return List.of(
                "decide: pass, bytes without the request itself",
                format("%,.0f", own),
                format("under %,.0f", WANTED_BYTES),
                met(own < WANTED_BYTES));
    }

    private String scaling() {
        return MarkedTables.table(
                List.of("", "two threads / one", "of what native loops show", "wanted", "met"),
                Stream.concat(Stream.of(NativeLoop.SUBJECT), Subjects.SHARED.stream())
                        .map(this::scaled));
    }

    private List<String> scaled(Subject subject) {
        Sample own = scaling(subject);
        Sample loops = scaling(NativeLoop.SUBJECT);
        Sample part = own.over(loops);
        boolean met = part.median() >= WANTED_SCALING && loops.median() >= LEAST_NATIVE_SCALING;
        boolean wanted = Subjects.SHARED.contains(subject) && !subject.equals(Subjects.ARITHMETIC);
        return List.of(
                subject.name(),
                own.text("%.2f"),
                part.text("%.2f"),
                wanted ? format("%.2f", WANTED_SCALING) : "",
                wanted ? met(met) : "");
    }

    private Sample scaling(Subject subject) {
        return measured.rates(new Setting(subject, jvm, 2)).over(rate(subject));
    }

    private String newer(Jvm other) {
        return MarkedTables.table(
                List.of("", "million a second", "bytes", "Java " + other.feature() + " / " + jvm.feature()),
                Subjects.NEWER.stream().map(subject -> {
                    Setting setting = new Setting(subject, other, 1);
                    Sample rate = measured.rates(setting);
                    return List.of(
                            subject.name(),
                            rate.text("%.3g"),
                            format("%,.0f", measured.bytes(setting).median()),
                            rate.over(rate(subject)).text("%.2f"));
                }));
    }

    private Sample rate(Subject subject) {
        return measured.rates(new Setting(subject, jvm, 1));
    }

    private double bytes(Subject subject) {
        return measured.bytes(new Setting(subject, jvm, 1)).median();
    }

    private static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
