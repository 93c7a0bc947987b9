package dev.vesper.adapters.planner;

import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.domain.variable.descriptor.VariableDescriptor;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import org.optaplanner.core.impl.score.director.InnerScoreDirector;

/**
 * Gives some lines, one or two, new numbers of lots.
 *
 * <p>The variable is handed over once for many moves, because the solver looks one up by its name for every change, which
 * takes a sixth of the search.
 */
public final class LotsMove extends AbstractMove<TradePlan> {
    private final List<Change> changes;
    private final VariableDescriptor<TradePlan> lots;

    LotsMove(List<Change> changes, VariableDescriptor<TradePlan> lots) {
        this.changes = changes;
        this.lots = lots;
    }

    /** What the solver knows of {@link TradeLine#getLots}. */
    static VariableDescriptor<TradePlan> variable(InnerScoreDirector<TradePlan, ?> director) {
        return director.getSolutionDescriptor()
                .findEntityDescriptorOrFail(TradeLine.class)
                .getVariableDescriptor("lots");
    }

    /** One line's new number of lots. */
    record Change(TradeLine line, long lots) {}

    @Override
    public boolean isMoveDoable(ScoreDirector<TradePlan> director) {
        for (Change change : changes) {
            if (change.line.getLots() != change.lots) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected LotsMove createUndoMove(ScoreDirector<TradePlan> director) {
        // made for every move that is tried, so no stream
        Change[] back = new Change[changes.size()];
        for (int i = 0; i < back.length; i++) {
            TradeLine line = changes.get(i).line;
            back[i] = new Change(line, line.getLots());
        }
        return new LotsMove(List.of(back), lots);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<TradePlan> director) {
        InnerScoreDirector<TradePlan, ?> solver = (InnerScoreDirector<TradePlan, ?>) director;
        for (Change change : changes) {
            solver.beforeVariableChanged(lots, change.line);
            change.line.setLots(change.lots);
            solver.afterVariableChanged(lots, change.line);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Change change : changes) {
            text.append(change.line.line().symbol())
                    .append(' ')
                    .append(change.line.getLots())
                    .append(" -> ")
                    .append(change.lots)
                    .append("  ");
        }
        return text.toString().strip();
    }
}
