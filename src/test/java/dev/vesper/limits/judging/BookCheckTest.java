package dev.vesper.limits.judging;

import static dev.vesper.limits.Orders.buy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.GrossExposure;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.limits.measure.ShareOfDailyVolume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An account of 100,000 that buys at 100 in lots of 10. */
class BookCheckTest {
    private static final ComplianceCheck NOTHING = book -> new ArrayList<>();

    @Test
    void whatIsSharedIsJudgedOnWhatTheOrdersOwnLimitsLeft() {
        List<Verdict> said = check(
                NOTHING,
                table(new GrossExposure(), "0.60", LimitAction.CUT),
                table(new PositionWeight(), "0.40", LimitAction.CUT));
        assertEquals(List.of("1 CUT 400", "2 PASS", "ACC1 PASS"), said(said));
    }

    @Test
    void whatCannotBeMeasuredIsToldOnceWhereTheRowOnlyWarns() {
        List<Verdict> said = check(NOTHING, table(new ShareOfDailyVolume(), "0.10", LimitAction.WARN));
        assertEquals(List.of("ACC1 WARN"), said(said));
        assertEquals(
                "The average daily volume of IBM, XOM is unknown: the share of it cannot be measured.",
                said.getFirst().reason());
        assertEquals("{unmeasured=2}", said.getFirst().numbers().toString());
    }

    @Test
    void whatCannotBeMeasuredIsDeniedElsewhere() {
        List<Verdict> said = check(NOTHING, table(new ShareOfDailyVolume(), "0.10", LimitAction.CUT));
        assertEquals(List.of("1 DENY", "2 DENY"), said(said));
        assertEquals("prices with volumes", said.getFirst().wouldPass());
    }

    @Test
    void aRuleThatBreaksOnlyOnWhatIsLeftIsHeardAndItsPassTakenBack() {
        ComplianceCheck noneUnder500 = book -> new ArrayList<>(List.of(book.orders().stream()
                .filter(o -> o.id().equals("1") && o.quantity().intValue() < 500)
                .findFirst()
                .map(o -> verdict(Outcome.DENY, "1"))
                .orElseGet(() -> verdict(Outcome.PASS, "ACC1"))));
        List<Verdict> said = check(noneUnder500, table(new PositionWeight(), "0.40", LimitAction.CUT));
        assertEquals(List.of("1 DENY", "1 CUT 400", "2 PASS"), said(said));
    }

    private static List<Verdict> check(ComplianceCheck compliance, LimitTable... tables) {
        AccountBook book = Books.cash(100_000)
                .orders(buy("1", "IBM", 600), buy("2", "XOM", 100))
                .book();
        return new BookCheck(List.of(tables), compliance).check(book);
    }

    private static List<String> said(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(v -> v.subject() + " " + v.outcome()
                        + v.permitted().map(p -> " " + p.toPlainString()).orElse(""))
                .toList();
    }

    private static Verdict verdict(Outcome outcome, String subject) {
        return new Verdict(
                new RuleVersion("a-rule", "v"),
                outcome,
                "ACC1",
                subject,
                "because",
                Verdict.numbers(Map.of()),
                "",
                Optional.empty());
    }

    private static LimitTable table(Measure measured, String limit, LimitAction action) {
        return new LimitTable() {
            @Override
            public RuleVersion rule() {
                return new RuleVersion(measured.label(), "v");
            }

            @Override
            public Measure measure() {
                return measured;
            }

            @Override
            public RiskLimit decide(FactValues facts) {
                return new RiskLimit(rule(), Optional.of(new BigDecimal(limit)), Optional.empty(), action, 1);
            }
        };
    }
}
