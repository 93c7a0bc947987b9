/** What became of each order and what it cost: the facts that a report tells. */
@NullMarked
package dev.vesper.execution.cost;

import org.jspecify.annotations.NullMarked;
