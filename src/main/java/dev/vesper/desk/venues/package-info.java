/** The sessions with the venues: where they stand, and what people do about them. */
@NullMarked
package dev.vesper.desk.venues;

import org.jspecify.annotations.NullMarked;
