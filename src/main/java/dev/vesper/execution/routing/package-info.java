/** Where an order goes: which venue gets how much, at which price and why; how much unseen venues fill, learned. */
@NullMarked
package dev.vesper.execution.routing;

import org.jspecify.annotations.NullMarked;
