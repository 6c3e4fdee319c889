/** What a page costs whom: the tables of {@code docs/cost-model.md}. */
@NullMarked
package dev.stile.bench.cost;

import org.jspecify.annotations.NullMarked;
