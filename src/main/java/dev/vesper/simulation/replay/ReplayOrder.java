package dev.vesper.simulation.replay;

import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.Drawn;
import dev.vesper.execution.engine.Peg;
import dev.vesper.execution.engine.Style;
import dev.vesper.execution.engine.Terms;
import dev.vesper.orders.Side;
import java.util.Optional;

/**
 * A parent order that is worked through a recorded day.
 *
 * @param terms in lots
 * @param curve in lots
 * @param lotUnits units of a lot; fills are whole lots too
 * @param style with {@code auction} its children wait for the close
 * @param drawn what is drawn of it, from which seed
 */
public record ReplayOrder(
        String id, Side side, Terms terms, Curve curve, long lotUnits, Style style, Peg peg, Optional<Drawn> drawn) {
    /** In units, by its curve and terms only. */
    public ReplayOrder(String id, Side side, Terms terms, Curve curve) {
        this(id, side, terms, curve, 1, Style.NONE, Peg.NONE, Optional.empty());
    }
}
