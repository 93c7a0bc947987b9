/** Where a proposed change of the rules stands on the process that leads it to its judging. */
@NullMarked
package dev.vesper.desk.workbench.way;

import org.jspecify.annotations.NullMarked;
