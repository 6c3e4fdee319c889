package dev.stile.bench.simulation;

import dev.stile.bench.cost.CostModel;
import dev.stile.budget.BudgetTerms;
import dev.stile.budget.Budgets;
import dev.stile.budget.Charge;
import dev.stile.difficulty.Circumstances;
import dev.stile.difficulty.DifficultyController;
import dev.stile.difficulty.Price;
import dev.stile.difficulty.ReplayFill;
import dev.stile.difficulty.Share;
import dev.stile.difficulty.Urgency;
import dev.stile.difficulty.Wanted;
import dev.stile.flood.FloodControl;
import dev.stile.flood.FloodSettings;
import dev.stile.flood.FloodTerms;
import dev.stile.flood.Proofs;
import dev.stile.flood.Rates;
import dev.stile.load.Load;
import dev.stile.load.LoadMeter;
import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Host;
import dev.stile.protocol.Level;
import dev.stile.protocol.Pass;
import dev.stile.protocol.PassId;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.sketch.KeyedHash;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The gate's way from pass to price, with the real parts and with honest passes and proofs taken on trust. */
final class SimulatedGate {
    private static final long START_SECOND = 1_800_000_000L;
    private static final int PASS_SECONDS = 1800;
    private static final int CLAIM_SECONDS = 120;
    private static final int SKETCH_BYTES = 4 << 20;
    private static final int SUSPICION_THRESHOLD = 50;

    private final boolean asksAlways;
    private final Agenda agenda;
    private final Chance chance;
    private final LoadMeter meter;
    private final FloodControl flood;
    private final Budgets budgets;
    /** Of the claims in the replay store; nobody here redeems twice, so that is all there is to know of them. */
    private final Queue<Long> claimEnds = new ArrayDeque<>();

    /**
     * What is asked.
     *
     * @param emergency whether the cap for ordinary visitors was lifted
     */
    record Asked(Price price, boolean emergency) {}

    SimulatedGate(boolean asksAlways, Agenda agenda, Chance chance, LoadMeter meter) {
        this.asksAlways = asksAlways;
        this.agenda = agenda;
        this.chance = chance;
        this.meter = meter;
        KeyedHash hash = KeyedHash.under(chance::fill);
        this.flood = new FloodControl(
                new FloodSettings(SKETCH_BYTES, 20_000, CLAIM_SECONDS), hash, agenda::nanos, chance::draw);
        this.budgets = new Budgets(SKETCH_BYTES, PASS_SECONDS, hash, agenda::nanos);
    }

    /** What a client is asked for a page; empty where it is let through. */
    Optional<Asked> decide(Client client) {
        Optional<Charge> charge = charge(client, false);
        if (charge.filter(Charge::isCovered).isPresent()) {
            return Optional.empty();
        }
        Load load = meter.load();
        Rates rates = flood.rates(client.address);
        boolean asks = charge.isPresent()
                || asksAlways
                || client.suspicion >= SUSPICION_THRESHOLD
                || flood.asks(client.address, rates, load.value(), FloodTerms.DEFAULT, second());
        if (asks) {
            return Optional.of(price(client, rates, load));
        }
        flood.admit(client.address, false);
        return Optional.empty();
    }

    /** The files of a page that was served. */
    void files(Client client, int files) {
        for (int file = 0; file < files; file++) {
            if (charge(client, true).isEmpty()) {
                flood.admit(client.address, true);
            }
        }
    }

    /** Gives a pass for a proof. */
    void redeem(Client client) {
        flood.redeemed(client.address);
        claimEnds.add(second() + CLAIM_SECONDS);
        client.pass = Optional.of(new Pass(
                Level.ONE,
                second(),
                second() + PASS_SECONDS,
                new PassId(chance.word(), chance.word()),
                BrowserFamily.CHROMIUM,
                0,
                Host.UNKNOWN));
    }

    private Optional<Charge> charge(Client client, boolean subResource) {
        Optional<Charge> charge = client.pass
                .filter(pass -> second() < pass.expires())
                .map(pass -> budgets.charge(
                        new Held(pass, false), client.address, subResource, BudgetTerms.DEFAULT, second()));
        if (charge.equals(Optional.of(Charge.LAST))) {
            flood.spent(client.address);
        }
        return charge;
    }

    private Asked price(Client client, Rates rates, Load load) {
        Proofs proofs = flood.proofs(client.address);
        FloodTerms terms = FloodTerms.DEFAULT;
        Circumstances circumstances = new Circumstances(
                client.suspicion,
                new Share(rates.client(), terms.clientPerMinute(), proofs.client(), proofs.clientSpent()),
                new Share(rates.wider(), terms.widerPerMinute(), proofs.wider(), proofs.widerSpent()),
                urgency(load),
                replays(client));
        Price price = DifficultyController.price(CostModel.TERMS, Wanted.ORDINARY, circumstances);
        return new Asked(price, circumstances.isEmergency());
    }

    private ReplayFill replays(Client client) {
        while (!claimEnds.isEmpty() && claimEnds.element() < second()) {
            claimEnds.remove();
        }
        int live = claimEnds.size();
        double held = live == 0 ? 0 : Math.min(1, flood.mostClaims(client.address) / live);
        return new ReplayFill(Math.min(1, live / (double) InMemoryReplayStore.DEFAULT_CAPACITY), held);
    }

    private static Urgency urgency(Load load) {
        return switch (load.stage()) {
            case CALM -> Urgency.CALM;
            case RAISED -> Urgency.RAISED;
            case HIGH -> Urgency.HIGH;
            case EMERGENCY -> Urgency.EMERGENCY;
        };
    }

    private long second() {
        return START_SECOND + (long) agenda.seconds();
    }
}
