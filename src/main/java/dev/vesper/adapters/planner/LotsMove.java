package dev.vesper.adapters.planner;

import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some lines, one or two, new numbers of lots. */
public final class LotsMove extends AbstractMove<TradePlan> {
    private final List<Change> changes;

    LotsMove(List<Change> changes) {
        this.changes = changes;
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
        return new LotsMove(List.of(back));
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<TradePlan> director) {
        for (Change change : changes) {
            director.beforeVariableChanged(change.line, "lots");
            change.line.setLots(change.lots);
            director.afterVariableChanged(change.line, "lots");
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
