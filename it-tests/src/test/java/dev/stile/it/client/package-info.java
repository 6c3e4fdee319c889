/**
 * A client written from {@code protocol/PROTOCOL.md} alone, as a stranger would write it: JDK only, and no class of the
 * filter. Where it and the server disagree, the document, the server or this package is wrong.
 *
 * <p>It is honest unless asked otherwise: {@link dev.stile.it.client.ProtocolClient#visit} does all of PROTOCOL §2, while
 * {@link dev.stile.it.client.WireProof} and {@link dev.stile.it.client.WireChallenge} change single fields for tests that
 * attack. Those two therefore hold any bytes; what a server sends is checked by {@link dev.stile.it.client.Offer}.
 */
package dev.stile.it.client;
