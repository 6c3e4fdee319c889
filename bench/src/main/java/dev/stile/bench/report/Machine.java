package dev.stile.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the machine that a figure was measured on, in one sentence. */
public final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** What SHA-256 can use, as the Linux kernel calls it. */
    private static final List<String> EXTENSIONS = List.of("sse4_1", "avx2", "avx512f", "sha_ni", "asimd", "sha2");

    private Machine() {}

    /** Processor and its extensions, cores, memory, system and Java, with today's date (UTC). */
    public static String description() {
        Runtime runtime = Runtime.getRuntime();
        return "%s, %d cores (%s), %d GiB, %s %s, Java %s, %s."
                .formatted(
                        cpu("model name"),
                        runtime.availableProcessors(),
                        extensions(),
                        memoryGib(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        LocalDate.now(ZoneOffset.UTC));
    }

    /** Of the machine, or what a container may have of it. */
    private static long memoryGib() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.round(system.getTotalMemorySize() / (double) (1 << 30));
    }

    private static String extensions() {
        List<String> flags = List.of((cpu("flags") + " " + cpu("Features")).split(" "));
        return EXTENSIONS.stream().filter(flags::contains).collect(Collectors.joining(" "));
    }

    /** The first line of that name, or "unknown processor" where the system has none. */
    private static String cpu(String name) {
        if (!Files.isReadable(CPU)) {
            return "unknown processor";
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
