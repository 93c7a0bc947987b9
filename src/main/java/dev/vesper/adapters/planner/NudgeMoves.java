package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/** Changes one line by a few lots, {@code mostLots} at most. */
record NudgeMoves(int mostLots) implements LineMoves {
    @Override
    public List<Change> propose(TradePlan plan, Random random) {
        long lots = 1L + random.nextInt(mostLots);
        return List.of(LineMoves.by(LineMoves.anyLine(plan, random), random.nextBoolean() ? lots : -lots));
    }
}
