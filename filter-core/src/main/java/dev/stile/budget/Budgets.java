package dev.stile.budget;

import dev.stile.protocol.Pass;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.request.ClientAddress;
import dev.stile.sketch.CountSketch;
import dev.stile.sketch.KeyedHash;
import java.util.function.LongSupplier;

/**
 * How much of its budget each pass has used, in fixed memory whatever the number of passes. Counts are in eighths of a
 * request, under the pass's id, which is the server's own randomness and needs no further hash.
 *
 * <p>When memory is short, counts are too high, never too low: a visitor is asked a little early, and nobody gets more than
 * was bought. {@code docs/flood-control.md} has the figures. Safe for threads.
 */
public final class Budgets {
    private static final int EIGHTHS = 8;
    private static final int SUB_RESOURCE = 1;

    private final Generations generations;
    private final ForeignNetworks networks;

    /**
     * @param bytes what the counts take, 64 KiB to 1 GiB; half as much again for a moment, when a generation is replaced
     * @param passSeconds for how long a pass lives
     * @param hash under a secret of this process
     * @param nanoTime a steady clock of arbitrary origin, in nanoseconds
     */
    public Budgets(int bytes, int passSeconds, KeyedHash hash, LongSupplier nanoTime) {
        int forNetworks = bytes / 4;
        this.generations = new Generations(bytes - forNetworks, passSeconds);
        this.networks = new ForeignNetworks(forNetworks, hash, nanoTime);
    }

    /**
     * Charges a request to a pass that is alive, if the pass is good for it. One step, whatever other threads do.
     *
     * @param held what the request's pass was verified as
     * @param subResource whether the request is for a part of a page, neither a navigation nor scripted
     * @param now seconds since the Unix epoch
     */
    public Charge charge(Held held, ClientAddress client, boolean subResource, BudgetTerms terms, long now) {
        Pass pass = held.pass();
        if (held.networkChanged() && !networks.admits(pass.id(), client.widerPrefix())) {
            return Charge.SHARED;
        }
        int bought = terms.requests() * EIGHTHS;
        int limit = subResource ? bought + terms.overdraft() * EIGHTHS : bought;
        int amount = subResource ? SUB_RESOURCE : EIGHTHS;
        int used = usedBy(pass, now).addWithin(pass.id().high(), amount, limit);
        return used > limit ? Charge.SPENT : charged(used, amount, bought);
    }

    private static Charge charged(int used, int amount, int bought) {
        int usedUp = bought - EIGHTHS;
        if (used > usedUp && used - amount <= usedUp) {
            return Charge.LAST;
        }
        return used > bought ? Charge.OVERDRAWN : Charge.WITHIN;
    }

    /**
     * Whether a pass has a whole request left, and is believed in the network that it comes from. Charges nothing.
     *
     * @param held as of {@link #charge}
     */
    public boolean isGoodFor(Held held, ClientAddress client, BudgetTerms terms, long now) {
        Pass pass = held.pass();
        boolean believed = !held.networkChanged() || networks.wouldAdmit(pass.id(), client.widerPrefix());
        return believed && usedBy(pass, now).count(pass.id().high()) <= (terms.requests() - 1) * EIGHTHS;
    }

    /**
     * Charges the rest of a whole request, whatever is left, after what was charged as a sub-resource was answered with
     * a page.
     *
     * @return what it came to: {@link Charge#LAST}, {@link Charge#WITHIN} or {@link Charge#OVERDRAWN}
     */
    public Charge settle(Pass pass, BudgetTerms terms, long now) {
        int rest = EIGHTHS - SUB_RESOURCE;
        return charged(usedBy(pass, now).add(pass.id().high(), rest), rest, terms.requests() * EIGHTHS);
    }

    /**
     * Charges a fresh pass in advance, because it was bought below its price. One whole request is left to it.
     *
     * @param paid the part of the price that was paid, 0 to 1
     */
    public void chargeInAdvance(Pass pass, double paid, BudgetTerms terms, long now) {
        int owed = (int) Math.round((terms.requests() - 1) * (1 - paid));
        usedBy(pass, now).add(pass.id().high(), owed * EIGHTHS);
    }

    /** What a pass has used, in requests. */
    public double used(Pass pass, long now) {
        return usedBy(pass, now).count(pass.id().high()) / (double) EIGHTHS;
    }

    private CountSketch usedBy(Pass pass, long now) {
        return generations.of(pass, now);
    }
}
