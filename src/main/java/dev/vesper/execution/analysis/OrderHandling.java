package dev.vesper.execution.analysis;

import dev.vesper.execution.engine.Peg;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an order is worked beside its strategy.
 *
 * @param wouldPrice at which, or better, all that is left is due
 * @param largestChild units
 * @param lotSize units of which children and fills are whole multiples
 * @param leastDisplay units: what is shown is drawn from here up to the display
 * @param peg what its children follow
 * @param pegOffset ticks from there, towards the other side where positive
 */
public record OrderHandling(
        Optional<BigDecimal> wouldPrice,
        Optional<BigDecimal> largestChild,
        Optional<BigDecimal> lotSize,
        Optional<BigDecimal> leastDisplay,
        Optional<Peg.To> peg,
        int pegOffset) {
    /** Nothing else was asked. */
    public static final OrderHandling NONE = new OrderHandling(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
}
