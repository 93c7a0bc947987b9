package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against numbers that numpy and scipy made from the same seeded returns; how is written in the file itself. */
class AllocationOracleTest {
    static List<JsonNode> cases() throws IOException {
        try (InputStream file = AllocationOracleTest.class.getResourceAsStream("/maths/scipy-allocation.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesStandInScipysOrder(JsonNode example) {
        PairwiseMoments moments = PairwiseMoments.of(matrix(example.get("returns")));
        int n = moments.correlation().length;
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[i][j] = Math.sqrt((1 - moments.correlation()[i][j]) / 2);
            }
        }
        int[] expected = StreamSupport.stream(example.get("order").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        assertArrayEquals(expected, SingleLinkage.leafOrder(distance));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void riskParityWeightsAreThoseOfTheOracle(JsonNode example) {
        PairwiseMoments moments = PairwiseMoments.of(matrix(example.get("returns")));
        double[] weights = HierarchicalRiskParity.weights(moments.covariance(), moments.correlation());
        assertArrayEquals(row(example.get("hrp")), weights, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void minimumVarianceIsAtMostThatOfTheOracle(JsonNode example) {
        double[][] covariance =
                PairwiseMoments.of(matrix(example.get("returns"))).covariance();
        double[] weights = MinimumVariance.longOnly(covariance);
        double oracle = example.get("minimumVariance").asDouble();
        double ours = MinimumVariance.variance(covariance, weights);
        assertEquals(1, ours / oracle, 1e-7);
        assertTrue(ours <= oracle * (1 + 1e-9), "ours " + ours + ", scipy's " + oracle);
    }

    private static double[][] matrix(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(AllocationOracleTest::row)
                .toArray(double[][]::new);
    }

    private static double[] row(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
