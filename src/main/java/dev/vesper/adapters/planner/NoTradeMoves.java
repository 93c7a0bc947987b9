package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.List;
import java.util.Random;

/** Leaves one line alone, and gives the turnover that frees to another: that one goes to its target. */
record NoTradeMoves(TargetMoves targets) implements LineMoves {
    @Override
    public List<Change> propose(TradePlan plan, Random random) {
        Change none = LineMoves.to(LineMoves.anyLine(plan, random), 0);
        Change other = targets.propose(plan, random).getFirst();
        return none.line().getIndex() == other.line().getIndex() ? List.of(none) : List.of(none, other);
    }
}
