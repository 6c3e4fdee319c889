package dev.stile.suspicion;

import dev.stile.request.RequestFacts;

/** Placeholder until the signals land. */
public final class HeaderSignals {
    private HeaderSignals() {}

    public static Suspicion read(RequestFacts facts) {
        return Suspicion.NONE;
    }
}
