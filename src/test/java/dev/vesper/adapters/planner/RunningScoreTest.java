package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.ContinuousOptimum;
import dev.vesper.rebalance.FirstPlan;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.constraint.PlanScore;
import dev.vesper.rebalance.constraint.Scoring;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.EasyScoreCalculator;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;

/** The running score is the clear twin's, after every move the solver does and undoes. */
class RunningScoreTest {
    static {
        QuietSolver.on();
    }

    /** The clear twin, as the solver's second opinion. */
    public static class ClearTwin implements EasyScoreCalculator<TradePlan, HardSoftLongScore> {
        @Override
        public HardSoftLongScore calculateScore(TradePlan plan) {
            PlanScore score = plan.scoring().score(plan.book(), plan.lots());
            return HardSoftLongScore.of(score.hard(), score.soft());
        }
    }

    /** Forgets that a sale changes cash: the check below must find that out. */
    public static final class Forgetful extends RunningScore {
        @Override
        public void afterVariableChanged(Object entity, String variable) {
            if (((TradeLine) entity).getLots() >= 0) {
                super.afterVariableChanged(entity, variable);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMoveScoresAsIfComputedFromScratch(long seed) {
        TradePlan solved = solveChecked(RunningScore.class, seed);
        assertEquals(new ClearTwin().calculateScore(solved), solved.getScore());
    }

    @Test
    void theCheckFindsAWrongRunningScore() {
        assertThrows(IllegalStateException.class, () -> solveChecked(Forgetful.class, 1));
    }

    private static TradePlan solveChecked(Class<? extends RunningScore> running, long seed) {
        SolverConfig config = new OptaLotPlanner(Path.of("planner"))
                .configFor(300, seed)
                .withEnvironmentMode(EnvironmentMode.FULL_ASSERT);
        config.getScoreDirectorFactoryConfig()
                .withIncrementalScoreCalculatorClass(running)
                .withAssertionScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withEasyScoreCalculatorClass(ClearTwin.class));
        Accounts account = Accounts.synthetic(30, "20000", seed);
        if (seed == 2) {
            account.shorts();
        }
        LotBook book = account.book();
        var plan = new TradePlan(book, Scoring.STANDARD, FirstPlan.of(book, ContinuousOptimum.of(book)));
        return SolverFactory.<TradePlan>create(config).buildSolver().solve(plan);
    }
}
