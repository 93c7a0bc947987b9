package dev.vesper.simulation.replay;

import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.Terms;
import dev.vesper.orders.Side;

/**
 * A parent order that is worked through a recorded day.
 *
 * @param terms in units: a lot is one
 */
public record ReplayOrder(String id, Side side, Terms terms, Curve curve) {}
