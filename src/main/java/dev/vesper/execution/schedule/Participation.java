package dev.vesper.execution.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The most that may be traded beside a market.
 *
 * @param rate share of the market's volume, above 0 and at most 1
 * @param lotSize units of one lot
 * @param volume units that the market trades in each slice
 */
@SuppressWarnings("ArrayRecordComponent") // one is made for each order; nobody compares them
public record Participation(BigDecimal rate, BigDecimal lotSize, long[] volume) {
    public Participation {
        if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "Expected a share of the volume above 0 and at most 1, but got " + rate.toPlainString());
        }
    }

    /** Lots that may be done by the end of each slice, rounded down. */
    long[] most() {
        long[] most = new long[volume.length];
        BigDecimal traded = BigDecimal.ZERO;
        for (int i = 0; i < volume.length; i++) {
            traded = traded.add(BigDecimal.valueOf(volume[i]));
            most[i] = rate.multiply(traded)
                    .divide(lotSize, 0, RoundingMode.DOWN)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                    .longValueExact();
        }
        return most;
    }
}
