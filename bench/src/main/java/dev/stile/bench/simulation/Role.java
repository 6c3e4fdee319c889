package dev.stile.bench.simulation;

/** What somebody is in truth; the gate cannot see it. */
enum Role {
    HONEST,
    ATTACKER
}
