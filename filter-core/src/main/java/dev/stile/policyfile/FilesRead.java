package dev.stile.policyfile;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which files one reading of a policy has looked at, and a hash of all that was in them. For one thread. */
final class FilesRead {
    /** A hundred thousand IPv6 blocks at their longest. */
    private static final int MAX_BYTES = 5 << 20;

    private final Map<PolicyFile, Optional<Object>> stamps = new LinkedHashMap<>();
    private final MessageDigest digest;

    FilesRead() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The content of a file.
     *
     * @throws IOException if it cannot be read, or is too large
     */
    byte[] read(PolicyFile file) throws IOException {
        // Before the content: what changes from here on is seen as a change.
        stamps.put(file, file.stamp());
        byte[] content = file.read(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new IOException("it has more than " + MAX_BYTES + " bytes");
        }
        digest.update(content);
        return content;
    }

    /** How the files that were read are now. */
    Map<PolicyFile, Optional<Object>> stampsNow() {
        Map<PolicyFile, Optional<Object>> now = new LinkedHashMap<>();
        stamps.keySet().forEach(file -> now.put(file, file.stamp()));
        return now;
    }

    /** How the files were when they were read. */
    Map<PolicyFile, Optional<Object>> stamps() {
        return stamps;
    }

    /** The hash of all contents so far; ends the reading. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
