/**
 * The protocol as the tests speak it, written from PROTOCOL.md with no code of the main sources: what it makes, the server must take,
 * and what it changes, the server must notice.
 */
package dev.stile.wire;
