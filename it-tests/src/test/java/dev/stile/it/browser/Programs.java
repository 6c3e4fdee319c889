package dev.stile.it.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds installed programs: an explicit system property, else the PATH, else well-known places. */
final class Programs {
    private Programs() {}

    /** The first of these names that is an executable file; names with a slash are taken as they stand, others looked up on the PATH. */
    static Optional<Path> find(String property, String... names) {
        String explicit = System.getProperty(property, "");
        if (!explicit.isBlank()) {
            Path path = Path.of(explicit);
            if (!Files.isExecutable(path)) {
                throw new IllegalStateException(property + " = " + explicit + " is not an executable file");
            }
            return Optional.of(path);
        }
        return Stream.of(names)
                .flatMap(Programs::places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path require(String property, String debianPackage, String... names) {
        return find(property, names)
                .orElseThrow(() -> new IllegalStateException(String.join(" or ", names) + " not found: apt-get install "
                        + debianPackage + ", or say where it is with -D" + property));
    }

    private static Stream<Path> places(String name) {
        if (name.contains("/")) {
            return Stream.of(Path.of(name));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name));
    }
}
