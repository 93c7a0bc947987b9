package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.routing.LiquidityTail.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GreedyAllocationTest {
    private static final LiquidityTail SURE_THEN_HALF = LiquidityTail.of(List.of(new Step(100, 1), new Step(300, 0.5)));
    private static final LiquidityTail LIKELY = LiquidityTail.of(List.of(new Step(1_000, 0.75)));

    @Test
    void eachLotGoesWhereItIsLikeliestFilled() {
        assertArrayEquals(new long[] {100, 300}, GreedyAllocation.of(400, List.of(SURE_THEN_HALF, LIKELY)));
        assertArrayEquals(new long[] {400, 1_000}, GreedyAllocation.of(2_000, List.of(SURE_THEN_HALF, LIKELY)));
    }

    @Test
    void equalsShareEvenlyAndTheFirstGetTheOddLots() {
        LiquidityTail unknown = LiquidityTail.UNKNOWN;
        assertArrayEquals(new long[] {4, 3, 3}, GreedyAllocation.of(10, List.of(unknown, unknown, unknown)));
        LiquidityTail two = LiquidityTail.of(List.of(new Step(2, 1)));
        assertArrayEquals(new long[] {2, 8}, GreedyAllocation.of(10, List.of(two, unknown)));
    }

    @Test
    void noVenueGetsNothing() {
        assertArrayEquals(new long[0], GreedyAllocation.of(10, List.of()));
    }

    /** Every division of up to 12 lots among three venues. */
    @Property(tries = 300)
    void noOtherDivisionFillsMoreOnAverage(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int lots) {
        Random random = new Random(seed);
        List<LiquidityTail> tails = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tails.add(LiquidityTail.learned(LiquidityTailTest.drawn(random), 1));
        }
        double best = 0;
        for (int a = 0; a <= lots; a++) {
            for (int b = 0; a + b <= lots; b++) {
                best = Math.max(best, expected(tails, a, b, lots - a - b));
            }
        }
        long[] greedy = GreedyAllocation.of(lots, tails);
        assertEquals(best, expected(tails, greedy), 1e-9);
        assertTrue(LongStream.of(greedy).sum() <= lots);
    }

    /**
     * The loop of the paper: allocate, see censored fills, learn, again. Four venues with geometric liquidity; what is lost against
     * knowing them falls from the first fifty orders to the last fifty, and to a small part of what is filled.
     */
    @Test
    void whatIsLostByNotKnowingFalls() {
        List<Double> means = List.of(400.0, 150.0, 60.0, 10.0);
        List<LiquidityTail> truth = new ArrayList<>();
        for (double mean : means) {
            List<Step> steps = new ArrayList<>();
            for (int s = 1; s <= 1_000; s++) {
                steps.add(new Step(1, Math.pow(mean / (1 + mean), s)));
            }
            truth.add(LiquidityTail.of(steps));
        }
        double most = expected(truth, GreedyAllocation.of(500, truth));
        double early = 0;
        double late = 0;
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<List<CensoredFill>> seen = means.stream()
                    .<List<CensoredFill>>map(mean -> new ArrayList<>())
                    .toList();
            List<LiquidityTail> learned = List.of();
            for (int order = 0; order < 2_000; order++) {
                if (order % 10 == 0) {
                    learned = seen.stream()
                            .map(fills -> LiquidityTail.learned(fills, 1))
                            .toList();
                }
                long[] sent = GreedyAllocation.of(500, learned);
                double lost = most - expected(truth, sent);
                early += order < 50 ? lost / 150 : 0;
                late += order >= 1_950 ? lost / 150 : 0;
                for (int i = 0; i < sent.length; i++) {
                    double stays = Math.log(means.get(i) / (1 + means.get(i)));
                    long there = (long) (Math.log(1 - random.nextDouble()) / stays);
                    if (sent[i] > 0) {
                        seen.get(i).add(new CensoredFill(sent[i], Math.min(sent[i], there)));
                    }
                }
            }
        }
        assertTrue(late < early / 4, late + " after " + early);
        assertTrue(late < most / 100, late + " of " + most);
    }

    private static double expected(List<LiquidityTail> tails, long... lots) {
        double sum = 0;
        for (int i = 0; i < lots.length; i++) {
            sum += tails.get(i).expected(lots[i]);
        }
        return sum;
    }
}
