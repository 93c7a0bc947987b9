/** Stage 2: target weights, whole lots, and what the rules leave of them. */
@NullMarked
package dev.vesper.desk.rebalance;

import org.jspecify.annotations.NullMarked;
