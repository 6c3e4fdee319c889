package dev.stile.wire;

import static dev.stile.wire.Bytes.hex;
import static dev.stile.wire.Bytes.hmac;
import static dev.stile.wire.Bytes.integer;
import static dev.stile.wire.Bytes.repeated;
import static dev.stile.wire.Bytes.u64;

import java.nio.charset.StandardCharsets;

/**
 * One server, one visitor and one moment, and what they would say to each other if all were well. Tests change one thing of it and
 * sign again what they mean to be authentic.
 */
public final class Scene {
    public static final byte[] SECRET = repeated(0x11, 32);
    public static final byte[] OTHER_SECRET = repeated(0x22, 32);
    public static final byte[] EPOCH = repeated(0x33, 16);
    public static final WireKeys KEYS = new WireKeys(SECRET, EPOCH);

    /** The second of everything: 17 s into its period. */
    public static final long NOW = 1_800_000_017L;

    public static final long PERIOD = 1_800_000_000L;
    public static final int LIFETIME = 60;
    public static final int PASS_LIFETIME = 1800;
    public static final int BITS = 4;
    public static final int ROUNDS = 3;

    public static final String HOST = "example.org";
    public static final String ADDRESS = "192.0.2.1";
    public static final String OTHER_ADDRESS = "198.51.100.1";
    public static final byte[] PREFIX = hex("04c00002");
    public static final byte[] OTHER_PREFIX = hex("04c63364");
    public static final String TARGET = "/archive?q=stile";
    public static final byte[] IV_CLIENT = repeated(0x44, 32);
    public static final byte[] OTHER_IV_CLIENT = repeated(0x55, 32);

    private Scene() {}

    /** A challenge as the server issues it. */
    public static Fields<ChallengeField> challenge() {
        return signed(Fields.of(ChallengeField.class)
                .with(ChallengeField.VERSION, integer(1, 1))
                .with(ChallengeField.KEY_ID, KEYS.challengeKeyId())
                .with(ChallengeField.ALGORITHM, integer(1, 1))
                .with(ChallengeField.PURPOSE, integer(1, 1))
                .with(ChallengeField.BITS, integer(BITS, 1))
                .with(ChallengeField.ROUNDS, integer(ROUNDS, 1))
                .with(ChallengeField.LEVEL, integer(1, 1))
                .with(ChallengeField.PERIOD, u64(PERIOD))
                .with(ChallengeField.LIFETIME, integer(LIFETIME, 4))
                .with(ChallengeField.BINDING, KEYS.binding(PREFIX))
                .with(ChallengeField.HOST_LENGTH, integer(HOST.length(), 1))
                .with(ChallengeField.HOST, HOST.getBytes(StandardCharsets.US_ASCII))
                .with(ChallengeField.TIME, u64(NOW)));
    }

    /** The challenge under a fresh IVserver of this server. */
    public static Fields<ChallengeField> signed(Fields<ChallengeField> challenge) {
        byte[] mac = hmac(KEYS.challengeKey(), challenge.before(ChallengeField.IV_SERVER));
        return challenge.with(ChallengeField.IV_SERVER, mac);
    }

    /** The challenge with one field changed before it was signed. */
    public static Fields<ChallengeField> challengeWith(ChallengeField field, long value) {
        return signed(challenge().with(field, value));
    }

    /** The right answer to a challenge. */
    public static Fields<ProofField> proof(Fields<ChallengeField> challenge) {
        return TestSolver.solve(challenge, TARGET, IV_CLIENT);
    }

    /** The right answer to the challenge. */
    public static Fields<ProofField> proof() {
        return proof(challenge());
    }

    /** A pass as the server issues it, to Chromium. */
    public static Fields<PassField> pass() {
        return signedPass(Fields.of(PassField.class)
                .with(PassField.VERSION, integer(1, 1))
                .with(PassField.KEY_ID, KEYS.passKeyId())
                .with(PassField.LEVEL, integer(1, 1))
                .with(PassField.ISSUED, u64(NOW))
                .with(PassField.EXPIRES, u64(NOW + PASS_LIFETIME))
                .with(PassField.ID, repeated(0x66, 16))
                .with(PassField.FAMILY, integer(1, 1))
                .with(PassField.BINDING, KEYS.binding(PREFIX))
                .with(PassField.HOST_LENGTH, integer(HOST.length(), 1))
                .with(PassField.HOST, HOST.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The pass with a MAC of this server. */
    public static Fields<PassField> signedPass(Fields<PassField> pass) {
        return pass.with(PassField.MAC, hmac(KEYS.passKey(), pass.before(PassField.MAC)));
    }

    /** The pass with one field changed before it was signed. */
    public static Fields<PassField> passWith(PassField field, long value) {
        return signedPass(pass().with(field, value));
    }
}
