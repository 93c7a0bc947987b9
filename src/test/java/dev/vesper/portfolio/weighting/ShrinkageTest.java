package dev.vesper.portfolio.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Given;
import dev.vesper.basics.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two assets of variances a and b and covariance c have the smallest variance with a weight of (b - c) / (a + b - 2 c) in the
 * first (Markowitz, 1952); shrinking makes c smaller and leaves a and b.
 */
class ShrinkageTest {
    private static Weights weights(double shrinkage) {
        return new MinimumVariance(shrinkage).weigh(new WeightingProblem(TwoAssets.prices(), 0, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.875", // (4 - 1/2) / (5 - 1)
        "0.5, 0.8333333333333333", // (4 - 1/4) / (5 - 1/2)
        "1, 0.8", // in inverse proportion to the variances: 1 to 1/4
    })
    void theCalmAssetHas(double shrinkage, double weight) {
        Weights weights = weights(shrinkage);
        assertEquals(weight, weights.weights().get("CALM"), 1e-10);
        assertEquals(1 - weight, weights.weights().get("WILD"), 1e-10);
    }

    /** What is told of the portfolio is measured: 0.8 and 0.2 have 0.64 + 0.16 + 0.16 squared per cent a day. */
    @Test
    void theVolatilityToldIsThatOfTheCovariancesAsMeasured() {
        assertEquals(0.01 * Math.sqrt(0.96 * 160 / 159 * 252), weights(1).volatility(), 1e-10);
        assertEquals(160, weights(1).returns());
    }

    @Test
    void itIsNoneUnlessGiven() {
        assertEquals(new MinimumVariance(0), MinimumVariance.KIND.standard());
        assertEquals(
                new MinimumVariance(0.5),
                MinimumVariance.KIND.make(List.of(new Given("shrinkage", "0.5", Place.of("here")))));
    }
}
