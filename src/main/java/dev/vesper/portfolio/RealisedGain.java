package dev.vesper.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a sale has earned over what the sold lots had cost. */
public final class RealisedGain {
    private static final int DECIMALS = 8;

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

    /**
     * What of a sale matters to whoever buys the instrument again: the losses of its lots alone where any has one, for a gain
     * beside it saves none; else the gain of all. Example: 100 sold for 10,000.00, of which 40 had cost 6,000.00 and 60 had
     * cost 1,000.00: a gain of 3,000.00 in all, and a loss of 2,000.00 that counts.
     *
     * @return in currency units, negative for a loss, to the hundred millionth; zero where {@link #of} is
     */
    public static BigDecimal lossesFirst(BigDecimal sold, BigDecimal proceeds, List<SoldLot> lots) {
        BigDecimal all = of(sold, proceeds, lots);
        BigDecimal left = sold;
        BigDecimal losses = BigDecimal.ZERO;
        boolean gains = false;
        for (SoldLot lot : lots) {
            BigDecimal taken = left.min(lot.quantity());
            if (taken.signum() > 0) {
                if (lot.cost().isEmpty()) {
                    return all;
                }
                BigDecimal brought = proceeds.multiply(taken).divide(sold, DECIMALS, RoundingMode.HALF_EVEN);
                BigDecimal gain = brought.subtract(taken.multiply(lot.cost().orElseThrow()));
                gains |= gain.signum() > 0;
                losses = losses.add(gain.min(BigDecimal.ZERO));
                left = left.subtract(taken);
            }
        }
        return gains && losses.signum() < 0 && left.signum() == 0 ? plain(losses) : all;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
