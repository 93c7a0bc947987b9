package dev.vesper.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The price steps of a venue, which may grow with the price. Example: 0.0001 from 0, 0.01 from 1: an order at 0.98765 may
 * stand at 0.9876, one at 12.345 at 12.34 or 12.35. An empty table allows every price.
 *
 * @param bands the step by the price from which it holds, both in currency units; never changed
 */
public record TickTable(NavigableMap<BigDecimal, BigDecimal> bands) {
    /** A venue that says nothing of its steps. */
    public static final TickTable ANY = new TickTable(new TreeMap<>());

    public TickTable {
        bands = Collections.unmodifiableNavigableMap(new TreeMap<>(bands));
        if (bands.values().stream().anyMatch(step -> step.signum() <= 0)) {
            throw new IllegalArgumentException("Expected steps above 0, but got " + bands);
        }
    }

    /** The highest allowed price at or below this one, for a bid; below the first band the price itself. */
    public BigDecimal down(BigDecimal price) {
        return rounded(price, RoundingMode.FLOOR);
    }

    /** The lowest allowed price at or above this one, for an offer. */
    public BigDecimal up(BigDecimal price) {
        return rounded(price, RoundingMode.CEILING);
    }

    private BigDecimal rounded(BigDecimal price, RoundingMode mode) {
        Map.Entry<BigDecimal, BigDecimal> band = bands.floorEntry(price);
        if (band == null) {
            return price;
        }
        BigDecimal step = band.getValue();
        BigDecimal onStep = price.divide(step, 0, mode).multiply(step);
        return onStep.compareTo(price) == 0 ? price : onStep;
    }
}
