package dev.stile.bench.jvm;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Web tokens that say what a pass says, checked by libraries as their manuals show it: signature, expiry and audience.
 * A hundred tokens in turn.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TokenPeers {
    private static final int TOKENS = 100;
    private static final int LIFE_SECONDS = 3_600;
    private static final byte[] SECRET = new byte[32];

    private final Algorithm hmac = Algorithm.HMAC256(SECRET);
    private final JWTVerifier auth0 =
            JWT.require(hmac).withAudience(Server.HOST.text()).build();
    private final SecretKeySpec key = new SecretKeySpec(SECRET, "HmacSHA256");
    private final JwtParser jjwt =
            Jwts.parser().verifyWith(key).requireAudience(Server.HOST.text()).build();
    private final KeyPair pair = Jwts.SIG.EdDSA.keyPair().build();
    private final JwtParser jjwtEdDsa = Jwts.parser()
            .verifyWith(pair.getPublic())
            .requireAudience(Server.HOST.text())
            .build();
    private final String[] signedByHmac =
            IntStream.range(0, TOKENS).mapToObj(this::auth0Token).toArray(String[]::new);
    private final String[] signedByEdDsa =
            IntStream.range(0, TOKENS).mapToObj(this::edDsaToken).toArray(String[]::new);

    private String auth0Token(int n) {
        return JWT.create()
                .withJWTId(id(n))
                .withAudience(Server.HOST.text())
                .withIssuedAt(Instant.now())
                .withExpiresAt(Instant.now().plusSeconds(LIFE_SECONDS))
                .withClaim("level", 1)
                .withClaim("family", 1)
                .withClaim("binding", (long) n)
                .sign(hmac);
    }

    private String edDsaToken(int n) {
        return Jwts.builder()
                .id(id(n))
                .audience()
                .single(Server.HOST.text())
                .issuedAt(new Date())
                .expiration(Date.from(Instant.now().plusSeconds(LIFE_SECONDS)))
                .claim("level", 1)
                .claim("family", 1)
                .claim("binding", n)
                .signWith(pair.getPrivate(), Jwts.SIG.EdDSA)
                .compact();
    }

    private static String id(int n) {
        return new UUID(n, -n).toString();
    }

    /** java-jwt. */
    @Benchmark
    public DecodedJWT auth0Hs256(Turn turn) {
        return auth0.verify(signedByHmac[turn.of(TOKENS)]);
    }

    /** jjwt. */
    @Benchmark
    public Jws<Claims> jjwtHs256(Turn turn) {
        return jjwt.parseSignedClaims(signedByHmac[turn.of(TOKENS)]);
    }

    /** jjwt with the platform's Ed25519. */
    @Benchmark
    public Jws<Claims> jjwtEdDsa(Turn turn) {
        return jjwtEdDsa.parseSignedClaims(signedByEdDsa[turn.of(TOKENS)]);
    }
}
