package dev.vesper.market.ticks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The best ask less the best bid through a part of a day, each for as long as it stood. Time in which they were locked, crossed,
 * halted or one of them missing is told and left out.
 *
 * @param millis how long each state stood; a state that never stood is absent
 * @param spreadMillisE4 spread times 10,000 times milliseconds, of open quotes
 * @param twiceMidMillisE4 bid plus ask, the same way
 */
public record QuotedSpread(Map<QuoteState, Long> millis, BigDecimal spreadMillisE4, BigDecimal twiceMidMillisE4) {
    public QuotedSpread {
        millis = Map.copyOf(millis);
    }

    public static QuotedSpread of(BestQuotes quotes, Span span) {
        Map<QuoteState, Long> millis = new EnumMap<>(QuoteState.class);
        BigDecimal spread = BigDecimal.ZERO;
        BigDecimal twiceMid = BigDecimal.ZERO;
        long from = span.fromMillis();
        for (int moment = quotes.at(from); from < span.untilMillis(); moment++) {
            long until = moment + 1 < quotes.count()
                    ? Math.min(quotes.millis(moment + 1), span.untilMillis())
                    : span.untilMillis();
            long stood = until - from;
            millis.merge(quotes.state(moment), stood, Long::sum);
            if (quotes.open(moment)) {
                spread = spread.add(product(quotes.askE4(moment) - quotes.bidE4(moment), stood));
                twiceMid = twiceMid.add(product(quotes.twiceMidE4(moment), stood));
            }
            from = until;
        }
        return new QuotedSpread(millis, spread, twiceMid);
    }

    private static BigDecimal product(long priceE4, long millis) {
        return BigDecimal.valueOf(Math.multiplyExact(priceE4, millis));
    }

    /** How long a state stood. */
    public long millis(QuoteState state) {
        return millis.getOrDefault(state, 0L);
    }

    /** The average spread, in currency units; empty where the quotes were never open. */
    public Optional<BigDecimal> average() {
        return mean(spreadMillisE4, 4);
    }

    /** The average mid, weighted by time (TWAP), in currency units. */
    public Optional<BigDecimal> averageMid() {
        return mean(twiceMidMillisE4.divide(BigDecimal.TWO), 4);
    }

    /** The average spread in basis points of the average mid. */
    public Optional<BigDecimal> averageBps() {
        return twiceMidMillisE4.signum() == 0
                ? Optional.empty()
                : Optional.of(spreadMillisE4
                        .multiply(BigDecimal.valueOf(20_000))
                        .divide(twiceMidMillisE4, MathContext.DECIMAL64));
    }

    private Optional<BigDecimal> mean(BigDecimal sum, int places) {
        long open = millis(QuoteState.OPEN);
        return open == 0
                ? Optional.empty()
                : Optional.of(sum.movePointLeft(places).divide(BigDecimal.valueOf(open), MathContext.DECIMAL64));
    }
}
