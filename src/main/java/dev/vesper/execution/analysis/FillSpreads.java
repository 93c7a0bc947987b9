package dev.vesper.execution.analysis;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What fills paid of the spread, in money: of each at p, with s = +1 for a buy and -1 for a sell, m the mid before it and m' the
 * mid at the horizon, effective 2s(p - m) and realised 2s(p - m'), times its units. Only fills with both mids count, so effective
 * = realised + impact, exactly.
 *
 * @param fills how many count
 * @param without how many do not: no open quotes before them or at the horizon
 * @param atMid units times mid of those that count, what they are measured by
 */
public record FillSpreads(int fills, int without, BigDecimal atMid, BigDecimal effective, BigDecimal realised) {
    public static final FillSpreads NONE = new FillSpreads(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static FillSpreads of(Side side, List<WorkedFill> fills, MarketDay market) {
        BigDecimal twice = BigDecimal.valueOf(2L * side.sign());
        FillSpreads sum = NONE;
        for (WorkedFill fill : fills) {
            Optional<BigDecimal> before = market.midBefore(fill.millis());
            Optional<BigDecimal> after = market.midAfter(fill.millis());
            if (before.isEmpty() || after.isEmpty()) {
                sum = sum.plus(new FillSpreads(0, 1, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            } else {
                BigDecimal units = fill.quantity().multiply(twice);
                sum = sum.plus(new FillSpreads(
                        1,
                        0,
                        fill.quantity().multiply(before.get()),
                        units.multiply(fill.price().subtract(before.get())),
                        units.multiply(fill.price().subtract(after.get()))));
            }
        }
        return sum;
    }

    FillSpreads plus(FillSpreads other) {
        return new FillSpreads(
                fills + other.fills,
                without + other.without,
                atMid.add(other.atMid),
                effective.add(other.effective),
                realised.add(other.realised));
    }

    public BigDecimal impact() {
        return effective.subtract(realised);
    }
}
