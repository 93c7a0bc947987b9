/** Stage 4: the approved orders go to the venues, and every fill is booked once. */
@NullMarked
package dev.vesper.desk.execution;

import org.jspecify.annotations.NullMarked;
