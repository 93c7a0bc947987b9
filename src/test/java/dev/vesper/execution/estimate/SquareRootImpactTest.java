package dev.vesper.execution.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SquareRootImpactTest {
    /** 10,000 of 1,000,000 at 2 % a day and a spread of 4 bps: 2 + 1 * 200 * 0.1. */
    @Test
    void halfTheSpreadAndTheRootOfTheSize() {
        CostEstimate cost = SquareRootImpact.USUAL.of(new PlannedOrder(10_000, 1_000_000, 0.02, 4), 0.95);
        assertEquals(22, cost.bps(), 1e-12);
        assertEquals(2, cost.halfSpreadBps(), 1e-12);
        assertEquals(20, cost.impactBps(), 1e-12);
        assertNull(cost.single(), "nothing was fitted");
    }

    /** Orders of other volatilities count in units of their own; by hand: u = 0.1, 0.2; z = 0.11, 0.18. */
    @Test
    void pastOrdersGiveTheFactorAndItsError() {
        SquareRootImpact fitted = SquareRootImpact.fitted(List.of(
                new PastOrder("A", new PlannedOrder(1, 100, 0.02, 4), 2 + 22, false),
                new PastOrder("B", new PlannedOrder(4, 100, 0.01, 2), 1 + 18, false)));
        double y = (0.1 * 0.11 + 0.2 * 0.18) / 0.05;
        double noise = Math.hypot(0.11 - 0.1 * y, 0.18 - 0.2 * y);
        assertEquals(y, fitted.y(), 1e-12);
        CostEstimate cost = fitted.of(new PlannedOrder(9, 100, 0.02, 4), 0.95);
        CostEstimate.Interval single = Objects.requireNonNull(cost.single());
        CostEstimate.Interval mean = Objects.requireNonNull(cost.mean());
        double t = 12.706204736174694; // one degree of freedom
        assertEquals(2 + 200 * y * 0.3, cost.bps(), 1e-12);
        assertEquals(cost.bps() + t * 200 * 0.3 * noise / Math.sqrt(0.05), mean.highBps(), 1e-9);
        assertEquals(cost.bps() - t * 200 * noise * Math.sqrt(1 + 0.09 / 0.05), single.lowBps(), 1e-9);
    }
}
