package dev.vesper.adapters.planner;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.rebalance.LotPlanner;
import dev.vesper.rebalance.BookKeeper;
import dev.vesper.rebalance.ContinuousOptimum;
import dev.vesper.rebalance.FirstPlan;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposalWriter;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.rebalance.TrialTrades;
import dev.vesper.rebalance.constraint.PlanConstraint;
import dev.vesper.rebalance.constraint.PlanConstraints;
import dev.vesper.rebalance.constraint.PlanScore;
import dev.vesper.rebalance.constraint.Scoring;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationCompositionStyle;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/**
 * Turns target weights into whole lots with OptaPlanner, as planner/rebalance/solver.xml says.
 *
 * <p>One thread, one seed, an end by steps and never by time, and a score of whole numbers: the same problem gives the
 * same proposal on every machine.
 */
public final class OptaLotPlanner implements LotPlanner {
    /** An end for steps that find nothing acceptable: on average a step may score so many moves. */
    private static final long SCORES_PER_STEP = 20;

    static {
        // nobody reads the solvers' meters, and solvers side by side fight over their names
        Metrics.globalRegistry.config().meterFilter(MeterFilter.denyNameStartsWith("optaplanner."));
    }

    private final Path file;
    private final SolverConfig config;
    private final ScoreProperties score;

    /**
     * Reads the solver's settings once.
     *
     * @param folder the planner folder, which holds rebalance/solver.xml
     */
    public OptaLotPlanner(Path folder) {
        this(folder, PlanConstraints.ALL);
    }

    /**
     * Reads the solver's settings once.
     *
     * @param folder the planner folder, which holds rebalance/solver.xml
     * @param constraints what plans are scored by
     */
    public OptaLotPlanner(Path folder, Registry<PlanConstraint> constraints) {
        file = folder.resolve("rebalance").resolve("solver.xml");
        config = SolverXml.read(file);
        if (config.getScoreDirectorFactoryConfig() == null || config.getPhaseConfigList() == null) {
            throw Problem.usage("Expected a scoreDirectorFactory and a localSearch in " + file
                    + ", but at least one is missing; maybe compare it with the one Vesper came with");
        }
        Map<String, String> properties =
                config.getScoreDirectorFactoryConfig().getIncrementalScoreCalculatorCustomProperties();
        score = ScoreProperties.read(file, constraints, properties == null ? Map.of() : properties);
        solver(1, 0); // what it cannot be built from is told before a day begins
    }

    @Override
    public Proposal solve(RebalanceProblem problem) {
        Scoring scoring = score.scoring();
        LotBook book = BookKeeper.open(problem, score.taxRates(), scoring.mostValue());
        ContinuousOptimum optimum = ContinuousOptimum.of(book);
        long[] start = FirstPlan.of(book, optimum);
        long[] lots = start;
        if (!book.tradable().isEmpty() && problem.settings().steps() > 0) {
            lots = search(
                            new TradePlan(book, scoring, start),
                            problem.settings().steps(),
                            problem.seed())
                    .lots();
        }
        PlanScore reached = scoring.score(book, lots);
        if (reached.hard() < 0) {
            // what the start breaks: the search may have mended it at the price of another constraint
            throw scoring.broken(problem, book, start).orElseThrow();
        }
        String text = HardSoftLongScore.of(reached.hard(), reached.soft()).toString();
        return ProposalWriter.write(problem, book, lots, optimum, text);
    }

    @Override
    public List<ProposedTrade> first(RebalanceProblem problem) {
        LotBook book =
                BookKeeper.open(problem, score.taxRates(), score.scoring().mostValue());
        return ProposalWriter.trades(book, TrialTrades.of(book, FirstPlan.of(book, ContinuousOptimum.of(book))));
    }

    /** Improves a plan by so many steps. */
    private TradePlan search(TradePlan plan, int steps, long seed) {
        return solver(steps, seed).solve(plan);
    }

    private Solver<TradePlan> solver(int steps, long seed) {
        try {
            return SolverFactory.<TradePlan>create(configFor(steps, seed)).buildSolver();
        } catch (RuntimeException e) { // OptaPlanner's own, of many kinds
            throw SolverXml.refused(file, e);
        }
    }

    /** What solver.xml says, made reproducible: one thread, this seed, each phase ends after so many steps. */
    SolverConfig configFor(int steps, long seed) {
        SolverConfig mine = new SolverConfig(config)
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE)
                .withRandomSeed(seed);
        // read already, and a calculator of OptaPlanner's needs a setter for each
        mine.getScoreDirectorFactoryConfig().setIncrementalScoreCalculatorCustomProperties(null);
        for (PhaseConfig<?> phase : mine.getPhaseConfigList()) {
            phase.setTerminationConfig(new TerminationConfig()
                    .withTerminationCompositionStyle(TerminationCompositionStyle.OR)
                    .withStepCountLimit(steps)
                    .withScoreCalculationCountLimit(SCORES_PER_STEP * steps));
        }
        return mine;
    }
}
