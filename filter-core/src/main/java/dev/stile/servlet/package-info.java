/**
 * The filter. The only package that imports {@code jakarta.servlet}: reads requests, writes responses, decides nothing.
 */
@NullMarked
package dev.stile.servlet;

import org.jspecify.annotations.NullMarked;
