/** Reads the vectors that all implementations share. */
package dev.stile.vectors;
