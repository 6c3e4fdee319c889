package dev.stile.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The demo with a policy that lets visitors without scripts wait. */
final class WaitingDemo {
    private WaitingDemo() {}

    static Demo start(Path folder, int seconds, int requests) {
        Path policy = folder.resolve("stile.yaml");
        try {
            Files.writeString(policy, "no-script: {wait-seconds: %d, requests: %d}%n".formatted(seconds, requests));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Demo.start(Map.of("policy-file", policy.toString()));
    }
}
