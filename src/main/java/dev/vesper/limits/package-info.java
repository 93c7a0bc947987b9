/** What the firm allows itself: verdicts, limits, utilisation. */
@NullMarked
package dev.vesper.limits;

import org.jspecify.annotations.NullMarked;
