package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import dev.vesper.rebalance.BookLine;
import java.util.List;
import java.util.Random;

/** Brings one line to its target: the whole number of lots just below or just above it. */
record TargetMoves() implements LineMoves {
    @Override
    public List<Change> propose(TradePlan plan, Random random) {
        TradeLine line = LineMoves.anyLine(plan, random);
        BookLine book = line.line();
        long below = Math.floorDiv(book.targetValue() - book.heldValue(), book.lotValue());
        return List.of(LineMoves.to(line, below + random.nextInt(2)));
    }
}
