package dev.stile.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A challenge as it travels, PROTOCOL §5. {@link #decode} checks its form and {@link #check} the rest of §7; the
 * constructor and the {@code with} methods check nothing, for tests send wrong challenges too.
 */
public record WireChallenge(byte[] bytes) {

    private static final int HOST_LENGTH_AT = 30;
    private static final int LENGTH_WITHOUT_HOST = 71;
    private static final int PURPOSE_GATE = 1;
    private static final long TIME_BOUND = 1L << 53;

    public WireChallenge {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * A challenge of good form: PROTOCOL §7.1 but for the purpose, and the ranges of §7.2.
     *
     * @throws UnusableChallengeException if it is not, with {@link Rule#MALFORMED}, or an unsupported version or algorithm
     */
    public static WireChallenge decode(String text) {
        byte[] bytes = Base64Url.decode(text);
        require(bytes.length > 0, Rule.MALFORMED, "empty");
        // The version goes first: another one may have other lengths.
        require(bytes[0] == 1, Rule.UNSUPPORTED_VERSION, "version " + bytes[0]);
        require(bytes.length > HOST_LENGTH_AT, Rule.MALFORMED, "cut off before its host");
        int hostLength = Byte.toUnsignedInt(bytes[HOST_LENGTH_AT]);
        require(bytes.length == LENGTH_WITHOUT_HOST + hostLength, Rule.MALFORMED, "has " + bytes.length + " bytes");
        WireChallenge challenge = new WireChallenge(bytes);
        challenge.checkRanges();
        return challenge;
    }

    private void checkRanges() {
        require(number(ChallengeField.ALGORITHM) == 1, Rule.UNSUPPORTED_ALGORITHM, "algorithm is not 1");
        requireRange("bits", bits(), 1, 32);
        requireRange("rounds", rounds(), 1, 64);
        requireRange("level", number(ChallengeField.LEVEL), 1, 3);
        requireRange("lifetime", lifetimeSeconds(), 1, 86_400);
        requireRange("period", number(ChallengeField.PERIOD), 0, TIME_BOUND - 1);
        requireRange("time", time(), 0, TIME_BOUND - 1);
        require(host().matches("[!-~&&[^A-Z]]+"), Rule.MALFORMED, "host is empty or has bytes it must not have");
    }

    /**
     * Checks the purpose (PROTOCOL §7.1), the time (§7.2) and the work (§7.4), which must not exceed {@code willing}
     * hashes.
     *
     * @throws UnusableChallengeException with the first check that fails
     */
    public void check(long willing) {
        require(number(ChallengeField.PURPOSE) == PURPOSE_GATE, Rule.PURPOSE_KNOWN, "purpose is not gate");
        long sincePeriod = time() - number(ChallengeField.PERIOD);
        require(sincePeriod >= 0 && sincePeriod < lifetimeSeconds(), Rule.TIME_IN_PERIOD, "time is out of the period");
        require(work() <= willing, Rule.WORK_ACCEPTABLE, work() + " hashes are more than " + willing);
    }

    public int bits() {
        return (int) number(ChallengeField.BITS);
    }

    public int rounds() {
        return (int) number(ChallengeField.ROUNDS);
    }

    /** P of PROTOCOL §5. */
    public long lifetimeSeconds() {
        return number(ChallengeField.LIFETIME);
    }

    /** The second of issue, by the server's clock. */
    public long time() {
        return number(ChallengeField.TIME);
    }

    /** The expected number of hashes, PROTOCOL §3. */
    public long work() {
        return (long) rounds() << bits();
    }

    public byte[] ivServer() {
        return field(ChallengeField.IV_SERVER);
    }

    public String host() {
        return new String(bytes, HOST_LENGTH_AT + 1, bytes.length - LENGTH_WITHOUT_HOST, ISO_8859_1);
    }

    public byte[] field(ChallengeField field) {
        int from = field.offsetIn(bytes);
        return Arrays.copyOfRange(bytes, from, from + field.lengthBytes());
    }

    /** An integer field; a u64 of 2^63 or more comes out negative. */
    public long number(ChallengeField field) {
        return ByteBuffer.allocate(Long.BYTES)
                .position(Long.BYTES - field.lengthBytes())
                .put(field(field))
                .getLong(0);
    }

    /** This challenge with one field exchanged, its IVserver (if that is not the field) as before. */
    public WireChallenge with(ChallengeField field, byte[] value) {
        if (value.length != field.lengthBytes()) {
            throw new IllegalArgumentException(field + " has " + field.lengthBytes() + " bytes, not " + value.length);
        }
        byte[] changed = bytes();
        System.arraycopy(value, 0, changed, field.offsetIn(changed), value.length);
        return new WireChallenge(changed);
    }

    /** As {@link #with(ChallengeField, byte[])}, with as many low bytes of a number as the field has. */
    public WireChallenge with(ChallengeField field, long value) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return with(field, Arrays.copyOfRange(number, Long.BYTES - field.lengthBytes(), Long.BYTES));
    }

    /** This challenge for another host of at most 255 characters, of which each becomes one byte. */
    public WireChallenge withHost(String host) {
        byte[] changed = ByteBuffer.allocate(LENGTH_WITHOUT_HOST + host.length())
                .put(bytes, 0, HOST_LENGTH_AT)
                .put((byte) host.length())
                .put(host.getBytes(ISO_8859_1))
                .put(ivServer())
                .putLong(time())
                .array();
        return new WireChallenge(changed);
    }

    private static void requireRange(String name, long value, long least, long most) {
        require(value >= least && value <= most, Rule.MALFORMED, name + " " + value);
    }

    private static void require(boolean holds, Rule rule, String otherwise) {
        if (!holds) {
            throw new UnusableChallengeException(rule, otherwise);
        }
    }
}
