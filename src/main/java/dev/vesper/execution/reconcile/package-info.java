/** What a venue says of a day's executions beside what was booked, execution by execution. */
@NullMarked
package dev.vesper.execution.reconcile;

import org.jspecify.annotations.NullMarked;
