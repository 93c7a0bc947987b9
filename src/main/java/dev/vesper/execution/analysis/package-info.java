/** What executions from anywhere cost beside a recorded market: by order, venue, strategy and account. Positive is a cost. */
@NullMarked
package dev.vesper.execution.analysis;

import org.jspecify.annotations.NullMarked;
