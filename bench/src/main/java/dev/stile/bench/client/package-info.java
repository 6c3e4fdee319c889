/** What a client does with a challenge, for benchmarks that need proofs. */
@NullMarked
package dev.stile.bench.client;

import org.jspecify.annotations.NullMarked;
