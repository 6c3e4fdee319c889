package dev.stile.protocol;

import dev.stile.request.ClientAddress;
import dev.stile.wire.Bytes;
import dev.stile.wire.ProofField;
import dev.stile.wire.TestSolver;
import dev.stile.wire.WireKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * PROTOCOL §14, gone through from what is given there to the pass: by the main sources, but for the client's part and for the keys,
 * which never leave their objects.
 */
final class WorkedExample {
    private static final byte[] SECRET = Bytes.hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] IV_CLIENT =
            Bytes.hex("404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f");
    private static final byte[] PASS_ID = Bytes.hex("606162636465666768696a6b6c6d6e6f");
    private static final String ADDRESS = "192.0.2.1";
    private static final Host HOST = new Host("example.org");
    private static final Target TARGET = new Target("/archive?q=stile");
    private static final long TIME = 1_800_000_017L;
    private static final int LIFETIME = 60;
    private static final int PASS_LIFETIME = 3600;
    private static final Difficulty DIFFICULTY = new Difficulty(8, 2);
    private static final int IV_SERVER_AND_TIME = 40;
    private static final int MAC = 32;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final KeyRing ring = new KeyRing(List.of(Secret.of(SECRET)), "", new byte[0]);
    private final NetworkPrefix client = ClientAddress.parse(ADDRESS).network();

    private WorkedExample() {}

    /** All values by the names that they have in the text. */
    static Map<String, String> values() {
        WorkedExample example = new WorkedExample();
        example.keys();
        Challenge challenge = example.challenge();
        String proof = example.proof(challenge);
        example.pass(proof);
        return example.values;
    }

    private void keys() {
        WireKeys keys = new WireKeys(SECRET, new byte[0]);
        put("secret", SECRET);
        put("PRK", keys.prk());
        put("challenge key", keys.challengeKey());
        put("pass key", keys.passKey());
        put("binding key", keys.bindingKey());
        put("key id of challenges", "%08x".formatted(ring.signing().challengeKeyId()));
        put("key id of passes", "%08x".formatted(ring.signing().passKeyId()));
        put("address", ADDRESS);
        put("prefix", client.bytes());
        put("binding", "%016x".formatted(ring.signing().binding(client)));
    }

    private Challenge challenge() {
        Challenge challenge =
                new ChallengeIssuer(ring, LIFETIME).issue(Purpose.GATE, DIFFICULTY, Level.ONE, HOST, client, TIME);
        byte[] bytes = Bytes.fromBase64Url(challenge.token());
        put("host", challenge.terms().host().text());
        put("period", Long.toString(challenge.terms().period()));
        put("lifetime", Integer.toString(challenge.terms().lifetimeSeconds()));
        put("time", Long.toString(challenge.time()));
        put("fields under the MAC", Arrays.copyOf(bytes, bytes.length - IV_SERVER_AND_TIME));
        put("IVserver", challenge.ivServer());
        put("challenge", challenge.token());
        return challenge;
    }

    private String proof(Challenge challenge) {
        byte[] hash = Message.hash(challenge.ivServer(), IV_CLIENT, TARGET);
        Preimage preimage = new Preimage(challenge.ivServer(), IV_CLIENT, TIME, hash);
        long[] counters = LongStream.iterate(0, counter -> counter + 1)
                .filter(counter -> DIFFICULTY.meetsTarget(preimage.digest(counter)))
                .limit(DIFFICULTY.rounds())
                .toArray();
        var proof = new TestSolver(Bytes.fromBase64Url(challenge.token()), TARGET.text(), IV_CLIENT).proof(counters);
        put("target", TARGET.text());
        put("IVclient", IV_CLIENT);
        put("m", message(challenge));
        put("hash(m)", hash);
        for (int i = 0; i < counters.length; i++) {
            put("counter " + (i + 1), Long.toString(counters[i]));
            put("preimage " + (i + 1), preimage(challenge, proof.get(ProofField.MESSAGE_HASH), counters[i]));
            put("digest " + (i + 1), preimage.digest(counters[i]));
        }
        put("proof", proof.text());
        return proof.text();
    }

    private static byte[] message(Challenge challenge) {
        return Bytes.concat(challenge.ivServer(), IV_CLIENT, lp16(Purpose.GATE.text()), lp16(TARGET.text()));
    }

    private static byte[] lp16(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Bytes.concat(Bytes.integer(bytes.length, 2), bytes);
    }

    private static byte[] preimage(Challenge challenge, byte[] hash, long counter) {
        return Bytes.concat(challenge.ivServer(), IV_CLIENT, Bytes.u64(TIME), hash, new byte[7], Bytes.u64(counter));
    }

    private void pass(String proof) {
        var context = new ProofVerifier.Context(Purpose.GATE, HOST, client, TIME);
        VerifiedProof verified =
                new ProofVerifier(ring).verify(proof, context).passed().orElseThrow();
        var issuer = new PassIssuer(ring, PASS_LIFETIME, id -> System.arraycopy(PASS_ID, 0, id, 0, PASS_ID.length));
        SignedPass pass = issuer.issue(verified, BrowserFamily.CHROMIUM, client, TIME);
        byte[] bytes = Bytes.fromBase64Url(pass.token());
        put("pass id", PASS_ID);
        put("expires", Long.toString(pass.pass().expires()));
        put("pass before its MAC", Arrays.copyOf(bytes, bytes.length - MAC));
        put("MAC of the pass", Arrays.copyOfRange(bytes, bytes.length - MAC, bytes.length));
        put("pass", pass.token());
    }

    private void put(String name, byte[] bytes) {
        put(name, Bytes.hex(bytes));
    }

    private void put(String name, String value) {
        values.put(name, value);
    }
}
