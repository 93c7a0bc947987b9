/** A recorded day played again, with orders of ours in it that the market does not notice. */
@NullMarked
package dev.vesper.simulation.replay;

import org.jspecify.annotations.NullMarked;
