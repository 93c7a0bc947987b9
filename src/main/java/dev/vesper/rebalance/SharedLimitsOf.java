package dev.vesper.rebalance;

import dev.vesper.limits.bounds.SharedBound;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bounds that several orders share, in the whole numbers of a book. What no admissible trades could break is left out. */
final class SharedLimitsOf {
    private SharedLimitsOf() {}

    /** @param spare cash that may be spent without a sale, negative where some must be raised */
    static List<SharedLimit> book(RebalanceProblem problem, List<BookLine> lines, long spare, int shift) {
        List<SharedLimit> limits = new ArrayList<>();
        for (SharedBound bound : problem.bounds().shared()) {
            Map<String, SharedBound.Part> bought = new HashMap<>();
            Map<String, SharedBound.Part> sold = new HashMap<>();
            bound.parts().forEach(part -> (part.side() == Side.BUY ? bought : sold).put(part.symbol(), part));
            List<SharedLimit.Part> parts = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                BookLine line = lines.get(i);
                SharedBound.Part buy = bought.get(line.symbol());
                SharedBound.Part sell = sold.get(line.symbol());
                if (buy != null && sell != null) {
                    parts.add(part(i, line, buy, sell, shift));
                }
            }
            SharedLimit limit = new SharedLimit(
                    bound.subject(),
                    Micros.down(bound.most().movePointLeft(shift)),
                    Micros.up(bound.used().movePointLeft(shift)),
                    parts);
            if (mostUse(limit, lines, spare) > limit.most()) {
                limits.add(limit);
            }
        }
        return limits;
    }

    private static SharedLimit.Part part(
            int index, BookLine line, SharedBound.Part buy, SharedBound.Part sell, int shift) {
        BigDecimal lot =
                buy.perUnit().max(sell.perUnit()).multiply(line.lotSize()).movePointLeft(shift);
        BigDecimal freed =
                buy.perUnit().min(sell.perUnit()).multiply(line.lotSize()).movePointLeft(shift);
        return new SharedLimit.Part(
                index,
                Micros.up(lot),
                buy.frees() && sell.frees() ? Micros.down(freed) : 0,
                free(buy, line),
                free(sell, line));
    }

    private static long free(SharedBound.Part part, BookLine line) {
        return part.spared().divideToIntegralValue(line.lotSize()).longValue();
    }

    /**
     * What is used where each line trades whichever of its ends uses most; of all lines together, where a sale only frees, no
     * more than the cash can buy beside what sales pay for.
     */
    private static long mostUse(SharedLimit limit, List<BookLine> lines, long spare) {
        long use = limit.used();
        boolean paid = limit.parts().size() == lines.size();
        for (SharedLimit.Part part : limit.parts()) {
            BookLine line = lines.get(part.line());
            paid &= part.boughtFree() == 0
                    && line.mostSell() <= part.soldFree()
                    && part.up() <= line.buyCash()
                    && part.down() >= line.sellCash();
            use += Math.max(0, Math.max(part.use(line.mostBuy()), part.use(-line.mostSell())));
        }
        return paid ? Math.min(use, limit.used() + Math.max(0, spare)) : use;
    }
}
