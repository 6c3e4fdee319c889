/** What the server's parts cost, against their peers: the section {@code jvm} of {@code docs/performance.md}. */
@NullMarked
package dev.stile.bench.jvm;

import org.jspecify.annotations.NullMarked;
