package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/**
 * Moves money between two lines: some lots less of one, about the same value more of the other, so that cash hardly
 * changes. One in four goes the same way in both, which turnover may want: sell less here to buy more there.
 */
public final class ShiftMoves extends LineMoves {
    private int mostLots = 3;

    public void setMostLots(int mostLots) {
        this.mostLots = mostLots;
    }

    @Override
    protected List<Change> propose(TradePlan plan, Random random) {
        TradeLine one = anyLine(plan, random);
        TradeLine other = anyLine(plan, random);
        long sign = random.nextBoolean() ? 1 : -1;
        Change first = by(one, sign * (1L + random.nextInt(mostLots)));
        if (one.getIndex() == other.getIndex()) {
            return List.of(first);
        }
        long value = Math.abs(first.lots() - one.getLots()) * one.line().lotValue();
        long lots = Math.max(1, value / other.line().lotValue() + random.nextInt(2));
        boolean sameWay = random.nextInt(4) == 0;
        return List.of(first, by(other, sameWay ? sign * lots : -sign * lots));
    }
}
