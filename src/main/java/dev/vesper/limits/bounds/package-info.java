/** What the rules allow of an account before it is planned, so that a plan can keep within them. */
@NullMarked
package dev.vesper.limits.bounds;

import org.jspecify.annotations.NullMarked;
