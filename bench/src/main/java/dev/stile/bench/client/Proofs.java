package dev.stile.bench.client;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Sha256;
import dev.stile.protocol.Target;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

/** Solves challenges as a client does (PROTOCOL §3, §4, §8), and spoils what it has solved. For one thread. */
public final class Proofs {
    private static final int IV_LENGTH_BYTES = 32;
    private static final int COUNTER_OFFSET = 111;
    private static final byte[] PURPOSE = "gate".getBytes(StandardCharsets.US_ASCII);

    private final SplittableRandom random = new SplittableRandom(3);

    /** A proof in its fields, all of them right. */
    public record Solved(byte[] challenge, byte[] target, byte[] ivClient, byte[] messageHash, long[] counters) {
        Solved with(long[] other) {
            return new Solved(challenge, target, ivClient, messageHash, other);
        }

        /** What travels in {@code Stile-Proof}. */
        public String text() {
            ByteBuffer to = ByteBuffer.allocate(
                    2 * Short.BYTES + challenge.length + target.length + 2 * IV_LENGTH_BYTES + 1 + 8 * counters.length);
            to.putShort((short) challenge.length).put(challenge);
            to.putShort((short) target.length).put(target);
            to.put(ivClient).put(messageHash).put((byte) counters.length);
            to.asLongBuffer().put(counters);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(to.array());
        }

        /** The same with two counters in the wrong order: the last but one thing that its form is refused for. */
        public String disordered() {
            long[] other = counters.clone();
            int last = other.length - 1;
            other[last] = counters[last - 1];
            other[last - 1] = counters[last];
            return with(other).text();
        }

        /** The same with one bit of IVserver turned. */
        public String forged() {
            byte[] other = challenge.clone();
            other[other.length - Long.BYTES - 1] ^= 1;
            return new Solved(other, target, ivClient, messageHash, counters).text();
        }
    }

    /** Solves a challenge. */
    public Solved solve(Challenge challenge, Target target) {
        byte[] bytes = Base64.getUrlDecoder().decode(challenge.token());
        byte[] path = target.text().getBytes(StandardCharsets.US_ASCII);
        byte[] ivClient = new byte[IV_LENGTH_BYTES];
        random.nextBytes(ivClient);
        ByteBuffer preimage = preimage(bytes, path, ivClient);
        Difficulty difficulty = challenge.terms().difficulty();
        long[] counters = new long[difficulty.rounds()];
        long counter = -1;
        for (int found = 0; found < counters.length; found++) {
            counter = next(preimage, difficulty, true, counter + 1);
            counters[found] = counter;
        }
        return new Solved(bytes, path, ivClient, hashOf(preimage), counters);
    }

    /** The proof with another last counter, which misses: all others are hashed before it. */
    public static String missingLast(Solved solved, Difficulty difficulty) {
        long[] counters = solved.counters().clone();
        int last = counters.length - 1;
        counters[last] = nextMiss(solved, difficulty, counters[last]);
        return solved.with(counters).text();
    }

    /** The proof with other counters, of which the first misses: none is hashed after it. */
    public static String missingFirst(Solved solved, Difficulty difficulty) {
        long[] counters = new long[solved.counters().length];
        long first = nextMiss(solved, difficulty, 0);
        Arrays.setAll(counters, i -> first + i);
        return solved.with(counters).text();
    }

    private static long nextMiss(Solved solved, Difficulty difficulty, long after) {
        ByteBuffer preimage = preimage(solved.challenge(), solved.target(), solved.ivClient());
        return next(preimage, difficulty, false, after + 1);
    }

    /** The first counter from there on that meets the difficulty, or misses it. */
    private static long next(ByteBuffer preimage, Difficulty difficulty, boolean meets, long from) {
        long counter = from;
        while (difficulty.meetsTarget(digest(preimage, counter)) != meets) {
            counter++;
        }
        return counter;
    }

    private static byte[] digest(ByteBuffer preimage, long counter) {
        return Sha256.of(preimage.putLong(COUNTER_OFFSET, counter).array());
    }

    private static ByteBuffer preimage(byte[] challenge, byte[] target, byte[] ivClient) {
        int time = challenge.length - Long.BYTES;
        ByteBuffer message =
                ByteBuffer.allocate(2 * IV_LENGTH_BYTES + 2 * Short.BYTES + PURPOSE.length + target.length);
        message.put(challenge, time - IV_LENGTH_BYTES, IV_LENGTH_BYTES).put(ivClient);
        message.putShort((short) PURPOSE.length).put(PURPOSE);
        message.putShort((short) target.length).put(target);
        ByteBuffer preimage = ByteBuffer.allocate(COUNTER_OFFSET + Long.BYTES);
        preimage.put(challenge, time - IV_LENGTH_BYTES, IV_LENGTH_BYTES).put(ivClient);
        return preimage.put(challenge, time, Long.BYTES).put(Sha256.of(message.array()));
    }

    private static byte[] hashOf(ByteBuffer preimage) {
        byte[] hash = new byte[IV_LENGTH_BYTES];
        preimage.get(2 * IV_LENGTH_BYTES + Long.BYTES, hash);
        return hash;
    }
}
