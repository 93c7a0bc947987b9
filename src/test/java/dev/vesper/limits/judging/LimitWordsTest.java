package dev.vesper.limits.judging;

import static dev.vesper.limits.Orders.buy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approver reads: an account worth 100,000, orders at 100 in lots of 10, a limit of 25% and a warning at 20%. */
class LimitWordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            within the limit             | 100  | 0.25   | 0.20 | CUT  | 2 | PASS IBM would be 10% of the account's value, within the limit of 25% (row 2).
            a level is not yet broken where it is reached | 200 | 0.25 | 0.20 | CUT | 2 | PASS IBM would be 20% of the account's value, within the limit of 25% (row 2).
            nor is the limit             | 250  | 0.25   | 0.20 | CUT  | 2 | WARN IBM would be 25% of the account's value, above the warning level of 20% and within the limit of 25% (row 2). at most 20% of the account's value
            no limit                     | 9000 |        |      | WARN | 1 | PASS IBM would be 900% of the account's value; no limit (row 1).
            no limit, but a warning      | 210  |        | 0.20 | WARN | 0 | WARN IBM would be 21% of the account's value, above the warning level of 20%; no limit. at most 20% of the account's value
            a table that only warns      | 310  | 0.25   |      | WARN | 3 | WARN IBM would be 31% of the account's value, above the limit of 25% (row 3), which only warns. at most 25% of the account's value
            an order is removed          | 310  | 0.25   |      | DENY | 2 | DENY IBM would be 31% of the account's value, above the limit of 25% (row 2): removed.
            an order cannot be cut       | 310  | 0.0005 |      | CUT  | 2 | DENY IBM would be 31% of the account's value, above the limit of 0.05% (row 2): removed, because not one lot of 10 fits.
            """)
    void anApproverReads(
            String what,
            long units,
            @Nullable String limit,
            @Nullable String warning,
            LimitAction action,
            int row,
            String words) {
        said(words, share(0, buy("1", "IBM", units)), limit(limit, warning, action, row));
    }

    @Test
    void aPassiveBreachIsToldAsSuch() {
        said(
                "WARN IBM would be 40% of the account's value, above the limit of 25%, but no order raises it (a passive"
                        + " breach): orders that lower it may go. at most 25% of the account's value",
                share(40_000), limit("0.25", null, LimitAction.CUT, 0));
    }

    @Test
    void anAmountIsToldInItsCurrency() {
        said(
                "CUT IBM would be USD 31,000.00, above the limit of USD 25,000.50 (row 2): cut from 310 to 250 units."
                        + " at most 250 units",
                used(Unit.AMOUNT, "1", 1, 0, buy("1", "IBM", 310)),
                limit("25000.50", null, LimitAction.CUT, 2));
    }

    @Test
    void sharedLimitsCountTheOrdersThatChange() {
        ParentOrder[] orders = {buy("1", "XOM", 240), buy("2", "CVX", 100)};
        LimitUtilisation shared = used(Unit.SHARE_OF_VALUE, "ACC1/Energy", 100_000, 0, orders);
        assertEquals(
                "DENY IBM would be 34% of the account's value, above the limit of 25% (row 2): 1 order is removed."
                        + " at most 25% of the account's value",
                text(LimitCheck.judge(shared, limit("0.25", null, LimitAction.DENY, 2))
                        .getFirst()));
        assertEquals(
                "CUT IBM would be 34% of the account's value, above the limit of 25% (row 2): 2 orders are cut."
                        + " at most 25% of the account's value",
                text(LimitCheck.judge(shared, limit("0.25", null, LimitAction.CUT, 2))
                        .getFirst()));
    }

    @Test
    void aShareOfNothingIsAMistake() {
        var mistake = assertThrows(
                IllegalArgumentException.class, () -> used(Unit.SHARE_OF_VALUE, "ACC1", 0, 0, buy("1", "IBM", 10)));
        assertEquals("Expected a base above zero for ACC1, but it is 0", mistake.getMessage());
    }

    private static void said(String words, LimitUtilisation used, RiskLimit limit) {
        List<Verdict> verdicts = LimitCheck.judge(used, limit);
        assertEquals(List.of(words), verdicts.stream().map(LimitWordsTest::text).toList());
        Verdict only = verdicts.getFirst();
        assertEquals("position-weight v ACC1", only.rule() + " " + only.account());
        assertEquals(only.outcome() == Outcome.CUT, only.permitted().isPresent());
    }

    private static String text(Verdict verdict) {
        return (verdict.outcome() + " " + verdict.reason() + " " + verdict.wouldPass()).strip();
    }

    private static LimitUtilisation share(long kept, ParentOrder... orders) {
        return used(Unit.SHARE_OF_VALUE, "1", 100_000, kept, orders);
    }

    private static LimitUtilisation used(Unit unit, String subject, long base, long kept, ParentOrder... orders) {
        return new LimitUtilisation(
                "ACC1",
                subject,
                "IBM",
                unit,
                BigDecimal.valueOf(base),
                BigDecimal.valueOf(kept),
                Stream.of(orders)
                        .map(o -> new Claim(o, BigDecimal.ZERO, o.decisionPrice()))
                        .toList());
    }

    private static RiskLimit limit(@Nullable String limit, @Nullable String warning, LimitAction action, int row) {
        return new RiskLimit(new RuleVersion("position-weight", "v"), level(limit), level(warning), action, row);
    }

    private static Optional<BigDecimal> level(@Nullable String number) {
        return Optional.ofNullable(number).map(BigDecimal::new);
    }
}
