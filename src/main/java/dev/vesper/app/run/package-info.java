/** The day from the command line and by the schedule. */
@NullMarked
package dev.vesper.app.run;

import org.jspecify.annotations.NullMarked;
