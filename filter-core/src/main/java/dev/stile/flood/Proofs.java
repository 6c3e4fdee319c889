package dev.stile.flood;

/**
 * What a client has bought and used up, in counts that halve every ten minutes.
 *
 * @param client proofs that its own prefix redeemed
 * @param wider proofs that the wider prefix redeemed
 * @param clientSpent passes that its own prefix used up before their time
 * @param widerSpent passes that the wider prefix used up before their time
 */
public record Proofs(double client, double wider, double clientSpent, double widerSpent) {}
