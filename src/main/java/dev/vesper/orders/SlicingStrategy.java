package dev.vesper.orders;

import java.util.Arrays;
import java.util.List;

/** How an order is spread over the day. */
public enum SlicingStrategy {
    /** Time-weighted average price: the same in each slice of time, but never more than its share of the market. */
    TWAP,
    /** Volume-weighted average price: as the market's volume usually falls, but never more than its share of the market. */
    VWAP,
    /** Implementation shortfall: the more the earlier, by an urgency, but never more than its share of the market. */
    IS,
    /** Percentage of volume: its share of what the market trades. */
    POV;

    /** As {@code firm.yaml} writes them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
