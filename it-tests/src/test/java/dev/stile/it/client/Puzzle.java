package dev.stile.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** One search: a challenge, a target and the IVclient drawn for it, with all that follows from them (PROTOCOL §3, §4). */
public record Puzzle(WireChallenge challenge, String target, byte[] ivClient) {

    static final int PREIMAGE_BYTES = 119;
    static final int COUNTER_AT = 111;

    private static final int IV_BYTES = 32;
    private static final int HASH_BYTES = 32;
    private static final byte[] PURPOSE_NAME = "gate".getBytes(US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    public Puzzle {
        ivClient = ivClient.clone();
    }

    /** The puzzle with a fresh IVclient. */
    public static Puzzle draw(WireChallenge challenge, String target) {
        byte[] ivClient = new byte[IV_BYTES];
        RANDOM.nextBytes(ivClient);
        return new Puzzle(challenge, target, ivClient);
    }

    /** m of PROTOCOL §4. */
    public byte[] message() {
        byte[] field = target.getBytes(UTF_8);
        return ByteBuffer.allocate(IV_BYTES + IV_BYTES + 2 + PURPOSE_NAME.length + 2 + field.length)
                .put(challenge.ivServer())
                .put(ivClient)
                .putShort((short) PURPOSE_NAME.length)
                .put(PURPOSE_NAME)
                .putShort((short) field.length)
                .put(field)
                .array();
    }

    /** hash(m) of PROTOCOL §4. */
    public byte[] hash() {
        return sha256().digest(message());
    }

    /** The 119 bytes of PROTOCOL §3. */
    public byte[] preimage(long counter) {
        return preimage(challenge.ivServer(), ivClient, challenge.time(), hash(), counter);
    }

    static byte[] preimage(byte[] ivServer, byte[] ivClient, long time, byte[] hash, long counter) {
        return ByteBuffer.allocate(PREIMAGE_BYTES)
                .put(ivServer, 0, IV_BYTES)
                .put(ivClient, 0, IV_BYTES)
                .putLong(time)
                .put(hash, 0, HASH_BYTES)
                .putLong(COUNTER_AT, counter)
                .array();
    }

    /** Whether a counter meets the bits of the challenge. */
    public boolean isMetBy(long counter) {
        return Solver.meets(sha256().digest(preimage(counter)), challenge.bits());
    }

    /** The proof that these counters make, whether they meet the bits or not. */
    public WireProof proof(long... counters) {
        return new WireProof(challenge.bytes(), target.getBytes(UTF_8), ivClient, hash(), counters.length, counters);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
