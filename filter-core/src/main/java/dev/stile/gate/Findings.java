package dev.stile.gate;

import dev.stile.difficulty.Price;
import dev.stile.policy.Ruling;
import dev.stile.suspicion.Suspicion;
import java.util.Optional;

/**
 * The grounds of a decision: what was looked at, in the order in which it was; the rest is at its empty value, for what
 * decides first ends the search.
 *
 * @param ruling what the rules say
 * @param pass what became of the passes that the request showed
 * @param use what the best of them has left
 * @param suspicion what was suspicious
 * @param traffic how much came of late
 * @param price what the challenge costs
 */
public record Findings(
        Ruling ruling,
        PassReading pass,
        Optional<Use> use,
        Suspicion suspicion,
        Optional<Traffic> traffic,
        Optional<Price> price) {
    /** Nothing was looked at. */
    public static final Findings NONE = new Findings(
            Ruling.NONE, PassReading.NONE, Optional.empty(), Suspicion.NONE, Optional.empty(), Optional.empty());

    Findings read(PassReading shown) {
        return new Findings(ruling, shown, use, suspicion, traffic, price);
    }

    Findings suspected(Suspicion found) {
        return new Findings(ruling, pass, use, found, traffic, price);
    }

    Findings measured(Traffic came) {
        return new Findings(ruling, pass, use, suspicion, Optional.of(came), price);
    }

    Findings priced(Price asked) {
        return new Findings(ruling, pass, use, suspicion, traffic, Optional.of(asked));
    }

    /** What the signals and the rules come to, 0 to 100. */
    public int score() {
        return ruling.weighed(suspicion.score());
    }
}
