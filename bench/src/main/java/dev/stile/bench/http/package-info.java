/** A real Jetty with and without the filter, and what it costs there ({@code bin/bench http}). */
@NullMarked
package dev.stile.bench.http;

import org.jspecify.annotations.NullMarked;
