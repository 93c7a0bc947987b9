package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.rebalance.TaxRates;
import dev.vesper.rebalance.constraint.PlanConstraints;
import dev.vesper.rebalance.constraint.RealisedTax;
import dev.vesper.rebalance.constraint.Scoring;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorePropertiesTest {
    @Test
    void whatIsAbsentHasItsDefault() {
        assertEquals(Scoring.STANDARD, read(Map.of()).scoring());
        assertEquals(TaxRates.STANDARD, read(Map.of()).taxRates());
    }

    @Test
    void weightsAndRatesAreReadByName() {
        ScoreProperties read = read(Map.of("taxWeight", " 7 ", "shortTermTaxBps", "100", "longTermTaxBps", "50"));
        assertEquals(new TaxRates(100, 50), read.taxRates());
        assertEquals(
                7,
                read.scoring().constraints().stream()
                        .filter(part -> part.constraint() instanceof RealisedTax)
                        .findFirst()
                        .orElseThrow()
                        .weight());
    }

    @Test
    void mistakesAreNamed() {
        refused("[taxWait]", Map.of("taxWait", "1"));
        refused("deviationWeight, costWeight, taxWeight, shortTermTaxBps", Map.of("taxWait", "1"));
        refused("[cashFloorWeight]", Map.of("cashFloorWeight", "1"));
        refused("whole number for the planner's taxWeight, but got \"much\"", Map.of("taxWeight", "much"));
        refused("from 1 to 100, but got 0", Map.of("deviationWeight", "0"));
        refused("longTermTaxBps from 0 to 10000, but got 10001", Map.of("longTermTaxBps", "10001"));
    }

    private static ScoreProperties read(Map<String, String> properties) {
        return ScoreProperties.read(Path.of("solver.xml"), PlanConstraints.ALL, properties);
    }

    private static void refused(String words, Map<String, String> properties) {
        String message = assertThrows(Problem.class, () -> read(properties)).getMessage();
        assertTrue(message.contains(words), message);
    }
}
