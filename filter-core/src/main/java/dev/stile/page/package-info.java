/** The interstitial, the problem documents and the browser files, as bytes. */
@NullMarked
package dev.stile.page;

import org.jspecify.annotations.NullMarked;
