package dev.stile.bench.jvm;

import dev.stile.bench.SketchUpdateBenchmark;
import java.util.List;
import java.util.stream.Stream;

/** All that the report measures. */
final class Subjects {
    static final Subject FORM = Subject.of("reject by form (V3)", RejectBenchmark.class, "form");
    static final Subject MAC = Subject.of("reject by MAC (V6)", RejectBenchmark.class, "mac");
    static final Subject REDEEM_1 = redeem("redeem, 1 round", "1");
    static final Subject REDEEM_16 = redeem("redeem, 16 rounds", "16");
    static final Subject REDEEM_32 = redeem("redeem, 32 rounds", "32");
    static final Subject PASS = pass("check a pass, of 100 networks", "100");
    static final Subject FACTS = Subject.of("the request itself, with a pass", DecideBenchmark.class, "facts");
    static final Subject DECIDE_ALLOW = Subject.large("decide: allow", DecideBenchmark.class, "allow");
    static final Subject DECIDE_PASS = Subject.large("decide: pass", DecideBenchmark.class, "pass");
    static final Subject DECIDE_CHALLENGE = Subject.large("decide: challenge", DecideBenchmark.class, "challenge");
    static final Subject ISSUE = Subject.of("issue a challenge", IssueBenchmark.class, "challenge");
    static final Subject JAVA_JWT = Subject.large("java-jwt 4.6, HS256", TokenPeers.class, "hs256");
    static final Subject ED25519 = Subject.large("Ed25519 of the platform", TokenPeers.class, "ed25519");
    static final Subject ALTCHA = Subject.large("altcha-lib-java 1.3", AltchaPeer.class, "verify");
    static final Subject ARITHMETIC = Subject.of("arithmetic", ControlBenchmark.class, "arithmetic");

    /** Ours, in the order of the table. */
    static final List<Subject> PARTS = List.of(
            FORM,
            MAC,
            Subject.of("reject by work (V9), first counter", RejectBenchmark.class, "workOfFirst"),
            Subject.of("reject by work (V9), last of 16", RejectBenchmark.class, "workOfLast"),
            REDEEM_1,
            REDEEM_16,
            REDEEM_32,
            Subject.of("claim, fresh (to half full)", ReplayBenchmark.class, "fresh"),
            Subject.of("claim, seen (half full)", ReplayBenchmark.class, "seen"),
            PASS,
            pass("check a pass, of 65,536 networks", "65536"),
            Subject.of("flood sketch: look and count", SketchUpdateBenchmark.class, "admit"),
            DECIDE_ALLOW,
            DECIDE_PASS,
            DECIDE_CHALLENGE,
            FACTS,
            ISSUE,
            Subject.of("issue a pass", IssueBenchmark.class, "pass"),
            Subject.of("SHA-256 of 119 bytes", ControlBenchmark.class, "digest"));

    static final List<Subject> PEERS = List.of(JAVA_JWT, ED25519, ALTCHA);

    /** What is measured with two threads as well. */
    static final List<Subject> SHARED = List.of(ARITHMETIC, DECIDE_PASS, PASS, REDEEM_16);

    /** What is measured in a newer Java as well. */
    static final List<Subject> NEWER = List.of(MAC, REDEEM_16, PASS, DECIDE_PASS);

    private Subjects() {}

    private static Subject redeem(String name, String rounds) {
        return Subject.of(name, RedeemBenchmark.class, "verify", "rounds", rounds);
    }

    private static Subject pass(String name, String networks) {
        return Subject.of(name, PassBenchmark.class, "verify", "networks", networks);
    }

    /** Everything, each once; what is compared is measured one right after the other. */
    static List<Subject> all() {
        List<Subject> compared = List.of(ARITHMETIC, DECIDE_PASS, PASS, JAVA_JWT, ED25519, REDEEM_16, ALTCHA, REDEEM_1);
        return Stream.of(compared, PARTS, PEERS)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
