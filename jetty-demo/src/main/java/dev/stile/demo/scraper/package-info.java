/**
 * A bounded scraper that the demo sets on itself: plain sockets from several loopback addresses, and a client of the
 * protocol written from PROTOCOL.md alone. It sees what any client sees and knows nothing of the gate's inside.
 */
@NullMarked
package dev.stile.demo.scraper;

import org.jspecify.annotations.NullMarked;
