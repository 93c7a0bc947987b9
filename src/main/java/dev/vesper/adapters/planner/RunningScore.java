package dev.vesper.adapters.planner;

import dev.vesper.rebalance.constraint.Level;
import dev.vesper.rebalance.constraint.Scoring;
import dev.vesper.rebalance.constraint.Scoring.Weighted;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The score kept as a running number for each constraint: a changed line is taken out as it was and put back as it is, so a
 * move costs the same for 20 lines as for 2,000. {@link Scoring#score} is its clear twin.
 */
@NullUnmarked // OptaPlanner makes it by its empty constructor and hands over the plan afterwards
public class RunningScore implements IncrementalScoreCalculator<TradePlan, HardSoftLongScore> {
    private RunningConstraints running;
    private long[] hardWeights;
    private long[] softWeights;
    private long before;

    @Override
    public void resetWorkingSolution(TradePlan plan) {
        List<Weighted> constraints = plan.scoring().constraints();
        running = new RunningConstraints(constraints.stream()
                .map(part -> part.constraint().open(plan.book()))
                .toList());
        hardWeights = running.weights();
        softWeights = running.weights();
        for (int i = 0; i < constraints.size(); i++) {
            Weighted part = constraints.get(i);
            (part.constraint().level() == Level.HARD ? hardWeights : softWeights)[i] = part.weight();
        }
        for (TradeLine line : plan.getLines()) {
            change(line.getIndex(), 0, line.getLots());
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        before = ((TradeLine) entity).getLots();
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        TradeLine line = (TradeLine) entity;
        change(line.getIndex(), before, line.getLots());
    }

    private void change(int line, long from, long to) {
        if (from != to) {
            running.change(line, from, to);
        }
    }

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(-running.sum(hardWeights), -running.sum(softWeights));
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        TradeLine line = (TradeLine) entity;
        change(line.getIndex(), 0, line.getLots());
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        TradeLine line = (TradeLine) entity;
        change(line.getIndex(), line.getLots(), 0);
    }

    @Override
    public void afterEntityRemoved(Object entity) {}
}
