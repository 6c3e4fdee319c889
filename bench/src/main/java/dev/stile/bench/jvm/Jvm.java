package dev.stile.bench.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java that benchmarks run on.
 *
 * @param home where it is installed
 * @param feature its version, such as 17
 */
record Jvm(Path home, int feature) {
    /** Where Linux distributions put them, beside the one that runs this. */
    private static final Path USUAL = Path.of("/usr/lib/jvm");

    /** Java that warns of JMH's ways, by JEP 498. */
    private static final int FIRST_TO_WARN = 24;

    /** The one that runs this. */
    static Jvm running() {
        return new Jvm(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** One of that version, if one is installed at the usual place or beside the one that runs this. */
    static Optional<Jvm> installed(int feature) {
        return Stream.of(running().home().resolveSibling("."), USUAL)
                .flatMap(folder -> homes(folder).stream())
                .filter(home -> isOf(home, feature))
                .map(home -> new Jvm(home, feature))
                .findFirst();
    }

    /** What starts it. */
    String command() {
        return home.resolve("bin").resolve("java").toString();
    }

    /** A heap that does not grow meanwhile; and JMH 1.37 uses what Java 25 warns of. */
    String[] arguments() {
        return feature < FIRST_TO_WARN
                ? new String[] {"-Xms1g", "-Xmx1g"}
                : new String[] {"-Xms1g", "-Xmx1g", "--sun-misc-unsafe-memory-access=allow"};
    }

    private static List<Path> homes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every JDK says its version in a file of this name. */
    private static boolean isOf(Path home, int feature) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return false;
        }
        try {
            return Files.readString(release).contains("JAVA_VERSION=\"" + feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
