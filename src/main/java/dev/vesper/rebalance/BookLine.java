package dev.vesper.rebalance;

import java.math.BigDecimal;

/**
 * One instrument of an account, in whole numbers: how its value, cash, cost and tax change when so many trading lots
 * are bought (positive) or sold (negative). All amounts are {@link Micros}.
 *
 * <p>Example: 350 units held at 20.00 with lots of 100 and a cost of 10 bps: heldValue 7,000.00, lotValue 2,000.00,
 * buyCash 2,002.00, sellCash 1,998.00, mostSell 3 (50 units stay).
 *
 * @param heldValue value held before trading; negative for a short position
 * @param lotValue value of one trading lot, rounded up; greater than zero
 * @param buyCash cash a bought lot takes, cost included, rounded up
 * @param sellCash cash a sold lot brings, cost deducted, rounded down
 * @param targetValue value the target wants here
 * @param leastTrade smallest trade in lots that reaches the minimum trade notional, 1 or more
 * @param mostSell lots that may be sold before the position would go short (or below minus the account's value where
 *     short positions are allowed), or that the rules allow where that is less
 * @param mostBuy lots beyond which buying cannot bring the position nearer to its target, or the rules do not let it
 * @param allowedBuy lots that the rules allow to buy, {@link LotBook#WITHOUT_END} where none of them says so
 */
public record BookLine(
        String symbol,
        BigDecimal lotSize,
        BigDecimal price,
        long heldValue,
        long lotValue,
        long buyCash,
        long sellCash,
        long targetValue,
        long leastTrade,
        long mostSell,
        long mostBuy,
        long allowedBuy,
        TaxLadder ladder) {

    /** Whether any trade at all is admissible. */
    public boolean tradable() {
        return mostSell >= leastTrade || mostBuy >= leastTrade;
    }

    public long valueAfter(long lots) {
        return heldValue + lots * lotValue;
    }

    /** How far the position ends from its target, without sign. */
    public long deviation(long lots) {
        return Math.abs(valueAfter(lots) - targetValue);
    }

    /** Traded value, without sign. */
    public long notional(long lots) {
        return Math.abs(lots) * lotValue;
    }

    /** Change of cash, cost included. */
    public long cashFlow(long lots) {
        return lots >= 0 ? -lots * buyCash : -lots * sellCash;
    }

    /** Cash that a purchase takes, cost included; a sale takes none. */
    public long bought(long lots) {
        return Math.max(0, lots) * buyCash;
    }

    /** Expected trading cost. */
    public long cost(long lots) {
        return lots >= 0 ? lots * (buyCash - lotValue) : -lots * (lotValue - sellCash);
    }

    public long tax(long lots) {
        return ladder.taxMicros(-lots);
    }

    /** How much a trade misses the minimum by; a trade is zero or at least that. */
    public long belowMinimum(long lots) {
        long size = Math.abs(lots);
        return size == 0 || size >= leastTrade ? 0 : (leastTrade - size) * lotValue;
    }

    /** Value sold beyond what may be sold. */
    public long oversold(long lots) {
        return Math.max(0, -lots - mostSell) * lotValue;
    }

    /** Value bought beyond what the rules allow. */
    public long overbought(long lots) {
        return lots <= allowedBuy ? 0 : (lots - allowedBuy) * lotValue;
    }

    /**
     * The admissible trade that a wish comes to: kept within what may be bought and sold, and a trade below the minimum
     * becomes none or the minimum, whichever is nearer (none on a tie).
     */
    public long admissible(long lots) {
        long wish = Math.clamp(lots, -mostSell, mostBuy);
        long size = Math.abs(wish);
        if (size == 0 || size >= leastTrade) {
            return wish;
        }
        long most = wish > 0 ? mostBuy : mostSell;
        return 2 * size > leastTrade && leastTrade <= most ? Long.signum(wish) * leastTrade : 0;
    }
}
