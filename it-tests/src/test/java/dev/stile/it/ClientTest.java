package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.client.Answer;
import dev.stile.it.client.ChallengeField;
import dev.stile.it.client.Offer;
import dev.stile.it.client.ProtocolClient;
import dev.stile.it.client.Puzzle;
import dev.stile.it.client.Solver;
import dev.stile.it.client.WireChallenge;
import dev.stile.it.client.WireProof;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client that was written from PROTOCOL.md alone gets a pass from the demo, and nothing for a proof that is not its
 * own or not right.
 */
class ClientTest {
    private static final String TARGET = "/api/search?q=money";
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "stile-it");

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static Demo demo;
    private static ProtocolClient author;
    private static WireProof proof;

    private ProtocolClient client;

    /** One proof, which every test bends in its own way. */
    @BeforeAll
    static void prove() {
        demo = Demo.start();
        author = new ProtocolClient(demo.loopback(), HEADERS);
        proof = Solver.solve(author.challenge(TARGET).puzzle());
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @BeforeEach
    void arrive() {
        client = new ProtocolClient(demo.loopback(), HEADERS);
    }

    @Test
    void visit_withoutAPass_worksAndGetsThePage() {
        Answer asked = client.get(TARGET);
        assertThat(asked.status()).isEqualTo(429);
        assertThat(asked.verdict()).hasValue("challenge");
        assertThat(asked.reason()).hasValue("always");

        Answer page = client.visit(TARGET);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.isOfType("application/json")).isTrue();
        assertThat(client.cookies().asMap().keySet()).singleElement().asString().startsWith("stile-");
    }

    @Test
    void visit_withAPass_isNotAskedAgain() {
        client.visit(TARGET);
        long challenges = demo.decisions("challenge/always");

        assertThat(client.get("/always/entries/cynic").status()).isEqualTo(200);
        assertThat(demo.decisions("challenge/always")).isEqualTo(challenges);
    }

    @Test
    void visit_withAPassOfAnotherBrowserFamily_isAskedAgain() {
        client.visit(TARGET);
        ProtocolClient thief = new ProtocolClient(demo.loopback(), Map.of("User-Agent", FIREFOX));
        client.cookies().asMap().forEach(thief.cookies()::put);

        assertThat(thief.get(TARGET).reason()).hasValue("always");
    }

    @Test
    void visit_withATamperedPass_isAskedAgain() {
        client.visit(TARGET);
        client.cookies()
                .asMap()
                .forEach((name, pass) ->
                        client.cookies().put(name, (pass.startsWith("AX") ? "AY" : "AX") + pass.substring(2)));

        assertThat(client.get(TARGET).reason()).hasValue("always");
    }

    @Test
    void redeem_ofAProofThatWasRedeemed_isReplayed() {
        String text = Solver.solve(client.challenge(TARGET).puzzle()).text();
        assertThat(client.redeem(text).verdict()).hasValue("grant");

        ProtocolClient thief = new ProtocolClient(demo.loopback(), HEADERS);
        assertRefused(thief, thief.redeem(text), "replayed");
    }

    @Test
    void redeem_ofOneProofBy64AtOnce_isGrantedOnce() {
        String text = Solver.solve(client.challenge(TARGET).puzzle()).text();
        List<Answer> answers = client.redeemAtOnce(text, 64);

        assertThat(answers).filteredOn(answer -> answer.isVerdict("grant")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.isVerdict("grant"))
                .hasSize(63)
                .allMatch(answer -> answer.status() == 403
                        && answer.reason().filter("replayed"::equals).isPresent());
    }

    @Test
    void redeem_byAnotherNameOfTheHost_isForTheWrongHost() {
        ProtocolClient elsewhere = new ProtocolClient(URI.create(demo.url("localhost", "")), HEADERS);

        assertRefused(elsewhere, elsewhere.redeem(proof.text()), "wrong-host");
    }

    @Test
    void redeem_afterARestart_isOfAnUnknownKey() {
        try (Demo other = Demo.start(0, Map.of("/other", Map.of()))) {
            ProtocolClient there = new ProtocolClient(URI.create(other.url(Demo.LOOPBACK, "/other")), HEADERS);

            assertRefused(there, there.redeem(proof.text()), "unknown-key");
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource
    void redeem_ofATamperedProof_isRefused(String what, String reason, UnaryOperator<WireProof> tampering) {
        long grants = demo.decisions("grant/fresh");

        assertRefused(client, client.redeem(tampering.apply(proof).text()), reason);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(grants);
    }

    static Stream<Arguments> redeem_ofATamperedProof_isRefused() {
        long time = challenge().time();
        return Stream.of(
                field("another version", "unsupported-version", ChallengeField.VERSION, 2),
                field("another key", "unknown-key", ChallengeField.KEY_ID, 1),
                field("another algorithm", "unsupported-algorithm", ChallengeField.ALGORITHM, 2),
                field("another purpose", "forged", ChallengeField.PURPOSE, 2),
                field("fewer bits", "forged", ChallengeField.BITS, 1),
                field("no bits", "malformed", ChallengeField.BITS, 0),
                field("fewer rounds than counters", "malformed", ChallengeField.ROUNDS, 1),
                field("a higher level", "forged", ChallengeField.LEVEL, 3),
                field("a level out of range", "malformed", ChallengeField.LEVEL, 4),
                field("another period", "outside-period", ChallengeField.PERIOD, time + 1),
                field("another lifetime", "forged", ChallengeField.LIFETIME, 3_600),
                field("no lifetime", "malformed", ChallengeField.LIFETIME, 0),
                field("another binding", "forged", ChallengeField.BINDING, 1),
                field("a later time", "not-yet-valid", ChallengeField.TIME, time + 600),
                field("an earlier time", "expired", ChallengeField.TIME, time - 600),
                Arguments.of(
                        "another IVserver",
                        "forged",
                        tamper(own -> own.withChallenge(challenge().with(ChallengeField.IV_SERVER, new byte[32])))),
                Arguments.of(
                        "another host",
                        "forged",
                        tamper(own -> own.withChallenge(challenge().withHost("other")))),
                Arguments.of("another target", "wrong-message", tamper(own -> own.withTarget("/always/"))),
                Arguments.of("another site's target", "bad-target", tamper(own -> own.withTarget("//other.test/"))),
                Arguments.of("another IVclient", "wrong-message", tamper(own -> own.withIvClient(new byte[32]))),
                Arguments.of("another message hash", "wrong-message", tamper(own -> own.withHash(new byte[32]))),
                Arguments.of("a count too low", "malformed", tamper(own -> own.withCount(1))),
                Arguments.of("a counter twice", "malformed", tamper(own -> own.withCounter(1, own.counters()[0]))),
                Arguments.of("a counter that misses", "insufficient-work", tamper(ClientTest::withCounterThatMisses)));
    }

    private static Arguments field(String what, String reason, ChallengeField field, long value) {
        return Arguments.of(
                what, reason, tamper(own -> own.withChallenge(challenge().with(field, value))));
    }

    private static UnaryOperator<WireProof> tamper(UnaryOperator<WireProof> tampering) {
        return tampering;
    }

    private static WireProof withCounterThatMisses(WireProof own) {
        Puzzle puzzle = new Puzzle(challenge(), TARGET, own.ivClient());
        long last = own.counters()[own.counters().length - 1];
        long misses = Stream.iterate(last + 1, counter -> counter + 1)
                .filter(counter -> !puzzle.isMetBy(counter))
                .findFirst()
                .orElseThrow();
        return own.withCounter(own.counters().length - 1, misses);
    }

    private static WireChallenge challenge() {
        return new WireChallenge(proof.challenge());
    }

    private static void assertRefused(ProtocolClient client, Answer answer, String reason) {
        assertThat(answer.reason()).hasValue(reason);
        assertThat(answer.verdict()).hasValue("refuse");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(client.cookies().asMap()).isEmpty();
    }

    /** An offer is for one target, but the server does not bind the challenge to it: that is the message's part. */
    @Test
    void offer_ofOneTarget_canBeRedeemedForAnother() {
        Offer offer = client.challenge("/always/");
        WireProof other = Solver.solve(Puzzle.draw(offer.challenge(), TARGET));

        assertThat(client.redeem(other.text()).json().string("target")).hasValue(TARGET);
    }
}
