package dev.vesper.portfolio.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.firm.PriceFile;
import dev.vesper.adapters.firm.PriceMatrix;
import dev.vesper.market.PriceHistory;
import dev.vesper.maths.PairwiseMoments;
import dev.vesper.maths.Returns;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against published weights of 20 real stocks, 1989 to 2018, listed at different times. */
class PublishedWeightsTest {
    private final PriceHistory prices =
            PriceMatrix.read(SharedData.file("prices/pypfopt_stock_prices.csv.gz"), new PriceFile());

    @Test
    void hierarchicalRiskParityEqualsThePublishedTable() throws IOException {
        JsonNode published = json("reference/portfolio/hrp_pypfopt.json");
        Weights weights = new RiskParity().weigh(new WeightingProblem(prices, 0, List.of()));
        assertEquals(20, weights.weights().size());
        for (Map.Entry<String, Double> weight : weights.weights().entrySet()) {
            double expected =
                    published.get("expected_weights").get(weight.getKey()).asDouble();
            assertEquals(expected, weight.getValue(), 1e-8, weight.getKey());
        }
        JsonNode performance = published.get("expected_performance");
        assertEquals(performance.get("vol").asDouble(), weights.volatility(), 1e-8);
        assertEquals(performance.get("ret").asDouble(), weights.expectedReturn(), 1e-8);
        assertTrue(weights.leftOut().isEmpty());
    }

    @Test
    void minimumVarianceEqualsThePublishedOptimum() throws IOException {
        JsonNode published = example("min_volatility long-only");
        Weights weights = new MinimumVariance(0).weigh(new WeightingProblem(prices, 0, List.of()));
        assertEquals(published.get("expected").get("volatility").asDouble(), weights.volatility(), 1e-6);
        assertEquals(published.get("expected").get("expected_return").asDouble(), weights.compoundReturn(), 1e-6);
        for (Map.Entry<String, Double> weight : weights.weights().entrySet()) {
            double expected =
                    published.get("weights_recomputed").get(weight.getKey()).asDouble();
            assertEquals(expected, weight.getValue(), 1e-6, weight.getKey());
        }
    }

    @Test
    void minimumVarianceWithShortPositionsEqualsThePublishedOptimum() throws IOException {
        JsonNode published = example("min_volatility shorts allowed").get("weights_recomputed");
        double[] weights = dev.vesper.maths.MinimumVariance.longShort(
                PairwiseMoments.of(Returns.simple(prices.close())).covariance());
        for (int i = 0; i < weights.length; i++) {
            String symbol = prices.symbols().get(i);
            assertEquals(published.get(symbol).asDouble(), weights[i], 1e-8, symbol);
        }
    }

    private static JsonNode example(String name) throws IOException {
        for (JsonNode example :
                json("reference/portfolio/mean_variance_pypfopt.json").get("cases")) {
            if (example.get("name").asText().equals(name)) {
                return example;
            }
        }
        throw new IllegalStateException("no case " + name);
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(SharedData.file(name).toFile());
    }
}
