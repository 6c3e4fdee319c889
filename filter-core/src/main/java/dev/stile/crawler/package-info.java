/** Crawlers that are believed only when verified: by the addresses that their operators publish, or by DNS. */
@NullMarked
package dev.stile.crawler;

import org.jspecify.annotations.NullMarked;
