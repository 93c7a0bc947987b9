/** The orders of a run as they stand while it works them. */
@NullMarked
package dev.vesper.desk.blotter;

import org.jspecify.annotations.NullMarked;
