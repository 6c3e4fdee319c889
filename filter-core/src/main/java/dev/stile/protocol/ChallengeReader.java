package dev.stile.protocol;

import java.util.Optional;

/**
 * Recognises a challenge that a client names to be given a fresh one (PROTOCOL §6.2). It proves no work and claims
 * nothing. Safe for threads.
 */
public final class ChallengeReader {
    private static final int MAX_TEXT_LENGTH = 512;
    private static final int MAX_AGE_SECONDS = 3_600;

    private final KeyRing keys;

    /** A reader that recognises the challenges that any key of the ring has signed. */
    public ChallengeReader(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * The terms of a challenge that this server has issued for this host within the last hour, whether it could still
     * be redeemed or not; empty for anything else.
     *
     * @param token of any length and content
     * @param now the second of the request, by a clock that never goes back
     */
    public Optional<Terms> recognise(String token, Host host, long now) {
        if (token.length() > MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        return Base64Url.decode(token)
                .then(Challenge::decode)
                .passed()
                .filter(challenge -> isRecent(challenge, now))
                .filter(this::isAuthentic)
                .map(Challenge::terms)
                .filter(terms -> terms.host().equals(host));
    }

    /** By the period, which is under the MAC, and not by the time, which is not. */
    private static boolean isRecent(Challenge challenge, long now) {
        return now - challenge.terms().period()
                <= MAX_AGE_SECONDS + challenge.terms().lifetimeSeconds();
    }

    private boolean isAuthentic(Challenge challenge) {
        return keys.forChallenge(challenge.keyId())
                .passed()
                .filter(challenge::isSignedBy)
                .isPresent();
    }
}
