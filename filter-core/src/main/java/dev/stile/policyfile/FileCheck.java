package dev.stile.policyfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether a policy file, or a list that it names, says something else than when it was read last. A file that
 * is still being written is left alone: what differs must be the same in two looks. For one thread.
 */
final class FileCheck {
    private final PolicyReader reader;
    private final PolicyFile file;
    private PolicyReading last;
    private Outline running;
    private Map<PolicyFile, Optional<Object>> seen;

    /**
     * @param last the reading that is in force
     */
    FileCheck(PolicyReader reader, PolicyFile file, PolicyReading last) {
        this.reader = reader;
        this.file = file;
        this.last = last;
        this.running = last.outline();
        this.seen = last.files().stamps();
    }

    /**
     * A new reading, with mistakes or without.
     *
     * @param file its name
     * @param changes what differs from what is running
     */
    record Change(String file, PolicyReading reading, List<String> changes) {}

    /** Looks once. */
    Optional<Change> changed() {
        Map<PolicyFile, Optional<Object>> now = last.files().stampsNow();
        boolean still = now.equals(seen);
        seen = now;
        if (!still || now.equals(last.files().stamps())) {
            return Optional.empty();
        }
        PolicyReading reading = reader.read(file);
        boolean same = reading.hash().equals(last.hash()) && reading.problems().equals(last.problems());
        last = reading;
        seen = reading.files().stamps();
        return same ? Optional.empty() : Optional.of(change(reading));
    }

    private Change change(PolicyReading reading) {
        List<String> changes = reading.outline().changesSince(running);
        if (reading.terms().isPresent()) {
            running = reading.outline();
        }
        return new Change(file.name(), reading, changes);
    }
}
