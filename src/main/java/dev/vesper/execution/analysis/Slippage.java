package dev.vesper.execution.analysis;

import java.math.BigDecimal;

/**
 * What was paid beyond a benchmark price.
 *
 * @param money s times units times (price - benchmark), positive where it cost
 * @param base units times benchmark
 */
public record Slippage(BigDecimal money, BigDecimal base) {
    public static final Slippage NONE = new Slippage(BigDecimal.ZERO, BigDecimal.ZERO);

    Slippage plus(Slippage other) {
        return new Slippage(money.add(other.money), base.add(other.base));
    }
}
