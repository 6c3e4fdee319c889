package dev.stile.gate;

import dev.stile.replay.Claim;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was claimed of another store, so that tests can see that nothing was. */
final class RecordingReplayStore implements ReplayStore {
    private final ReplayStore store;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    RecordingReplayStore(ReplayStore store) {
        this.store = store;
    }

    record Call(ReplayKey key, long until, Claim answer) {}

    @Override
    public Claim claim(ReplayKey key, long until) {
        Claim answer = store.claim(key, until);
        calls.add(new Call(key, until, answer));
        return answer;
    }

    @Override
    public boolean outlivesProcess() {
        return store.outlivesProcess();
    }

    @Override
    public double fill() {
        return store.fill();
    }

    List<Call> calls() {
        return calls;
    }
}
