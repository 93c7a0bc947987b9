/** How full the limits of a run are, what fills them, and what the run is exposed to. */
@NullMarked
package dev.vesper.desk.limits;

import org.jspecify.annotations.NullMarked;
