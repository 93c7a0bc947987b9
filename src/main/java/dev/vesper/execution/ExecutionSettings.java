package dev.vesper.execution;

import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * How parent orders are worked through the day.
 *
 * @param strategy how parents are spread over the day
 * @param curves what shapes VWAP and implementation shortfall
 * @param open no order is worked earlier, local time of the exchange; midnight leaves it to the exchange
 * @param close no order is worked later; 23:59 leaves it to the exchange
 * @param sliceMinutes length of one time slice
 * @param participationRate largest share of the market's volume an order may be, 0 to 1; POV aims at it, TWAP never goes
 *     over it
 * @param minimumChildNotional smallest child worth sending, in currency units: an order too small for every slice is
 *     spread over fewer
 * @param midpointShare share of each slice that is first tried at the midpoint venue, 0 to 1
 * @param litFeeBps fee of the lit venue, basis points of notional
 * @param midpointFeeBps fee of the midpoint venue, basis points of notional
 * @param breakers when a venue gets no more orders by itself
 * @param pace whether market time goes by the clock
 */
public record ExecutionSettings(
        SlicingStrategy strategy,
        CurveSettings curves,
        LocalTime open,
        LocalTime close,
        int sliceMinutes,
        double participationRate,
        BigDecimal minimumChildNotional,
        double midpointShare,
        double litFeeBps,
        double midpointFeeBps,
        BreakerLimits breakers,
        Pace pace) {
    /** Where market time goes as fast as the venues answer. */
    public ExecutionSettings(
            SlicingStrategy strategy,
            CurveSettings curves,
            LocalTime open,
            LocalTime close,
            int sliceMinutes,
            double participationRate,
            BigDecimal minimumChildNotional,
            double midpointShare,
            double litFeeBps,
            double midpointFeeBps,
            BreakerLimits breakers) {
        this(
                strategy,
                curves,
                open,
                close,
                sliceMinutes,
                participationRate,
                minimumChildNotional,
                midpointShare,
                litFeeBps,
                midpointFeeBps,
                breakers,
                Pace.FAST);
    }
}
