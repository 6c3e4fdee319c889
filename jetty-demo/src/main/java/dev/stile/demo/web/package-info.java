/**
 * The demo's pages and its JSON interface: plain servlets over the archive. They know nothing of the gate but its
 * decision.
 */
@NullMarked
package dev.stile.demo.web;

import org.jspecify.annotations.NullMarked;
