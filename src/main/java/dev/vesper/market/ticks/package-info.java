/** A day's recorded trades and quotes in columns of whole numbers, and what is measured on them. */
@NullMarked
package dev.vesper.market.ticks;

import org.jspecify.annotations.NullMarked;
