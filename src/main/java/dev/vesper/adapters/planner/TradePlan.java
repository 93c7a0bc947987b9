package dev.vesper.adapters.planner;

import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.constraint.Scoring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** One account's book with the trades chosen so far and their score. */
@NullUnmarked // OptaPlanner makes it by its empty constructor and fills it afterwards
@PlanningSolution
public class TradePlan {
    private LotBook book;
    private Scoring scoring;
    private List<Integer> tradable;
    private List<TradeLine> lines;
    private HardSoftLongScore score;

    public TradePlan() {}

    TradePlan(LotBook book, Scoring scoring, long[] lots) {
        this.book = book;
        this.scoring = scoring;
        tradable = book.tradable();
        lines = new ArrayList<>();
        for (int i = 0; i < lots.length; i++) {
            lines.add(new TradeLine(i, book.lines().get(i), lots[i]));
        }
    }

    LotBook book() {
        return book;
    }

    /** What the plan is scored by. */
    Scoring scoring() {
        return scoring;
    }

    /** The indices of the lines that moves may touch. */
    List<Integer> tradable() {
        return tradable;
    }

    /** The chosen lots for each line of the book, in its order. */
    long[] lots() {
        return lines.stream().mapToLong(TradeLine::getLots).toArray();
    }

    @PlanningEntityCollectionProperty
    public List<TradeLine> getLines() {
        return lines;
    }

    public void setLines(List<TradeLine> lines) {
        this.lines = lines;
    }

    @PlanningScore
    public HardSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardSoftLongScore score) {
        this.score = score;
    }
}
