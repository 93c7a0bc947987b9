/** A decision table as a sheet: what a person edits, whichever form it is edited in. */
@NullMarked
package dev.vesper.desk.workbench.sheet;

import org.jspecify.annotations.NullMarked;
