package dev.stile.bench.attack;

import dev.stile.bench.report.NativeTool;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run of the attacker said.
 *
 * @param values by name, such as {@code cpu-seconds}
 * @param asked challenges, by rounds and bits
 * @param answered proofs that were redeemed, by what became of them
 */
record Attack(Map<String, String> values, Map<String, Long> asked, Map<String, Long> answered) {
    private static final String GRANTED = "granted";

    /** Redeems each proof when it is found, for some seconds, from addresses that are taken in turn. */
    static Attack steady(int port, int seconds, int firstAddress, int addresses) throws IOException {
        return read(NativeTool.start("steady", port, seconds, firstAddress, addresses), () -> {});
    }

    /**
     * Finds proofs ahead with all cores, then redeems them at once.
     *
     * @param collected runs between the two
     */
    static Attack burst(int port, int seconds, int firstAddress, int proofs, Runnable collected) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        return read(NativeTool.start("burst", port, seconds, firstAddress, proofs, threads), collected);
    }

    private static Attack read(Process process, Runnable collected) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            return read(lines, collected);
        }
    }

    static Attack read(BufferedReader lines, Runnable collected) throws IOException {
        Attack attack = new Attack(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            attack.add(line.split(" "));
            if (line.startsWith("collected ")) {
                collected.run();
            }
        }
        if (attack.submitted() == 0) {
            throw new IOException("the attacker has redeemed nothing: " + attack);
        }
        return attack;
    }

    private void add(String[] words) {
        switch (words[0]) {
            case "asked" -> asked.put(words[1], Long.valueOf(words[2]));
            case "answered" -> answered.put(words[1], Long.valueOf(words[2]));
            default -> values.put(words[0], words[1]);
        }
    }

    /** Proofs that were sent. */
    long submitted() {
        return answered.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Proofs that bought a pass. */
    long granted() {
        return answered.getOrDefault(GRANTED, 0L);
    }

    double value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the attacker has not said its " + name);
        }
        return Double.parseDouble(value);
    }
}
