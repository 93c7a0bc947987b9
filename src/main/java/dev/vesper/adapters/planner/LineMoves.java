package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/** A kind of move that picks its lines at random; each kind says only what it changes. */
interface LineMoves {
    /** The changes of one random move, of a plan that has lines to trade. */
    List<Change> propose(TradePlan plan, Random random);

    static TradeLine anyLine(TradePlan plan, Random random) {
        List<Integer> tradable = plan.tradable();
        return plan.getLines().get(tradable.get(random.nextInt(tradable.size())));
    }

    /** The change to the admissible number nearest to so many lots. */
    static Change to(TradeLine line, long lots) {
        return new Change(line, line.line().admissible(lots));
    }

    /**
     * The change by so many lots. Where that lands below the minimum trade, it goes on in the same direction: from a
     * trade to none, and from none to the smallest trade.
     */
    static Change by(TradeLine line, long lots) {
        long wish = line.getLots() + lots;
        if (line.line().belowMinimum(wish) > 0) {
            boolean away = wish > 0 == lots > 0;
            return to(line, away ? Long.signum(wish) * line.line().leastTrade() : 0);
        }
        return to(line, wish);
    }
}
