package dev.vesper.adapters.planner;

import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.ContinuousOptimum;
import dev.vesper.rebalance.FirstPlan;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.constraint.PlanScore;
import dev.vesper.rebalance.constraint.Scoring;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** One line changed and the plan scored: by the running sums, and from scratch by the clear twin. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RunningScoreBenchmark {
    @Param({"20", "100", "500"})
    int lines;

    private final RunningScore running = new RunningScore();
    private LotBook book;
    private TradePlan plan;
    private long[] lots;
    private int next;

    @Setup
    public void open() {
        book = Accounts.synthetic(lines, "20000", 1).book();
        lots = FirstPlan.of(book, ContinuousOptimum.of(book));
        plan = new TradePlan(book, Scoring.STANDARD, lots);
        running.resetWorkingSolution(plan);
    }

    @Benchmark
    public HardSoftLongScore running() {
        TradeLine line = plan.getLines().get(next = (next + 1) % lines);
        running.beforeVariableChanged(line, "lots");
        line.setLots(line.getLots() ^ 1);
        running.afterVariableChanged(line, "lots");
        return running.calculateScore();
    }

    @Benchmark
    public PlanScore fromScratch() {
        next = (next + 1) % lines;
        lots[next] ^= 1;
        return Scoring.STANDARD.score(book, lots);
    }
}
