package dev.stile.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory for what a browser writes, gone when it is. */
final class Scratch implements AutoCloseable {
    private final Path path;

    Scratch() {
        try {
            path = Files.createTempDirectory("stile-it-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Leftovers.add(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        Leftovers.delete(path);
    }
}
