package dev.stile.bench.replay;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a redeem costs a process of its own, with the collector: claims live long enough to be moved, and are linked among
 * each other.
 *
 * @param cpuNanos of the process
 * @param pauseNanos for which the collector stopped all threads
 */
record CollectedRedeem(double cpuNanos, double pauseNanos) {
    /** What many a servlet container is given. */
    private static final String HEAP = "-Xmx512m";

    /** Stores that are filled and then dropped, after one that is not counted. */
    private static final int FILLINGS = 2;

    private static final double NANOS_PER_MILLI = 1e6;

    /** Measures in a new process. */
    static CollectedRedeem of(Candidate candidate) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                CollectedRedeem.class.getName(),
                candidate.name());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            return new CollectedRedeem(Double.parseDouble(printed[0]), Double.parseDouble(printed[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints both figures. */
    public static void main(String[] args) {
        Candidate candidate = Candidate.valueOf(args[0]);
        RedeemRun run = new RedeemRun();
        try (Crew crew = new Crew(1)) {
            run.fill(crew, candidate);
            CollectedRedeem before = total();
            long redeems = 0;
            for (int filling = 0; filling < FILLINGS; filling++) {
                redeems += run.fill(crew, candidate);
            }
            CollectedRedeem after = total();
            System.out.println((after.cpuNanos - before.cpuNanos) / redeems + " "
                    + (after.pauseNanos - before.pauseNanos) / redeems);
        }
    }

    private static CollectedRedeem total() {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long pauseMillis = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return new CollectedRedeem(process.getProcessCpuTime(), pauseMillis * NANOS_PER_MILLI);
    }
}
