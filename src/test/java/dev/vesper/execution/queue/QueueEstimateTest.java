package dev.vesper.execution.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueEstimateTest {
    /** 10 ahead, 4 trade, 6 come behind, 3 go: by hand from the formula of each model. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            risk-averse, 6
            power-1, 4.5
            power-2, 4.5
            log, 4.5
            log-whole, 5.275963238877897
            front-power-3, 5.625
            """)
    void aDecreaseIsSharedBetweenBothSides(String model, double expected) {
        QueueEstimate estimate =
                joined(model, 10).trade(4).size(10, 6).size(6, 12).size(12, 9);
        assertEquals(expected, estimate.ahead(), 1e-12);
    }

    @Test
    void whatTradedIsNotCountedTwice() {
        assertEquals(6, joined("power-1", 10).trade(4).size(12, 8).ahead());
    }

    @Test
    void aTradeThatReachesItTakesItBelowZero() {
        assertTrue(joined("risk-averse", 3).trade(4).ahead() < 0);
    }

    @Test
    void aHeadLeavesNothingAheadAndATailNothingBehind() {
        for (QueueModel model : QueueModels.ALL) {
            assertEquals(1, model.shareBehind(0, 5), 1e-12, model.word());
            if (!model.equals(QueueModels.RISK_AVERSE)) {
                assertEquals(0, model.shareBehind(5, 0), 1e-12, model.word());
            }
        }
    }

    @Test
    void anUnknownModelIsNamedWithTheKnownOnes() {
        String said = Assertions.assertThrows(Problem.class, () -> QueueModels.ALL.get("power2"))
                .getMessage();
        assertTrue(said.contains("maybe \"power-2\""), said);
    }

    /** Whatever happens to a queue, its size and 0 hold the place, and only trades bring the risk-averse one forward faster. */
    @Property
    void thePlaceIsWithinTheQueue(@ForAll long seed) {
        for (QueueModel model : QueueModels.ALL) {
            Random random = new Random(seed);
            double size = 1 + random.nextInt(50);
            QueueEstimate estimate = QueueEstimate.joined(model, size);
            QueueEstimate bound = QueueEstimate.joined(QueueModels.RISK_AVERSE, size);
            for (int i = 0; i < 40; i++) {
                double after = Math.max(0, size + random.nextInt(21) - 10);
                if (random.nextInt(4) == 0 && after < size) {
                    double traded = Math.min(size - after, Math.max(0, estimate.ahead()));
                    estimate = estimate.trade(traded);
                    bound = bound.trade(traded);
                }
                estimate = estimate.size(size, after);
                bound = bound.size(size, after);
                size = after;
                assertTrue(estimate.ahead() >= -1e-9, model.word());
                assertTrue(estimate.ahead() <= size + 1e-9, model.word());
                assertTrue(estimate.ahead() <= bound.ahead() + 1e-9, model + " is never behind the bound");
            }
        }
    }

    private static QueueEstimate joined(String model, double ahead) {
        return QueueEstimate.joined(QueueModels.ALL.get(model), ahead);
    }
}
