package dev.vesper.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a sale has earned over what the sold lots had cost. */
public final class RealisedGain {
    private RealisedGain() {}

    /**
     * A tax lot that a sale takes from.
     *
     * @param quantity units it may take, greater than zero
     * @param cost of one unit, in currency units; empty where nobody knows
     */
    public record SoldLot(BigDecimal quantity, Optional<BigDecimal> cost) {}

    /**
     * Proceeds less the cost of the lots, taken in their order up to what was sold. Zero where a lot's cost is unknown,
     * or where more was sold than the lots hold (a short sale realises nothing yet).
     *
     * @param sold units
     * @param proceeds of all units, less fees, in currency units
     * @return in currency units, negative for a loss, without trailing zeros
     */
    public static BigDecimal of(BigDecimal sold, BigDecimal proceeds, List<SoldLot> lots) {
        BigDecimal left = sold;
        BigDecimal cost = BigDecimal.ZERO;
        for (SoldLot lot : lots) {
            BigDecimal taken = left.min(lot.quantity());
            if (taken.signum() > 0) {
                if (lot.cost().isEmpty()) {
                    return BigDecimal.ZERO;
                }
                cost = cost.add(taken.multiply(lot.cost().orElseThrow()));
                left = left.subtract(taken);
            }
        }
        return left.signum() > 0 ? BigDecimal.ZERO : plain(proceeds.subtract(cost));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
