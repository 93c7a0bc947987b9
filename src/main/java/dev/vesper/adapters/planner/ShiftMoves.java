package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/**
 * Moves money between two lines: some lots less of one, about the same value more of the other, so that cash hardly
 * changes.
 */
public final class ShiftMoves extends LineMoves {
    private int mostLots = 3;

    public void setMostLots(int mostLots) {
        this.mostLots = mostLots;
    }

    @Override
    protected List<Change> propose(TradePlan plan, Random random) {
        TradeLine from = anyLine(plan, random);
        TradeLine into = anyLine(plan, random);
        Change less = by(from, -1L - random.nextInt(mostLots));
        if (from.getIndex() == into.getIndex()) {
            return List.of(less);
        }
        long value = (from.getLots() - less.lots()) * from.line().lotValue();
        long lots = Math.max(1, value / into.line().lotValue() + random.nextInt(2));
        return List.of(less, by(into, lots));
    }
}
