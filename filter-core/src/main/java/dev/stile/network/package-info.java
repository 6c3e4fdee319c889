/** Internet addresses and blocks of them, without any name service. */
@NullMarked
package dev.stile.network;

import org.jspecify.annotations.NullMarked;
