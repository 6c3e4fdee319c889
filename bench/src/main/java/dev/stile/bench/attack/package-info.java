/** A native attacker against a real server ({@code bin/bench attack}): who pays more, and what visitors notice. */
@NullMarked
package dev.stile.bench.attack;

import org.jspecify.annotations.NullMarked;
