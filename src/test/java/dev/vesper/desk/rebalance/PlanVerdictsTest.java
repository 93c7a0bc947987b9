package dev.vesper.desk.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Why;
import dev.vesper.rebalance.TargetsWithin.Bent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanVerdictsTest {
    private static final Optional<Why> FOUR_PER_CENT =
            Optional.of(new Why(new RuleVersion("position-weight", "3fd80a1c22b7"), 2, "4% of the account's value"));
    private static final Optional<Why> RESTRICTED =
            Optional.of(new Why(new RuleVersion("restricted-list", "1"), 0, "Buying IBM is not allowed."));

    @Test
    void aRowSaysWhichNamesItKeepsAndWhereTheMoneyGoes() {
        List<Verdict> told = PlanVerdicts.of(
                "ACC1",
                "USD",
                List.of(
                        new Bent("AAPL", 9_000, 4_000, FOUR_PER_CENT),
                        new Bent("CVX", 1_000, 3_500, Optional.empty()),
                        new Bent("MSFT", 7_400, 4_000, FOUR_PER_CENT),
                        new Bent("XOM", 1_500, 4_000, Optional.empty())));
        assertEquals(
                List.of("The plan keeps AAPL, MSFT of ACC1 within position-weight row 2 (4% of the account's value):"
                        + " USD 8,400.00 less than wanted. What rules take from other names of ACC1 goes to CVX, XOM:"
                        + " USD 5,000.00. USD 3,400.00 more stays in cash."),
                told.stream().map(Verdict::reason).toList());
        assertEquals(Outcome.WARN, told.getFirst().outcome());
        assertEquals("ACC1/position-weight/2", told.getFirst().subject());
        assertEquals(
                "{planned=8000.00, wanted=16400.00}", told.getFirst().numbers().toString());
    }

    @Test
    void complianceIsToldNameByName() {
        assertEquals(
                List.of(
                        "ACC1/IBM The plan of ACC1 has USD 0.00 of IBM where USD 2,000.00 was wanted, by restricted-list:"
                                + " Buying IBM is not allowed. USD 2,000.00 more stays in cash."),
                PlanVerdicts.of("ACC1", "USD", List.of(new Bent("IBM", 2_000, 0, RESTRICTED))).stream()
                        .map(v -> v.subject() + " " + v.reason())
                        .toList());
    }

    @Test
    void whereNothingWasBentNothingIsTold() {
        assertEquals(List.of(), PlanVerdicts.of("ACC1", "USD", List.of()));
    }
}
