package dev.vesper.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import org.junit.jupiter.api.Test;

class TaxRatesTest {
    @Test
    void nothingAndEverythingCanBeTaxedAway() {
        assertEquals(0, new TaxRates(0, 10_000).shortTermBps());
        assertEquals(0, new TaxRates(10_000, 0).longTermBps());
    }

    @Test
    void aRateBeyondThatIsNamed() {
        refused("shortTermTaxBps from 0 to 10000, but got -1", -1, 0);
        refused("shortTermTaxBps from 0 to 10000, but got 10001", 10_001, 0);
        refused("longTermTaxBps from 0 to 10000, but got -1", 0, -1);
        refused("longTermTaxBps from 0 to 10000, but got 10001", 0, 10_001);
    }

    private static void refused(String words, int shortTermBps, int longTermBps) {
        Problem problem = assertThrows(Problem.class, () -> new TaxRates(shortTermBps, longTermBps));
        assertEquals("Expected the planner's " + words, problem.getMessage());
    }
}
