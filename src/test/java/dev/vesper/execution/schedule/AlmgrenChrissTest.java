package dev.vesper.execution.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlmgrenChrissTest {
    /** Table 1 of the paper: a million shares in five days. */
    private static AlmgrenChriss paper(int slices, double riskAversion) {
        return new AlmgrenChriss(1e6, 5, slices, 0.95, 2.5e-6, 2.5e-7, 0.0625, riskAversion);
    }

    /** The paper: kappa is about 0.61 a day at lambda 1e-6, so that the half-life is 1.6 days. */
    @Test
    void thePapersUrgency() {
        assertEquals(0.61, paper(5, 1e-6).kappa(), 0.005);
        assertEquals(1.6, 1 / paper(5, 1e-6).kappa(), 0.05);
    }

    @Test
    void thePublishedCasesAreMet() throws IOException {
        JsonNode published = new ObjectMapper()
                .readTree(SharedData.file("reference/execution/almgren_chriss.json")
                        .toFile());
        List<JsonNode> cases = new ArrayList<>();
        published.path("cases").forEach(cases::add);
        published.path("also").forEach(cases::add);
        assertTrue(cases.size() >= 5, () -> "cases: " + cases.size());
        for (JsonNode one : cases) {
            AlmgrenChriss model =
                    paper(one.path("N").asInt(5), one.path("lambda_").asDouble());
            assertEquals(one.path("kappa").asDouble(), model.kappa(), 1e-9);
            assertArrayEquals(numbers(one.path("holdings")), model.holdings(), 1e-9 * 1e6);
            assertArrayEquals(numbers(one.path("trades")), model.trades(), 1e-9 * 1e6);
            close(one.path("expected_shortfall").asDouble(), model.expectedCost());
            close(one.path("variance").asDouble(), model.variance());
            close(one.path("objective").asDouble(), model.objective());
        }
    }

    private static void close(double expected, double got) {
        assertEquals(expected, got, 1e-9 * Math.abs(expected));
    }

    private static double[] numbers(JsonNode array) {
        return new ObjectMapper().convertValue(array, double[].class);
    }

    /** No way of trading that is near has a smaller objective: the closed form is where the sum has its least. */
    @Property(tries = 200)
    void noNeighbourIsBetter(
            @ForAll @IntRange(min = 2, max = 12) int slices,
            @ForAll @IntRange(max = 100) int micros,
            @ForAll @IntRange(min = 1, max = 11) int moved) {
        AlmgrenChriss model = paper(slices, micros * 1e-6);
        double[] best = model.holdings();
        double least = objective(model, best);
        assertEquals(model.objective(), least, 1e-9 * least);
        int at = 1 + (moved - 1) % (slices - 1);
        for (double by : new double[] {-1_000, 1_000}) {
            double[] other = best.clone();
            other[at] += by;
            assertTrue(objective(model, other) > least, () -> "moved by " + by + " at " + at);
        }
    }

    /** (4) and (5) of the paper, summed over the slices as they are traded. */
    private static double objective(AlmgrenChriss model, double[] left) {
        double tau = model.sliceDays();
        double cost = 0;
        double variance = 0;
        for (int k = 1; k < left.length; k++) {
            double traded = left[k - 1] - left[k];
            cost += tau * left[k] * model.permanentImpact() * traded / tau
                    + traded * (model.fixedCost() + model.temporaryImpact() * traded / tau);
            variance += tau * left[k] * left[k];
        }
        return cost + model.riskAversion() * model.volatility() * model.volatility() * variance;
    }

    @Test
    void ofGreatUrgencyNothingOverflows() {
        AlmgrenChriss model = new AlmgrenChriss(1e6, 250, 1_000, 5, 2.5e-6, 0, 0, 1);
        double[] left = model.holdings();
        assertEquals(1e6, left[0]);
        assertEquals(0, left[1_000]);
        assertTrue(left[1] >= 0 && left[1] < 2, () -> "left after the first: " + left[1]);
        assertTrue(Double.isFinite(model.objective()));
    }

    @Test
    void ofVeryLittleUrgencyIsNearlyTheStraightLine() {
        assertArrayEquals(paper(5, 0).holdings(), paper(5, 1e-18).holdings(), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 5, 1, 1, 0, 0, 0, quantity above 0",
        "1, 0, 5, 1, 1, 0, 0, 0, horizon in days above 0",
        "1, 5, 0, 1, 1, 0, 0, 0, number of slices above 0",
        "1, 5, 5, -1, 1, 0, 0, 0, volatility of 0 or more",
        "1, 5, 5, NaN, 1, 0, 0, 0, volatility of 0 or more",
        "1, 5, 5, 1, 0, 0, 0, 0, temporary impact above 0",
        "1, 5, 5, 1, 1, -1, 0, 0, permanent impact of 0 or more",
        "1, 5, 5, 1, 1, 0, -1, 0, fixed cost of 0 or more",
        "1, 5, 5, 1, 1, 0, 0, Infinity, risk aversion of 0 or more",
        "1, 5, 5, 1, 1, 2, 0, 0, temporary impact above half of permanent impact"
    })
    void whatIsOutOfItsRangeIsNamed(
            double quantity,
            double days,
            int slices,
            double volatility,
            double temporary,
            double permanent,
            double fixed,
            double riskAversion,
            String said) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new AlmgrenChriss(
                                quantity, days, slices, volatility, temporary, permanent, fixed, riskAversion))
                .getMessage();
        assertTrue(message.startsWith("Expected a " + said), message);
    }
}
