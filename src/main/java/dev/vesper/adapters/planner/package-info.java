/** OptaPlanner: target weights into whole lots. */
@NullMarked
package dev.vesper.adapters.planner;

import org.jspecify.annotations.NullMarked;
