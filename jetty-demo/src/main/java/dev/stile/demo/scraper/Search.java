package dev.stile.demo.scraper;

import dev.stile.protocol.Difficulty;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The search for a proof (PROTOCOL §3, §4, §8), in steps, so that it can be timed and given up. For one thread.
 *
 * <p>The first block of the preimage is hashed once and its state copied for each try, which makes 13 million tries a
 * second of 9 million (one core of the machine that it was written on, Java 17).
 */
final class Search {

    private static final byte[] PURPOSE = "gate".getBytes(StandardCharsets.US_ASCII);

    /** Time, hash(m) and the counter's 15 bytes: what follows the first block. */
    private static final int TAIL_BYTES = 55;

    private final Offer offer;
    private final byte[] ivClient;
    private final byte[] messageHash;
    private final Difficulty difficulty;
    private final MessageDigest firstBlock = sha256();
    private final ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);
    private final long[] counters;
    private int found;
    private long next;

    /**
     * @param ivClient 32 random bytes that were never used before
     */
    Search(Offer offer, byte[] ivClient) {
        this.offer = offer;
        this.ivClient = ivClient.clone();
        this.difficulty = offer.difficulty();
        this.counters = new long[difficulty.rounds()];
        byte[] ivServer = offer.ivServer();
        messageHash = sha256().digest(message(ivServer, ivClient, offer.target()));
        firstBlock.update(ivServer);
        firstBlock.update(ivClient);
        tail.putLong(offer.time()).put(messageHash);
    }

    private static byte[] message(byte[] ivServer, byte[] ivClient, String target) {
        byte[] field = target.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(ivServer.length + ivClient.length + 2 * Short.BYTES + PURPOSE.length + field.length)
                .put(ivServer)
                .put(ivClient)
                .putShort((short) PURPOSE.length)
                .put(PURPOSE)
                .putShort((short) field.length)
                .put(field)
                .array();
    }

    /** Whether all counters are found. */
    boolean isDone() {
        return found == counters.length;
    }

    /** Tries on, until all is found or this many tries are made; answers how many were. */
    int advance(int tries) {
        int made = 0;
        while (made < tries && !isDone()) {
            if (difficulty.meetsTarget(digest(next))) {
                counters[found] = next;
                found++;
            }
            next++;
            made++;
        }
        return made;
    }

    private byte[] digest(long counter) {
        tail.putLong(TAIL_BYTES - Long.BYTES, counter);
        try {
            MessageDigest digest = (MessageDigest) firstBlock.clone();
            return digest.digest(tail.array());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    /** The value of the header Stile-Proof. Makes sense when the search is done. */
    String proof() {
        byte[] target = offer.target().getBytes(StandardCharsets.US_ASCII);
        byte[] challenge = offer.challenge();
        ByteBuffer proof = ByteBuffer.allocate(2 * Short.BYTES
                + challenge.length
                + target.length
                + ivClient.length
                + messageHash.length
                + 1
                + Long.BYTES * counters.length);
        proof.putShort((short) challenge.length).put(challenge);
        proof.putShort((short) target.length).put(target);
        proof.put(ivClient).put(messageHash).put((byte) counters.length);
        for (long counter : counters) {
            proof.putLong(counter);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
