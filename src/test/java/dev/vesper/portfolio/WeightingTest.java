package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightingTest {
    @Test
    void equalWeightsNeedOnlyARecentPrice() {
        PriceHistory prices = prices(1, 15, 4);
        Weights weights = Weighting.weights(strategy("equal-weight", 0, List.of()), prices);
        assertEquals("{S0=0.25, S1=0.25, S2=0.25, S3=0.25}", weights.weights().toString());
    }

    @Test
    void whatCannotBeMeasuredIsLeftOutWithItsReason() {
        PriceHistory prices = prices(1, 100, 5);
        for (int day = 0; day < 100; day++) {
            prices.close()[day][1] = day < 60 ? Double.NaN : prices.close()[day][1]; // listed a short while ago
            prices.close()[day][2] = day >= 90 ? Double.NaN : prices.close()[day][2]; // silent for 10 rows
            prices.close()[day][3] = 7; // never moves
        }
        Weights weights = Weighting.weights(strategy("hrp", 0, List.of("S0", "S1", "S2", "S3", "NEW")), prices);
        assertEquals("{S0=1.0}", weights.weights().toString());
        assertEquals(
                List.of("NEW", "S1", "S2", "S3"), List.copyOf(weights.leftOut().keySet()));
        assertTrue(weights.leftOut().get("NEW").contains("no symbol \"NEW\""));
        assertTrue(weights.leftOut().get("S1").contains("there are 39"));
        assertTrue(weights.leftOut().get("S2").contains("the last is of 2024-03-30"));
        assertTrue(weights.leftOut().get("S3").contains("7.0 throughout"));
    }

    @Test
    void nineSilentDatesAreForgiven() {
        PriceHistory prices = prices(1, 100, 2);
        for (int day = 91; day < 100; day++) {
            prices.close()[day][0] = Double.NaN;
        }
        assertEquals(
                2,
                Weighting.weights(strategy("hrp", 0, List.of()), prices)
                        .weights()
                        .size());
    }

    @Test
    void theLookBackSeesOnlyTheLastRows() {
        PriceHistory prices = prices(1, 200, 3);
        PriceHistory tail = new PriceHistory(
                prices.dates().subList(100, 200),
                prices.symbols(),
                java.util.Arrays.copyOfRange(prices.close(), 100, 200),
                java.util.Arrays.copyOfRange(prices.volume(), 100, 200));
        for (String method : WeightingMethod.words()) {
            Weights weights = Weighting.weights(strategy(method, 100, List.of()), prices);
            assertEquals(Weighting.weights(strategy(method, 0, List.of()), tail), weights);
            assertEquals(99, weights.returns());
        }
    }

    @Test
    void nothingToHoldGivesNoWeights() {
        Weights weights = Weighting.weights(strategy("hrp", 0, List.of()), prices(1, 30, 2));
        assertTrue(weights.weights().isEmpty());
        assertEquals(2, weights.leftOut().size());
        assertTrue(Double.isNaN(weights.volatility()));
    }

    @Test
    void anUnknownMethodIsRefused() {
        Problem problem =
                assertThrows(Problem.class, () -> Weighting.weights(strategy("best", 0, List.of()), prices(1, 80, 2)));
        assertTrue(problem.getMessage().contains("hrp, equal-weight, minimum-variance"), problem.getMessage());
    }

    /** Series of different length: pairs may contradict each other, and the weights must hold all the same. */
    @Property(tries = 60)
    void weightsSumToOneWhateverTheListings(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int assets) {
        PriceHistory prices = prices(seed, 140, assets);
        Random random = new Random(seed);
        for (int i = 0; i < assets; i++) {
            int listed = random.nextInt(75);
            for (int day = 0; day < listed; day++) {
                prices.close()[day][i] = Double.NaN;
            }
        }
        for (String method : WeightingMethod.words()) {
            Weights weights = Weighting.weights(strategy(method, 0, List.of()), prices);
            double sum = weights.weights().values().stream().mapToDouble(w -> w).sum();
            assertEquals(1, sum, 1e-9, method);
            assertTrue(weights.weights().values().stream().allMatch(w -> w >= 0), method);
            assertTrue(weights.volatility() > 0, method);
        }
    }

    private static StrategySettings strategy(String method, int lookback, List<String> universe) {
        return new StrategySettings("test", method, lookback, universe);
    }

    private static PriceHistory prices(long seed, int days, int assets) {
        Random random = new Random(seed);
        List<LocalDate> dates = new ArrayList<>();
        double[][] close = new double[days][assets];
        double[][] volume = new double[days][assets];
        for (int day = 0; day < days; day++) {
            dates.add(LocalDate.of(2024, 1, 1).plusDays(day));
            double market = 0.01 * random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                double before = day == 0 ? 50 + i : close[day - 1][i];
                close[day][i] = before * Math.exp(market + 0.01 * random.nextGaussian());
            }
        }
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            symbols.add("S" + i);
        }
        symbols.sort(null);
        return new PriceHistory(dates, symbols, close, volume);
    }
}
