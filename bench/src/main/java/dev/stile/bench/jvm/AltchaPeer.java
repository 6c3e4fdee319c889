package dev.stile.bench.jvm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.altcha.altcha.Altcha;
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

/** Solutions of ALTCHA, checked by its library for Java: one number, one hash, expiry and signature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AltchaPeer {
    private static final int SOLUTIONS = 100;
    private static final long LIFE_SECONDS = 3_600;
    private static final String KEY = "an operator's key for signatures";

    private final String[] payloads = new String[SOLUTIONS];

    @Setup
    public void solve() throws Exception {
        for (int i = 0; i < SOLUTIONS; i++) {
            // The number is given, so that nothing need be searched; what a check costs does not depend on it.
            Altcha.Challenge challenge = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setHmacKey(KEY)
                    .setNumber(50_000L + i)
                    .setExpiresInSeconds(LIFE_SECONDS));
            String json = """
                    {"algorithm":"%s","challenge":"%s","number":%d,"salt":"%s","signature":"%s"}""".formatted(
                            challenge.algorithm, challenge.challenge, 50_000 + i, challenge.salt, challenge.signature);
            payloads[i] = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What a form's field holds. */
    @Benchmark
    public boolean verify(Turn turn) throws Exception {
        if (Altcha.verifySolution(payloads[turn.of(SOLUTIONS)], KEY, true)) {
            return true;
        }
        throw new IllegalStateException("refused");
    }
}
