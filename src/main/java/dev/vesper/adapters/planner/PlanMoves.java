package dev.vesper.adapters.planner;

import java.util.Iterator;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.domain.variable.descriptor.VariableDescriptor;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.optaplanner.core.impl.score.director.InnerScoreDirector;

/**
 * The moves of the search: for each, one kind is drawn, as often as its weight says, and the kind draws the lines. With
 * weights of 3, 5, 1 and 1, half of the moves shift money between two lines.
 *
 * <p>A union of selectors in solver.xml would draw the same moves from the same seed, but it sorts its kinds anew for every
 * move, which takes a fifth of the search.
 */
public final class PlanMoves implements MoveIteratorFactory<TradePlan, LotsMove> {
    private int mostLots = 3;
    private int nudgeWeight = 3;
    private int shiftWeight = 5;
    private int targetWeight = 1;
    private int noTradeWeight = 1;

    /** The most lots by which a nudge or a shift changes its line, 1 or more. */
    public void setMostLots(int mostLots) {
        if (mostLots < 1) {
            throw new IllegalArgumentException("Expected mostLots of 1 or more, but got " + mostLots);
        }
        this.mostLots = mostLots;
    }

    /** How often one line changes by a few lots. */
    public void setNudgeWeight(int weight) {
        nudgeWeight = weight("nudgeWeight", weight);
    }

    /** How often money goes from one line to another. */
    public void setShiftWeight(int weight) {
        shiftWeight = weight("shiftWeight", weight);
    }

    /** How often one line goes to its target. */
    public void setTargetWeight(int weight) {
        targetWeight = weight("targetWeight", weight);
    }

    /** How often one line is left alone and another goes to its target. */
    public void setNoTradeWeight(int weight) {
        noTradeWeight = weight("noTradeWeight", weight);
    }

    private static int weight(String name, int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("Expected a " + name + " of 0 or more, but got " + weight);
        }
        return weight;
    }

    @Override
    public long getSize(ScoreDirector<TradePlan> director) {
        return director.getWorkingSolution().tradable().size();
    }

    @Override
    public Iterator<LotsMove> createOriginalMoveIterator(ScoreDirector<TradePlan> director) {
        throw new UnsupportedOperationException("Expected selectionOrder RANDOM, the only one of these moves");
    }

    @Override
    public Iterator<LotsMove> createRandomMoveIterator(ScoreDirector<TradePlan> director, Random random) {
        return new Drawn(
                director.getWorkingSolution(), LotsMove.variable((InnerScoreDirector<TradePlan, ?>) director), random);
    }

    private final class Drawn implements Iterator<LotsMove> {
        private final TradePlan plan;
        private final VariableDescriptor<TradePlan> lots;
        private final Random random;
        private final LineMoves nudge = new NudgeMoves(mostLots);
        private final LineMoves shift = new ShiftMoves(mostLots);
        private final TargetMoves target = new TargetMoves();
        private final LineMoves noTrade = new NoTradeMoves(target);

        Drawn(TradePlan plan, VariableDescriptor<TradePlan> lots, Random random) {
            this.plan = plan;
            this.lots = lots;
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            return !plan.tradable().isEmpty() && total() > 0;
        }

        private int total() {
            return nudgeWeight + shiftWeight + targetWeight + noTradeWeight;
        }

        @Override
        public LotsMove next() {
            return new LotsMove(kind(random.nextDouble() * total()).propose(plan, random), lots);
        }

        private LineMoves kind(double drawn) {
            if (drawn < nudgeWeight) {
                return nudge;
            }
            if (drawn < nudgeWeight + shiftWeight) {
                return shift;
            }
            return drawn < nudgeWeight + shiftWeight + targetWeight ? target : noTrade;
        }
    }
}
