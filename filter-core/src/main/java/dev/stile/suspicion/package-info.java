/** Why we ask: how suspicious a request is, from 0 to 100. */
@NullMarked
package dev.stile.suspicion;

import org.jspecify.annotations.NullMarked;
