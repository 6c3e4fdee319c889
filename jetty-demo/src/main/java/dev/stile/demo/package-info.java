/** An application behind the gate, in an embedded Jetty. */
@NullMarked
package dev.stile.demo;

import org.jspecify.annotations.NullMarked;
