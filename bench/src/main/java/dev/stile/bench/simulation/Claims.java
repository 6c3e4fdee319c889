package dev.stile.bench.simulation;

import dev.stile.difficulty.ReplayFill;
import dev.stile.network.CidrBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How full the replay store is, and of whose claims; no claims are checked, since nobody here redeems twice. */
final class Claims {
    private static final double CAPACITY = 200_000;
    private static final long LIFE_NANOS = 120_000_000_000L;

    private final Deque<Claim> live = new ArrayDeque<>();
    private final Map<CidrBlock, Integer> byPrefix = new HashMap<>();

    private record Claim(CidrBlock prefix, long end) {}

    void add(CidrBlock prefix, long nanos) {
        live.add(new Claim(prefix, nanos + LIFE_NANOS));
        byPrefix.merge(prefix, 1, Integer::sum);
    }

    ReplayFill fill(CidrBlock prefix, long nanos) {
        while (!live.isEmpty() && live.peek().end() < nanos) {
            byPrefix.merge(live.remove().prefix(), -1, Integer::sum);
        }
        double held = live.isEmpty() ? 0 : byPrefix.getOrDefault(prefix, 0) / (double) live.size();
        return new ReplayFill(Math.min(1, live.size() / CAPACITY), held);
    }
}
