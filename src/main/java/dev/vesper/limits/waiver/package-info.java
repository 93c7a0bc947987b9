/** Breaches that two people let pass for a while: what they lift a limit to, and which orders they let through. */
@NullMarked
package dev.vesper.limits.waiver;

import org.jspecify.annotations.NullMarked;
