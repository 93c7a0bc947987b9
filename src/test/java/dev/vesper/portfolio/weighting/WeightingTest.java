package dev.vesper.portfolio.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Kind;
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
        Weights weights = new EqualWeight().weigh(new WeightingProblem(prices, 0, List.of()));
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
        Weights weights =
                new RiskParity().weigh(new WeightingProblem(prices, 0, List.of("S0", "S1", "S2", "S3", "NEW")));
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
                new RiskParity()
                        .weigh(new WeightingProblem(prices, 0, List.of()))
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
        for (WeightingMethod method : standards()) {
            Weights weights = method.weigh(new WeightingProblem(prices, 100, List.of()));
            assertEquals(method.weigh(new WeightingProblem(tail, 0, List.of())), weights);
            assertEquals(99, weights.returns());
        }
    }

    @Test
    void nothingToHoldGivesNoWeights() {
        Weights weights = new RiskParity().weigh(new WeightingProblem(prices(1, 30, 2), 0, List.of()));
        assertTrue(weights.weights().isEmpty());
        assertEquals(2, weights.leftOut().size());
        assertTrue(Double.isNaN(weights.volatility()));
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
        for (WeightingMethod method : standards()) {
            Weights weights = method.weigh(new WeightingProblem(prices, 0, List.of()));
            double sum = weights.weights().values().stream().mapToDouble(w -> w).sum();
            assertEquals(1, sum, 1e-9, method.toString());
            assertTrue(weights.weights().values().stream().allMatch(w -> w >= 0), method.toString());
            assertTrue(weights.volatility() > 0, method.toString());
        }
    }

    private static List<WeightingMethod> standards() {
        return WeightingMethods.ALL.all().stream()
                .<WeightingMethod>map(Kind::standard)
                .toList();
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
