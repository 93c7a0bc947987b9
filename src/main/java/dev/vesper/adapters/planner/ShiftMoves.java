package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/**
 * Moves money between two lines: some lots less of one, {@code mostLots} at most, about the same value more of the other, so
 * that cash hardly changes. One in four goes the same way in both, which turnover may want: sell less here to buy more there.
 */
record ShiftMoves(int mostLots) implements LineMoves {
    @Override
    public List<Change> propose(TradePlan plan, Random random) {
        TradeLine one = LineMoves.anyLine(plan, random);
        TradeLine other = LineMoves.anyLine(plan, random);
        long sign = random.nextBoolean() ? 1 : -1;
        Change first = LineMoves.by(one, sign * (1L + random.nextInt(mostLots)));
        if (one.getIndex() == other.getIndex()) {
            return List.of(first);
        }
        long value = Math.abs(first.lots() - one.getLots()) * one.line().lotValue();
        long lots = Math.max(1, value / other.line().lotValue() + random.nextInt(2));
        boolean sameWay = random.nextInt(4) == 0;
        return List.of(first, LineMoves.by(other, sameWay ? sign * lots : -sign * lots));
    }
}
