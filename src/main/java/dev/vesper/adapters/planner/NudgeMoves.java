package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/** Changes one line by a few lots. */
public final class NudgeMoves extends LineMoves {
    private int mostLots = 3;

    public void setMostLots(int mostLots) {
        this.mostLots = mostLots;
    }

    @Override
    protected List<Change> propose(TradePlan plan, Random random) {
        long lots = 1L + random.nextInt(mostLots);
        return List.of(by(anyLine(plan, random), random.nextBoolean() ? lots : -lots));
    }
}
