/** A disk that loses power: what was written and not forced is gone. */
@NullMarked
package dev.vesper.testing.power;

import org.jspecify.annotations.NullMarked;
