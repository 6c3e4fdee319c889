package dev.stile.protocol;

/** A wait that is the server's own, and this host's and network's; made by {@link WaitVerifier} alone. Immutable. */
public final class VerifiedWait {
    private final Host host;
    private final int secondsLeft;

    VerifiedWait(Host host, int secondsLeft) {
        this.host = host;
        this.secondsLeft = secondsLeft;
    }

    Host host() {
        return host;
    }

    /** How long it still takes; 0 where it is over. */
    public int secondsLeft() {
        return secondsLeft;
    }
}
