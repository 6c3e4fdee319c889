package dev.stile.flood;

import dev.stile.flood.FloodKeys.Kind;
import dev.stile.request.ClientAddress;
import dev.stile.sketch.DecayingCount;
import dev.stile.sketch.DecayingSketch;
import dev.stile.sketch.KeyedHash;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Who takes how much, and who is asked for it by chance. Counts what was admitted and what was solved, never what was
 * asked or refused: nobody raises another's price by asking (A33). In fixed memory, whatever the number of addresses; what
 * that costs in precision is in {@code docs/flood-control.md}. No I/O. Safe for threads.
 */
public final class FloodControl {
    private static final Duration REQUEST_HALF_LIFE = Duration.ofMinutes(1);
    private static final Duration PROOF_HALF_LIFE = Duration.ofMinutes(10);

    /** The rate that keeps a count at 1 is this, per half-life. */
    private static final double DECAY = Math.log(2);

    private static final double SUB_RESOURCE = 0.125;

    /** For how long a draw stands. */
    private static final int DRAW_SECONDS = 60;

    /** One wider prefix may hold this much of the replay store. */
    private static final double STORE_SHARE = 0.125;

    /** Failed redeems that are tolerated just above the bound. They are fewer the more is offered beyond it. */
    private static final double TOLERATED_FAILURES = 16;

    /** At how many times the bound one failure is one too many. */
    private static final double NO_TOLERANCE = 4;

    /**
     * Redeemed proofs and spent passes of one client that count for its wider prefix as well. What it takes beyond that is
     * its own matter: else one greedy client would make it dear for all its neighbours (A33).
     */
    private static final double SHARED_PROOFS = 64;

    private static final double SHARED_SPENT = 4;

    private final FloodKeys keys;
    private final DecayingSketch requests;
    private final DecayingSketch proofs;
    private final DecayingCount total;
    private final RedeemWindow redeems;
    private final int claimSeconds;

    /**
     * @param hash under a secret of this process
     * @param nanoTime a steady clock of arbitrary origin, in nanoseconds
     */
    public FloodControl(FloodSettings settings, KeyedHash hash, LongSupplier nanoTime) {
        this(settings, hash, nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * The same, where a run is to be repeatable.
     *
     * @param chance draws from [0, 1), by which counts are rounded
     */
    public FloodControl(FloodSettings settings, KeyedHash hash, LongSupplier nanoTime, DoubleSupplier chance) {
        // Active clients are many, those that solve are few.
        int forProofs = settings.memoryBytes() / 4;
        this.keys = new FloodKeys(hash);
        this.requests = new DecayingSketch(settings.memoryBytes() - forProofs, REQUEST_HALF_LIFE, nanoTime, chance);
        this.proofs = new DecayingSketch(forProofs, PROOF_HALF_LIFE, nanoTime, chance);
        this.total = new DecayingCount(REQUEST_HALF_LIFE, nanoTime);
        this.redeems = new RedeemWindow(settings.verificationsPerSecond(), nanoTime);
        this.claimSeconds = settings.claimSeconds();
    }

    /** What has been admitted of late; what came a minute ago weighs half. Changes nothing. */
    public Rates rates(ClientAddress client) {
        return new Rates(
                DECAY * requests.count(keys.of(Kind.CLIENT, client.clientPrefix())),
                DECAY * requests.count(keys.of(Kind.WIDER, client.widerPrefix())),
                DECAY * total.count());
    }

    /** Counts a request that was admitted without a pass. */
    public void admit(ClientAddress client, boolean subResource) {
        count(client, subResource ? SUB_RESOURCE : 1);
    }

    /** Counts the rest of a whole request, after what was admitted as a sub-resource was answered with a page. */
    public void settle(ClientAddress client) {
        count(client, 1 - SUB_RESOURCE);
    }

    private void count(ClientAddress client, double amount) {
        requests.add(keys.of(Kind.CLIENT, client.clientPrefix()), amount);
        requests.add(keys.of(Kind.WIDER, client.widerPrefix()), amount);
        total.add(amount);
    }

    /** Counts a proof that was redeemed for a pass, whatever passes the client holds. */
    public void redeemed(ClientAddress client) {
        requests.add(keys.of(Kind.CLAIMS, client.widerPrefix()), 1);
        if (proofs.add(keys.of(Kind.CLIENT_PROOFS, client.clientPrefix()), 1) <= SHARED_PROOFS) {
            proofs.add(keys.of(Kind.WIDER_PROOFS, client.widerPrefix()), 1);
        }
    }

    /** Counts a redeem whose challenge was the server's and whose work was wrong (A32). */
    public void failed(ClientAddress client) {
        proofs.add(keys.of(Kind.FAILED, client.clientPrefix()), 1);
    }

    /** Counts a pass whose budget ended before its time. */
    public void spent(ClientAddress client) {
        if (proofs.add(keys.of(Kind.CLIENT_SPENT, client.clientPrefix()), 1) <= SHARED_SPENT) {
            proofs.add(keys.of(Kind.WIDER_SPENT, client.widerPrefix()), 1);
        }
    }

    /** What a client has bought and used up. Changes nothing. */
    public Proofs proofs(ClientAddress client) {
        return new Proofs(
                proofs.count(keys.of(Kind.CLIENT_PROOFS, client.clientPrefix())),
                proofs.count(keys.of(Kind.WIDER_PROOFS, client.widerPrefix())),
                proofs.count(keys.of(Kind.CLIENT_SPENT, client.clientPrefix())),
                proofs.count(keys.of(Kind.WIDER_SPENT, client.widerPrefix())));
    }

    /**
     * Whether a client without a pass is asked by chance. Changes nothing. The draw is the client's own and stands for a
     * minute: asking again does not roll again, and whoever is asked at some probability is asked at any higher one.
     *
     * @param load of the application, 0 to 1
     * @param second of the request, since the Unix epoch
     */
    public boolean asks(ClientAddress client, Rates rates, double load, FloodTerms terms, long second) {
        double draw = keys.draw(client.clientPrefix(), Math.floorDiv(second, DRAW_SECONDS));
        return draw < RandomEarlyChallenge.probability(rates, load, terms);
    }

    /**
     * Counts a redeem that is about to be verified, and says whether not to. Nothing is shed while the server can verify
     * all that is offered. Above that those are shed whose redeems have failed, first those with most failures, and
     * nobody for the network that they are in: a client whose redeems have not failed is never shed, up to the
     * precision of the counts (A32).
     */
    public boolean shedsRedeem(ClientAddress client) {
        double offered = redeems.offer();
        if (offered <= 1) {
            return false;
        }
        double left = Math.max(0, (NO_TOLERANCE - offered) / (NO_TOLERANCE - 1));
        double tolerated = Math.max(0.5, TOLERATED_FAILURES * left);
        return proofs.count(keys.of(Kind.FAILED, client.clientPrefix())) > tolerated;
    }

    /**
     * Whether a client's wider prefix has filled its share of the replay store, an eighth, so that no more of its proofs
     * are taken for now. Changes nothing. Its live claims exceed the share by those alone that are redeemed at one
     * moment: at most c of a count that decays at rate d means at most c (1 + d t) within any time t. Whoever redeems
     * evenly gets some 60 % of it.
     *
     * @param capacity of the store, in claims
     */
    public boolean holdsTooMuch(ClientAddress client, int capacity) {
        return mostClaims(client) >= Math.max(inOneLife(), STORE_SHARE * capacity);
    }

    /** How many claims of a client's wider prefix may be alive in the replay store, at most. Changes nothing. */
    public double mostClaims(ClientAddress client) {
        return requests.count(keys.of(Kind.CLAIMS, client.widerPrefix())) * inOneLife();
    }

    /** By how much the claims of one life may exceed a count of them that decays meanwhile. */
    private double inOneLife() {
        return 1 + DECAY * claimSeconds / REQUEST_HALF_LIFE.toSeconds();
    }
}
