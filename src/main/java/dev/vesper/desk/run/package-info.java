/** One end of day: its record, its stages, and the ports that keep them. */
@NullMarked
package dev.vesper.desk.run;

import org.jspecify.annotations.NullMarked;
