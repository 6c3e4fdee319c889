package dev.stile.bench.jvm;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whose turn it is among so many. */
@State(Scope.Thread)
public class Turn {
    private int next;

    /** 0 to {@code count - 1}, one after the other. */
    int of(int count) {
        next = next + 1 < count ? next + 1 : 0;
        return next;
    }
}
