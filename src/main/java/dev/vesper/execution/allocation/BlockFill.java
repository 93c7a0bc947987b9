package dev.vesper.execution.allocation;

import java.math.BigDecimal;

/**
 * One execution of a block, for example 10 lots at 50.02 for a fee of 0.35.
 *
 * @param lots above 0
 * @param notional quantity times price, in currency units
 * @param fee in currency units; below 0 where the venue pays
 */
public record BlockFill(long lots, BigDecimal notional, BigDecimal fee) {
    public BlockFill {
        if (lots <= 0) {
            throw new IllegalArgumentException("Expected a fill above 0, but got " + lots);
        }
    }
}
