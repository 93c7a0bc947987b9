/** The limits as a flat table that an order path asks in nanoseconds: compiled from the analysts' tables, swapped at once. */
@NullMarked
package dev.vesper.limits.gate;

import org.jspecify.annotations.NullMarked;
