/** Servers on 127.0.0.1 that the browsers of these tests visit. */
@NullMarked
package dev.stile.it.server;

import org.jspecify.annotations.NullMarked;
