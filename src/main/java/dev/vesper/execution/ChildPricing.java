package dev.vesper.execution;

import dev.vesper.market.Tape;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The limit price of a child order. */
public final class ChildPricing {
    /** How far beyond the last trade a child may go, in basis points of it; at least one tick. */
    public static final BigDecimal LIMIT_OFFSET_BPS = BigDecimal.valueOf(5);

    private ChildPricing() {}

    /**
     * The last price of the tape (the decision price where nothing traded), plus 5 bps for a buy, minus 5 bps for a sell,
     * rounded towards the aggressive side to a whole tick, at least one tick away. Example: last 182.50, tick 0.01, buy:
     * 182.50 + 0.09125 gives 182.60.
     *
     * @param tape of the parent's symbol
     * @param nowMillis market time; nothing later is looked at
     */
    public static BigDecimal limit(ParentOrder parent, Optional<Tape> tape, long nowMillis) {
        BigDecimal tick = parent.tickSize();
        int trade = tape.map(t -> t.countUntil(nowMillis) - 1).orElse(-1);
        BigDecimal last =
                trade < 0 ? parent.decisionPrice() : tape.orElseThrow().price(trade);
        BigDecimal offset = last.multiply(LIMIT_OFFSET_BPS).movePointLeft(4).max(tick);
        boolean buy = parent.side() == Side.BUY;
        BigDecimal ticks = (buy ? last.add(offset) : last.subtract(offset))
                .divide(tick, 0, buy ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return ticks.max(BigDecimal.ONE).multiply(tick);
    }
}
