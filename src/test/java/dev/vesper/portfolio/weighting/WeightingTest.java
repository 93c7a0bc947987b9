package dev.vesper.portfolio.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Kind;
import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    void tenSilentDatesAreTooMany() {
        PriceHistory prices = prices(1, 100, 2);
        Arrays.stream(prices.close(), 90, 100).forEach(row -> row[0] = Double.NaN);
        Weights weights = new EqualWeight().weigh(new WeightingProblem(prices, 0, List.of()));
        assertEquals("{S1=1.0}", weights.weights().toString());
        assertEquals(
                "{S0=Expected a price on one of the last 10 dates, but the last is of 2024-03-30; maybe it is delisted}",
                weights.leftOut().toString());
    }

    @Test
    void aPriceBeforeTheLookBackDoesNotCount() {
        PriceHistory prices = prices(1, 100, 3);
        Arrays.stream(prices.close(), 95, 100).forEach(row -> row[0] = Double.NaN);
        Arrays.stream(prices.close(), 96, 100).forEach(row -> row[1] = Double.NaN);
        Weights weights = new EqualWeight().weigh(new WeightingProblem(prices, 5, List.of()));
        assertEquals(
                List.of("S1", "S2"), List.copyOf(weights.weights().keySet()), "S1 has one on the first of the five");
        assertEquals(
                "{S0=Expected prices since 2024-04-05, but there are none}",
                weights.leftOut().toString());
    }

    /** About a quarter of a year: sixty returns are sixty-one prices. */
    @Test
    void sixtyReturnsAreEnough() {
        assertEquals(Set.of(), leftOut(prices(1, 61, 2)));
        assertEquals(Set.of("S0", "S1"), leftOut(prices(1, 60, 2)));
    }

    private static Set<String> leftOut(PriceHistory prices) {
        return new RiskParity()
                .weigh(new WeightingProblem(prices, 0, List.of()))
                .leftOut()
                .keySet();
    }

    @Test
    void theReturnsToldAreThoseOfTheLongestSeries() {
        PriceHistory prices = prices(1, 100, 3);
        for (int day = 0; day < 30; day++) {
            prices.close()[day][0] = Double.NaN;
            prices.close()[day][1] = day < 10 ? Double.NaN : prices.close()[day][1];
        }
        StrategySettings two = new StrategySettings("young", new RiskParity(), 0, List.of("S0", "S1"));
        assertEquals(89, two.weigh(prices).returns());
        assertEquals(Set.of("S0", "S1"), two.weigh(prices).weights().keySet());
        StrategySettings all = new StrategySettings("all", new RiskParity(), 0, List.of());
        assertEquals(99, all.weigh(prices).returns());
    }

    /**
     * BULL and BEAR moved by 3 % against each other for a hundred days; then FRESH was listed, and all three move by 1 %
     * alike. So BULL and BEAR together hardly vary, and yet both vary with FRESH: no data of one period could say so.
     */
    @Test
    void covariancesThatContradictEachOtherAreMendedAndTold() {
        Weights weights = new MinimumVariance(0).weigh(new WeightingProblem(contradiction(), 0, List.of()));
        String warning = String.join(" ", weights.warnings());
        assertTrue(
                warning.startsWith("Expected covariances that agree with each other, but those of 3 instruments"),
                warning);
        // in squared per cent: variances 5.7, 5.7 and 1, covariances -4.9, 1 and 1; shrunk to u of them they agree
        // where (2 u)^2 = (11.4 - 9.8 u) x 1, so that u is 0.863
        double told = Double.parseDouble(warning.replaceAll(".*shrunk by ([0-9.]+) %", "$1"));
        assertEquals(13.7, told, 0.5);
        assertEquals(1, weights.weights().values().stream().mapToDouble(w -> w).sum(), 1e-9);
        Weights equal = new EqualWeight().weigh(new WeightingProblem(contradiction(), 0, List.of()));
        assertEquals(List.of(), equal.warnings(), "a method that measures nothing mends nothing");
    }

    @Test
    void covariancesThatAgreeAreLeftAlone() {
        Weights weights = new MinimumVariance(0).weigh(new WeightingProblem(TwoAssets.prices(), 0, List.of()));
        assertEquals(List.of(), weights.warnings());
    }

    /** Whoever writes a method sees the candidates with their returns, in the order of the symbols. */
    @Test
    void aMethodOfOnesOwnChoosesAmongTheCandidates() {
        WeightingMethod best = new EqualWeight();
        Weights weights = new WeightingProblem(prices(1, 100, 3), 0, List.of("S2", "S1"))
                .measured()
                .weighted(best, c -> {
                    assertEquals(List.of("S1", "S2"), c.symbols());
                    assertEquals(99, c.returns()[1].length);
                    return new double[] {0, 1};
                });
        assertEquals("{S1=0.0, S2=1.0}", weights.weights().toString());
    }

    private static PriceHistory contradiction() {
        int days = 171;
        List<LocalDate> dates = new ArrayList<>();
        double[][] close = new double[days][3];
        for (int day = 0; day < days; day++) {
            dates.add(LocalDate.of(2024, 1, 1).plusDays(day));
            double up = day % 2 == 0 ? 1 : -1;
            for (int i = 0; i < 3 && day > 0; i++) {
                double move = day > 100 ? 0.01 * up : i == 0 ? 0.03 * up : -0.03 * up;
                close[day][i] = close[day - 1][i] * (1 + move);
            }
            if (day == 0) {
                close[0] = new double[] {100, 100, Double.NaN};
            }
            if (day == 100) {
                close[day][2] = 100;
            }
        }
        return new PriceHistory(dates, List.of("BEAR", "BULL", "FRESH"), close, new double[days][3]);
    }

    @Test
    void theLookBackSeesOnlyTheLastRows() {
        PriceHistory prices = prices(1, 200, 3);
        PriceHistory tail = new PriceHistory(
                prices.dates().subList(100, 200),
                prices.symbols(),
                Arrays.copyOfRange(prices.close(), 100, 200),
                Arrays.copyOfRange(prices.volume(), 100, 200));
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
