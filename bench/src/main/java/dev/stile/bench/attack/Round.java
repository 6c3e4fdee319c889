package dev.stile.bench.attack;

import dev.stile.bench.attack.Visitors.Seen;
import java.time.Duration;

/**
 * Some seconds of quiet, then an attack.
 *
 * @param quietCpu of the server in a second with visitors alone
 * @param serverCpu of the server while it was attacked, with what visitors took
 * @param seconds that the attack lasted
 * @param attackerCpu seconds, with what it took to find the proofs ahead
 * @param quiet what visitors saw before
 * @param during what visitors saw while proofs were redeemed
 */
record Round(
        Attack attack,
        Duration quietCpu,
        Duration serverCpu,
        double seconds,
        double attackerCpu,
        Seen quiet,
        Seen during) {

    double attackerMillis() {
        return 1e3 * attackerCpu / attack.submitted();
    }

    /** With all that the server did for visitors meanwhile. */
    double serverMillis() {
        return serverCpu.toNanos() / 1e6 / attack.submitted();
    }

    /** Without what it did for visitors, as far as that can be told from before. */
    double serverMillisAlone() {
        return (serverCpu.toNanos() - seconds * quietCpu.toNanos()) / 1e6 / attack.submitted();
    }

    /** Requests that a pass is good for, over all. */
    double bought() {
        return attack.value("requests-bought") / attack.submitted();
    }

    /** By how much the attacker paid more. */
    double factor() {
        return attackerMillis() / serverMillis();
    }
}
