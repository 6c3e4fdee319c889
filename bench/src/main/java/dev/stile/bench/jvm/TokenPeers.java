package dev.stile.bench.jvm;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Web tokens that say what a pass says, a hundred in turn, checked as the manual shows: signature, expiry, audience. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TokenPeers {
    private static final int TOKENS = 100;
    private static final int LIFE_SECONDS = 3_600;
    private static final String EDDSA = "Ed25519";

    private final Algorithm hmac = Algorithm.HMAC256(new byte[32]);
    private final JWTVerifier verifier =
            JWT.require(hmac).withAudience(Server.HOST.text()).build();
    private final String[] tokens = new String[TOKENS];
    private final byte[] signed = new byte[200];
    private KeyPair pair = new KeyPair(null, null);
    private byte[] signature = {};

    @Setup
    public void sign() throws GeneralSecurityException {
        for (int i = 0; i < TOKENS; i++) {
            tokens[i] = token(i);
        }
        pair = KeyPairGenerator.getInstance(EDDSA).generateKeyPair();
        Signature signer = Signature.getInstance(EDDSA);
        signer.initSign(pair.getPrivate());
        signer.update(signed);
        signature = signer.sign();
    }

    private String token(int n) {
        return JWT.create()
                .withJWTId(new UUID(n, -n).toString())
                .withAudience(Server.HOST.text())
                .withIssuedAt(Instant.now())
                .withExpiresAt(Instant.now().plusSeconds(LIFE_SECONDS))
                .withClaim("level", 1)
                .withClaim("family", 1)
                .withClaim("binding", (long) n)
                .sign(hmac);
    }

    /** java-jwt. */
    @Benchmark
    public DecodedJWT hs256(Turn turn) {
        return verifier.verify(tokens[turn.of(TOKENS)]);
    }

    /** The platform's signature alone, of as many bytes: no library that uses it checks a token sooner. */
    @Benchmark
    public boolean ed25519() throws GeneralSecurityException {
        Signature check = Signature.getInstance(EDDSA);
        check.initVerify(pair.getPublic());
        check.update(signed);
        if (check.verify(signature)) {
            return true;
        }
        throw new IllegalStateException("refused");
    }
}
