/** From target weights to whole lots: the problem, the proposal, and its distance from the optimum. */
@NullMarked
package dev.vesper.rebalance;

import org.jspecify.annotations.NullMarked;
