package dev.stile.bench.jvm;

import dev.stile.bench.jvm.Measured.Setting;
import dev.stile.bench.replay.ReplayTable;
import dev.stile.bench.report.PerformancePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the server's parts and writes the section {@code jvm} of {@code docs/performance.md}; {@code bin/bench jvm}
 * runs it. All that is compared takes turns in each of a few runs, each time in a JVM of its own.
 */
public final class JvmReport {
    private static final int RUNS = 3;
    private static final int NEWER_JAVA = 25;

    private final Measured measured = new Measured();
    private final Jvm jvm = Jvm.running();
    private final Optional<Jvm> newer = Jvm.installed(NEWER_JAVA).filter(found -> found.feature() != jvm.feature());

    private JvmReport() {}

    /**
     * Measures and writes, in about seven minutes.
     *
     * @param args the folder of the docs
     */
    public static void main(String[] args) throws IOException, RunnerException {
        JvmReport report = new JvmReport();
        for (int run = 1; run <= RUNS; run++) {
            System.err.println("run " + run + " of " + RUNS);
            report.run();
        }
        String tables = new JvmTables(report.measured, report.jvm, report.newer).text();
        System.err.println("replay stores");
        PerformancePage.put(Path.of(args[0]), "jvm", tables + "\n\n" + ReplayTable.markdown());
    }

    private void run() throws IOException, RunnerException {
        for (int threads = 1; threads <= 2; threads++) {
            measured.add(new Setting(NativeLoop.SUBJECT, jvm, threads), NativeLoop.read(threads));
        }
        for (Subject subject : Subjects.all()) {
            measure(new Setting(subject, jvm, 1));
            if (Subjects.SHARED.contains(subject)) {
                measure(new Setting(subject, jvm, 2));
            }
            if (newer.isPresent() && Subjects.NEWER.contains(subject)) {
                measure(new Setting(subject, newer.get(), 1));
            }
        }
    }

    private void measure(Setting setting) throws RunnerException {
        measured.add(setting, Forks.read(setting.subject(), setting.jvm(), setting.threads()));
    }
}
