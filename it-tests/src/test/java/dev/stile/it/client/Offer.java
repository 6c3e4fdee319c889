package dev.stile.it.client;

/**
 * A challenge with the target it was made for and the path to redeem it at (PROTOCOL §6.3), all of which have passed §7.
 * §7.5, a steady clock, is not used: who works for longer than the challenge lives is told so by the server.
 */
public record Offer(WireChallenge challenge, String target, String redeem) {

    /**
     * The offer in an answer of PROTOCOL §6.
     *
     * @param willing hashes that the client is willing to do
     * @throws UnusableChallengeException with the first check of §7 that fails
     * @throws IllegalArgumentException if the body is not a JSON object
     */
    static Offer read(Answer answer, long willing) {
        FlatJson json = answer.json();
        WireChallenge challenge = WireChallenge.decode(member(json, "challenge"));
        challenge.check(willing);
        String target = member(json, "target");
        String redeem = member(json, "redeem");
        if (!Target.isTarget(target) || !redeem.matches("/(?![/\\\\]).*")) {
            throw new UnusableChallengeException(Rule.TARGET_AND_REDEEM, target + ", " + redeem);
        }
        return new Offer(challenge, target, redeem);
    }

    /** The puzzle of this offer, with a fresh IVclient. */
    public Puzzle puzzle() {
        return Puzzle.draw(challenge, target);
    }

    private static String member(FlatJson json, String name) {
        return json.string(name)
                .orElseThrow(() -> new UnusableChallengeException(Rule.MALFORMED, "no string member " + name));
    }
}
