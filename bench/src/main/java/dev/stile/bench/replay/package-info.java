/** What the replay stores cost, against each other and a plain map that keeps the same contract: decision 014. */
@NullMarked
package dev.stile.bench.replay;

import org.jspecify.annotations.NullMarked;
