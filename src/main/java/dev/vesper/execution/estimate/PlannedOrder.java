package dev.vesper.execution.estimate;

/**
 * An order and its market, as far as its cost depends on them.
 *
 * @param quantity units
 * @param dailyVolume units that the market trades on a day
 * @param volatility standard deviation of a day's return, for example 0.018
 * @param spreadBps quoted spread in basis points of the mid
 */
public record PlannedOrder(double quantity, double dailyVolume, double volatility, double spreadBps) {
    private static final double BPS = 10_000;

    public PlannedOrder {
        if (!(quantity > 0 && dailyVolume > 0 && volatility > 0 && spreadBps >= 0)) {
            throw new IllegalArgumentException(
                    "Expected quantity, daily volume and volatility above 0 and a spread of 0 or more, but got "
                            + quantity + ", " + dailyVolume + ", " + volatility + ", " + spreadBps);
        }
    }

    /** The root of its part of a day's volume: 10,000 of 1,000,000 is 0.1. */
    double size() {
        return Math.sqrt(quantity / dailyVolume);
    }

    double volatilityBps() {
        return volatility * BPS;
    }
}
