package dev.stile.protocol;

/** Issues challenges: two HMACs and no memory (PROTOCOL §5). Safe for threads. */
public final class ChallengeIssuer {
    private final KeyRing keys;
    private final int lifetimeSeconds;

    /**
     * @param lifetimeSeconds P: the length of a period and the life of a challenge, 1 to 86,400
     */
    public ChallengeIssuer(KeyRing keys, int lifetimeSeconds) {
        if (lifetimeSeconds < 1 || lifetimeSeconds > Terms.MAX_LIFETIME_SECONDS) {
            throw new IllegalArgumentException("lifetime must be 1 to 86400 seconds, but is " + lifetimeSeconds);
        }
        this.keys = keys;
        this.lifetimeSeconds = lifetimeSeconds;
    }

    /**
     * A challenge for one client.
     *
     * @param now the second of issue; its period begins at the last multiple of P
     */
    public Challenge issue(
            Purpose purpose, Difficulty difficulty, Level level, Host host, NetworkPrefix client, long now) {
        ServerKey key = keys.signing();
        long period = now - now % lifetimeSeconds;
        Terms terms =
                new Terms(purpose.number(), difficulty, level, period, lifetimeSeconds, key.binding(client), host);
        return Challenge.sign(key, terms, now);
    }
}
