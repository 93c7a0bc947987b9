package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.rebalance.constraint.Running;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints with a call site of their own and those beyond count alike. */
class RunningConstraintsTest {
    /** Remembers the lots of one line. */
    private static final class Heard implements Running {
        private long lots;

        @Override
        public void change(int line, long before, long after) {
            assertEquals(lots, before);
            lots = after;
        }

        @Override
        public long value() {
            return lots;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 12})
    void everyConstraintHearsEachChangeAndCountsWithItsWeight(int number) {
        List<Running> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(new Heard());
        }
        var running = new RunningConstraints(all);
        running.change(0, 0, 5);
        running.change(0, 5, 3);
        long[] weights = running.weights();
        Arrays.setAll(weights, i -> 1L << i);
        assertEquals(3 * ((1L << number) - 1), running.sum(weights));
    }
}
