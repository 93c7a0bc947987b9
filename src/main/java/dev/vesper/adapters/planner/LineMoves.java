package dev.vesper.adapters.planner;

import dev.vesper.adapters.planner.LotsMove.Change;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** A kind of move that picks its lines at random; each kind says only what it changes. */
public abstract class LineMoves implements MoveIteratorFactory<TradePlan, LotsMove> {
    /** The changes of one random move. */
    protected abstract List<Change> propose(TradePlan plan, Random random);

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
        TradePlan plan = director.getWorkingSolution();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !plan.tradable().isEmpty();
            }

            @Override
            public LotsMove next() {
                return new LotsMove(propose(plan, random));
            }
        };
    }

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
