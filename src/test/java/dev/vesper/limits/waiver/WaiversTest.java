package dev.vesper.limits.waiver;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.Books;
import dev.vesper.limits.Breach;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.ComplianceBounds;
import dev.vesper.limits.bounds.LimitBounds;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.ComplianceCheck;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.judging.StandingBreaches;
import dev.vesper.limits.judging.WaivedCompliance;
import dev.vesper.limits.measure.DailyTurnover;
import dev.vesper.limits.measure.GroupWeight;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An account of 100,000 that buys at 100 in lots of 10; a position may be a quarter of it. */
class WaiversTest {
    private static final LocalDate UNTIL = LocalDate.of(2018, 12, 31);
    private static final LimitTable QUARTER = Tables.cutting(new PositionWeight(), _ -> "0.25");

    @Test
    void whatIsWaivedPassesAndSaysByWhomAndUntilWhen() {
        Verdict verdict = only(position("ACC1", "IBM", "0.30"), 280);
        assertEquals(Outcome.WARN, verdict.outcome());
        assertEquals(
                "IBM in ACC1 would be 28% of the account's value, above the limit of 25% (row 3), lifted to 30% (W-3"
                        + " waives it until 2018-12-31, asked for by Ada, agreed to by Ben) and within what is waived.",
                verdict.reason());
        assertEquals(
                "{limit=0.25, used=0.280000, waived=0.30, waiver=3}",
                verdict.numbers().toString());
        assertEquals(Optional.of("W-3"), verdict.waiver());
        assertEquals("at most 25% of the account's value", verdict.wouldPass());
    }

    @Test
    void whatGoesBeyondTheWaiverIsCutToIt() {
        Verdict verdict = only(position("ACC1", "IBM", "0.30"), 400);
        assertEquals(Outcome.CUT, verdict.outcome());
        assertEquals(Optional.of(BigDecimal.valueOf(300)), verdict.permitted());
        assertTrue(verdict.reason().endsWith("agreed to by Ben): cut from 400 to 300 units."), verdict.reason());
        assertEquals(Optional.of("W-3"), verdict.waiver());
    }

    @Test
    void whatKeepsWithinTheLimitIsNotTouched() {
        Verdict verdict = only(position("ACC1", "IBM", "0.30"), 250);
        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals(Optional.empty(), verdict.waiver());
        assertFalse(verdict.reason().contains("W-3"), verdict.reason());
    }

    @Test
    void itCoversItsAccountItsSubjectAndItsRuleAndNothingElse() {
        for (Waiver other : List.of(
                position("ACC2", "IBM", "0.30"),
                position("ACC1", "XOM", "0.30"),
                position("acc1", "IBM", "0.30"),
                waiver("sector-weight", "ACC1", "IBM", Optional.of("0.30")),
                position("ACC1", "IBM", "0.20"),
                waiver("position-weight", "ACC1", "IBM", Optional.empty()))) {
            Verdict verdict = only(other, 280);
            assertEquals(Outcome.CUT, verdict.outcome(), other::toString);
            assertEquals(Optional.of(BigDecimal.valueOf(250)), verdict.permitted());
            assertEquals(Optional.empty(), verdict.waiver());
        }
        for (Waiver covers : List.of(position("", "IBM", "0.30"), position("ACC1", "", "0.30"))) {
            assertEquals(Outcome.WARN, only(covers, 280).outcome(), covers::toString);
        }
    }

    @Test
    void ofSeveralTheOneThatLetsMostPassCounts() {
        Waivers both = new Waivers(List.of(position("ACC1", "", "0.27"), position("ACC1", "IBM", "0.40")));
        assertEquals(
                Optional.of(BigDecimal.valueOf(400)),
                judged(both, 500, QUARTER).getFirst().permitted());
    }

    @Test
    void aGroupIsWaivedByItsNameAndTheAccountByNone() {
        LimitTable sector = Tables.cutting(GroupWeight.ofSector(), _ -> "0.25");
        Waivers energy = new Waivers(List.of(waiver("sector-weight", "ACC1", "Energy", Optional.of("0.35"))));
        List<Verdict> said = judged(energy, 400, sector);
        assertEquals(
                List.of("1 CUT Optional[350]", "ACC1/Energy CUT Optional.empty"),
                said.stream()
                        .map(v -> v.subject() + " " + v.outcome() + " " + v.permitted())
                        .toList());
        assertTrue(said.stream().allMatch(v -> v.waiver().equals(Optional.of("W-3"))), said::toString);
        LimitTable turnover = Tables.cutting(new DailyTurnover(), _ -> "0.25");
        Waivers whole = new Waivers(List.of(waiver("daily-turnover", "ACC1", "", Optional.of("0.50"))));
        assertEquals(Outcome.WARN, judged(whole, 400, turnover).getFirst().outcome());
    }

    @Test
    void aBreachThatMarketsMadeNamesItsWaiverToo() {
        var book = Books.cash(50_000)
                .holds("IBM", 500)
                .instrument("IBM", "Equity", "Energy")
                .book();
        Verdict verdict = new BookCheck(
                        List.of(QUARTER), _ -> new ArrayList<>(), new Waivers(List.of(position("ACC1", "IBM", "0.60"))))
                .check(book)
                .getFirst();
        assertEquals(Outcome.WARN, verdict.outcome());
        assertTrue(verdict.reason().endsWith("no order raises it (a passive breach)."), verdict.reason());
        assertEquals(Optional.of("W-3"), verdict.waiver());
    }

    /** 500 IBM of 100,000 are half of it: too much in the position, and the sector is told beside. */
    @Test
    void whatAnAccountIsOverBeforeItTradesIsFoundWhateverItOrders() {
        LimitTable sector = Tables.of(GroupWeight.ofSector(), _ -> "0.40", LimitAction.WARN);
        var book = Books.cash(50_000)
                .holds("IBM", 500)
                .instrument("IBM", "Equity", "Energy")
                .orders(sell("1", "IBM", 400))
                .book();
        Waivers waivers = new Waivers(List.of(position("ACC1", "IBM", "0.50"), position("ACC1", "IBM", "0.30")));
        assertEquals(
                List.of(
                        "position-weight ACC1 IBM 0.500000 of 0.25 Optional[W-3]",
                        "sector-weight ACC1 Energy 0.500000 of 0.40 Optional.empty"),
                over(StandingBreaches.of(List.of(QUARTER, sector), book, waivers)));
        assertEquals(
                List.of("position-weight ACC1 IBM 0.500000 of 0.25 Optional.empty"),
                over(StandingBreaches.of(
                        List.of(QUARTER), book, new Waivers(List.of(position("ACC1", "IBM", "0.49"))))),
                "a waiver that is exceeded covers nothing");
        assertEquals(
                List.of(),
                StandingBreaches.of(
                        List.of(QUARTER),
                        Books.cash(50_000).orders(buy("1", "IBM", 400)).book(),
                        Waivers.NONE),
                "what is only ordered is judged, and no breach yet");
    }

    private static List<String> over(List<Breach> breaches) {
        return breaches.stream()
                .map(one -> one.rule().name() + " " + one.account() + " " + one.subject() + " " + one.used() + " of "
                        + one.limit() + " " + one.waiver())
                .toList();
    }

    @Test
    void anOrderThatComplianceDeniesPassesByItsWaiverAlone() {
        ComplianceCheck denies = book -> new ArrayList<>(book.orders().stream()
                .map(order -> new Verdict(
                        new RuleVersion("restricted-list", "v"),
                        Outcome.DENY,
                        "ACC1",
                        order.id(),
                        order.symbol() + " is on the restricted list.",
                        Verdict.numbers(Map.of("listed", BigDecimal.ONE)),
                        "",
                        Optional.empty()))
                .toList());
        var book = Books.cash(100_000)
                .orders(buy("1", "IBM", 100), buy("2", "XOM", 100))
                .book();
        Waivers ibm = new Waivers(List.of(waiver("restricted-list", "", "IBM", Optional.empty())));
        List<Verdict> said = new BookCheck(List.of(), denies, ibm).check(book);
        assertEquals(
                List.of("1 WARN", "2 DENY"),
                said.stream().map(v -> v.subject() + " " + v.outcome()).toList());
        assertEquals(
                "IBM is on the restricted list. It passes: W-3 waives it until 2018-12-31, asked for by Ada, agreed to by"
                        + " Ben.",
                said.getFirst().reason());
        assertEquals("{listed=1, waiver=3}", said.getFirst().numbers().toString());
        assertEquals(
                List.of("XOM"),
                ComplianceBounds.of(new WaivedCompliance(denies, ibm), book, book.orders()).stream()
                        .map(bound -> bound.symbol())
                        .toList(),
                "the plan may buy what is waived");
        assertTrue(
                new WaivedCompliance(
                                denies, new Waivers(List.of(waiver("restricted-list", "", "IBM", Optional.of("0.30")))))
                        .judge(book).stream().allMatch(v -> v.outcome() == Outcome.DENY),
                "a ceiling has no meaning here");
    }

    @Test
    void thePlanMayUseWhatIsWaivedAndNoMore() {
        var book = Books.cash(100_000)
                .holds("IBM", 0)
                .instrument("IBM", "Equity", "Energy")
                .book();
        Bounds bounds = LimitBounds.of(
                List.of(QUARTER), book, List.of("IBM"), new Waivers(List.of(position("ACC1", "IBM", "0.30"))));
        var bound = bounds.tightest("IBM", Side.BUY).orElseThrow();
        assertEquals("300", bound.units().toPlainString());
        assertEquals("30% of the account's value, waived by W-3", bound.why().said());
    }

    @Test
    void aRowThatOnlyWarnsStillOnlyWarns() {
        LimitTable warns = Tables.of(new PositionWeight(), _ -> "0.25", LimitAction.WARN);
        Waivers waivers = new Waivers(List.of(position("ACC1", "IBM", "0.30")));
        assertEquals(Outcome.WARN, judged(waivers, 280, warns).getFirst().outcome());
        Verdict beyond = judged(waivers, 400, warns).getFirst();
        assertEquals(Outcome.WARN, beyond.outcome());
        assertTrue(beyond.reason().endsWith("which only warns."), beyond.reason());
    }

    private static Waiver position(String account, String subject, String upTo) {
        return waiver("position-weight", account, subject, Optional.of(upTo));
    }

    private static Waiver waiver(String rule, String account, String subject, Optional<String> upTo) {
        return new Waiver(
                "W-3", rule, account, subject, upTo.map(BigDecimal::new), UNTIL, "Ada", "Ben", "transfer in kind");
    }

    private static Verdict only(Waiver waiver, long units) {
        List<Verdict> said = judged(new Waivers(List.of(waiver)), units, QUARTER);
        assertEquals(1, said.size(), said::toString);
        return said.getFirst();
    }

    private static List<Verdict> judged(Waivers waivers, long units, LimitTable table) {
        var book = Books.cash(100_000)
                .instrument("IBM", "Equity", "Energy")
                .orders(buy("1", "IBM", units))
                .book();
        return new BookCheck(List.of(table), _ -> new ArrayList<>(), waivers).check(book);
    }
}
