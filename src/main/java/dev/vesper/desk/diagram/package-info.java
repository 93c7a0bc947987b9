/** Where a run stands on the diagrams of the processes that it goes by. */
@NullMarked
package dev.vesper.desk.diagram;

import org.jspecify.annotations.NullMarked;
