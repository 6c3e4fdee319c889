/** What the benchmarks of {@code docs/performance.md} share: samples, the machine, native code, and the page itself. */
@NullMarked
package dev.stile.bench.report;

import org.jspecify.annotations.NullMarked;
