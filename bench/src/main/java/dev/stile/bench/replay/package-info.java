/** What the replay store costs, against two other ways to build it that keep the same contract: decision 014. */
@NullMarked
package dev.stile.bench.replay;

import org.jspecify.annotations.NullMarked;
