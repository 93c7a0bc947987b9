/** The orders of a run, slice by slice: what was sent and what was booked, by decide and apply. */
@NullMarked
package dev.vesper.orders.slice;

import org.jspecify.annotations.NullMarked;
