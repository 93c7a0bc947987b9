package dev.vesper.adapters.planner;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.PlanScore;
import dev.vesper.rebalance.PlanScorer;
import dev.vesper.rebalance.ScoreWeights;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The score kept as seven running sums: a changed line is taken out as it was and put back as it is, so a move costs
 * the same for 20 lines as for 500. {@link PlanScorer} is its clear twin.
 *
 * <p>The setters are how OptaPlanner hands over the {@code incrementalScoreCalculatorCustomProperties} of solver.xml.
 */
@NullUnmarked // OptaPlanner makes it by its empty constructor and hands over the plan afterwards
public class RunningScore implements IncrementalScoreCalculator<TradePlan, HardSoftLongScore> {
    private final Map<String, String> properties = new TreeMap<>();
    private ScoreWeights weights = ScoreWeights.DEFAULT;
    private LotBook book;
    private long cash;
    private long traded;
    private long belowMinimum;
    private long oversold;
    private long deviation;
    private long cost;
    private long tax;

    public void setDeviationWeight(String text) {
        set("deviationWeight", text);
    }

    public void setCostWeight(String text) {
        set("costWeight", text);
    }

    public void setTaxWeight(String text) {
        set("taxWeight", text);
    }

    public void setShortTermTaxBps(String text) {
        set("shortTermTaxBps", text);
    }

    public void setLongTermTaxBps(String text) {
        set("longTermTaxBps", text);
    }

    private void set(String name, String text) {
        properties.put(name, text);
        weights = ScoreWeights.of(properties);
    }

    @Override
    public void resetWorkingSolution(TradePlan plan) {
        book = plan.book();
        cash = book.cash();
        traded = 0;
        belowMinimum = 0;
        oversold = 0;
        deviation = 0;
        cost = 0;
        tax = 0;
        for (TradeLine line : plan.getLines()) {
            count(line, 1);
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        count((TradeLine) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        count((TradeLine) entity, 1);
    }

    private void count(TradeLine entity, int sign) {
        BookLine line = entity.line();
        long lots = entity.getLots();
        cash += sign * line.cashFlow(lots);
        traded += sign * line.notional(lots);
        belowMinimum += sign * line.belowMinimum(lots);
        oversold += sign * line.oversold(lots);
        deviation += sign * line.deviation(lots);
        cost += sign * line.cost(lots);
        tax += sign * line.tax(lots);
    }

    @Override
    public HardSoftLongScore calculateScore() {
        var score = new PlanScore(
                Math.max(0, book.cashFloor() - cash),
                Math.max(0, traded - book.turnoverLimit()),
                belowMinimum,
                oversold,
                deviation + Math.abs(cash - book.cashTarget()),
                cost,
                tax);
        return HardSoftLongScore.of(score.hard(), score.soft(weights));
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        count((TradeLine) entity, 1);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        count((TradeLine) entity, -1);
    }

    @Override
    public void afterEntityRemoved(Object entity) {}
}
