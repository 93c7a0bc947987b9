package dev.vesper.market.ticks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What those who took paid on a day, and what those who gave kept. With s = +1 where a buyer took and -1 where a seller did, m the
 * mid before the trade and m' the mid some time later, a trade at p has the effective spread 2s(p - m), the realised spread
 * 2s(p - m') and the impact 2s(m' - m): effective = realised + impact, exactly, because only trades count that have both mids.
 *
 * <p>Who took is not recorded. It is inferred by Lee and Ready (Inferring trade direction from intraday data, Journal of Finance
 * 46, 1991): above the mid a buyer, below it a seller, at it by the last other price (a rise is a buyer's). The quote is the last
 * one strictly before the trade's millisecond, without their delay of five seconds, which was one of reporting (Holden and
 * Jacobsen, Liquidity measurement problems in fast, competitive markets, Journal of Finance 69, 2014).
 *
 * @param trades how many count
 * @param volume their units
 * @param boughtVolume units of those a buyer took
 * @param byTick how many were at the mid and inferred by the last other price
 * @param twiceMidUnitsE4 the sum over trades of bid plus ask times units, times 10,000
 * @param effectiveUnitsE4 the sum over trades of spread times units, times 10,000
 * @param realisedUnitsE4 the same
 * @param left trades that do not count, by reason; a reason without any is absent
 */
public record TradeSpreads(
        int trades,
        long volume,
        long boughtVolume,
        int byTick,
        BigDecimal twiceMidUnitsE4,
        BigDecimal effectiveUnitsE4,
        BigDecimal realisedUnitsE4,
        Map<Left, Integer> left) {

    /** Why a trade does not count. */
    public enum Left {
        /** Its recorder doubts it. */
        SUSPICIOUS,
        /** Its conditions say that it was not made against the quotes: see {@link TradeCondition}. */
        CONDITION,
        /** The quotes before it were locked. */
        LOCKED,
        /** The quotes before it were crossed. */
        CROSSED,
        /** The quotes before it were of a halt or missing. */
        NO_QUOTE,
        /** It was at the mid, and nothing before it had another price. */
        NO_SIDE,
        /** There is no open quote later, or later is after the close. */
        NO_LATER_QUOTE
    }

    public TradeSpreads {
        left = Map.copyOf(left);
    }

    /**
     * Of the trades in a session.
     *
     * @param horizonMillis how much later the later mid is
     */
    public static TradeSpreads of(Trades trades, BestQuotes quotes, Span session, long horizonMillis) {
        return new Count(trades, quotes, session, horizonMillis).all();
    }

    /** One pass over a day; the quotes are walked beside the trades. */
    private static final class Count {
        private final Trades trades;
        private final BestQuotes quotes;
        private final Span session;
        private final long horizonMillis;
        private final Map<Left, Integer> left = new EnumMap<>(Left.class);
        private int count;
        private long volume;
        private long bought;
        private int byTick;
        private BigDecimal twiceMid = BigDecimal.ZERO;
        private BigDecimal effective = BigDecimal.ZERO;
        private BigDecimal realised = BigDecimal.ZERO;
        private long lastE4;
        private int tick;

        Count(Trades trades, BestQuotes quotes, Span session, long horizonMillis) {
            this.trades = trades;
            this.quotes = quotes;
            this.session = session;
            this.horizonMillis = horizonMillis;
        }

        TradeSpreads all() {
            int end = session.end(trades.millis());
            for (int row = session.first(trades.millis()); row < end; row++) {
                if (trades.suspicious()[row] != 0) {
                    leave(Left.SUSPICIOUS);
                } else if (!TradeCondition.atTheQuotes(trades.conditions()[row])) {
                    leave(Left.CONDITION);
                } else {
                    long price = trades.pricesE4()[row];
                    tick = lastE4 == 0 || price == lastE4 ? tick : Long.signum(price - lastE4);
                    lastE4 = price;
                    take(row);
                }
            }
            return new TradeSpreads(count, volume, bought, byTick, twiceMid, effective, realised, left);
        }

        private void take(int row) {
            long millis = trades.millis()[row];
            int now = quotes.before(millis);
            if (!quotes.open(now)) {
                leave(
                        switch (quotes.state(now)) {
                            case LOCKED -> Left.LOCKED;
                            case CROSSED -> Left.CROSSED;
                            case ONE_SIDED, HALTED, OPEN -> Left.NO_QUOTE;
                        });
                return;
            }
            long size = trades.sizes()[row];
            long twicePrice = 2 * trades.pricesE4()[row];
            int side = Long.signum(twicePrice - quotes.twiceMidE4(now));
            boolean atMid = side == 0;
            side = atMid ? tick : side;
            if (side == 0) {
                leave(Left.NO_SIDE);
                return;
            }
            int later = quotes.at(millis + horizonMillis);
            if (millis + horizonMillis >= session.untilMillis() || !quotes.open(later)) {
                leave(Left.NO_LATER_QUOTE);
                return;
            }
            count++;
            volume = Math.addExact(volume, size);
            bought += side > 0 ? size : 0;
            byTick += atMid ? 1 : 0;
            twiceMid = twiceMid.add(product(quotes.twiceMidE4(now), size));
            effective = effective.add(product(side * (twicePrice - quotes.twiceMidE4(now)), size));
            realised = realised.add(product(side * (twicePrice - quotes.twiceMidE4(later)), size));
        }

        private void leave(Left reason) {
            left.merge(reason, 1, Integer::sum);
        }

        private static BigDecimal product(long priceE4, long size) {
            return BigDecimal.valueOf(Math.multiplyExact(priceE4, size));
        }
    }

    /** How many trades a reason left out. */
    public int left(Left reason) {
        return left.getOrDefault(reason, 0);
    }

    public BigDecimal impactUnitsE4() {
        return effectiveUnitsE4.subtract(realisedUnitsE4);
    }

    /** A sum of spreads as an average weighted by units, in currency units; empty where no trade counts. */
    public Optional<BigDecimal> average(BigDecimal unitsE4) {
        return volume == 0
                ? Optional.empty()
                : Optional.of(unitsE4.movePointLeft(4).divide(BigDecimal.valueOf(volume), MathContext.DECIMAL64));
    }

    /** A sum of spreads in basis points of the mids before the trades. */
    public Optional<BigDecimal> bps(BigDecimal unitsE4) {
        return twiceMidUnitsE4.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        unitsE4.multiply(BigDecimal.valueOf(20_000)).divide(twiceMidUnitsE4, MathContext.DECIMAL64));
    }
}
