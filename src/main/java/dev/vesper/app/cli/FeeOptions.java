package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import picocli.CommandLine.Option;

/** What a venue charges for a fill; below zero it pays. */
final class FeeOptions {
    private static final int PLACES = 6;
    private static final BigDecimal MOST_BPS = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_A_SHARE = BigDecimal.valueOf(1_000);

    @Option(
            names = "--fee-bps",
            paramLabel = "BPS",
            defaultValue = "0",
            description = "Fee in basis points of what is filled, below 0 a rebate; 0 by default.")
    private BigDecimal bps = BigDecimal.ZERO;

    @Option(
            names = "--fee-per-share",
            paramLabel = "MONEY",
            defaultValue = "0",
            description = "Fee for each unit filled, in currency units, below 0 a rebate; 0 by default.")
    private BigDecimal share = BigDecimal.ZERO;

    /** Refuses what no venue charges. */
    void check() {
        within("--fee-bps", bps, MOST_BPS);
        within("--fee-per-share", share, MOST_A_SHARE);
    }

    private static void within(String name, BigDecimal value, BigDecimal most) {
        if (value.abs().compareTo(most) > 0) {
            throw Problem.usage(
                    "Expected " + name + " from -" + most + " to " + most + ", but got " + value.toPlainString());
        }
    }

    /** Of a fill, to a millionth of a currency unit. */
    BigDecimal of(BigDecimal price, BigDecimal units) {
        BigDecimal fee = price.multiply(bps)
                .movePointLeft(4)
                .add(share)
                .multiply(units)
                .setScale(PLACES, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return fee.scale() < 0 ? fee.setScale(0) : fee;
    }
}
