package dev.vesper.desk.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.CashShare;
import dev.vesper.limits.measure.Minimum;
import dev.vesper.testing.LimitedDay;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How full limits are, before the orders, as they asked, and after cuts. */
class RunLimitsTest {
    private final Memory memory = new Memory();
    private final RunRecord run =
            memory.open(SmallFirm.DATE, "/firms/small", 7, false, Instant.parse("2018-04-11T20:00:00Z"));

    private List<LimitLine> decided() {
        LimitedDay.of(memory, run.id());
        return memory.limits.worst(run);
    }

    @Test
    void breachesComeFirstThenWhatWasCutThenWhatIsWarned() {
        assertEquals(
                List.of("gross-exposure ACTIVE", "position-weight PREVENTED", "daily-turnover WARNED"),
                decided().stream().map(line -> line.rule() + " " + line.state()).toList());
    }

    @Test
    void anOrderIsToldEveryWordThatItDependsOn() {
        decided();
        String order = memory.rebalance(run.id()).orElseThrow().verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.CUT)
                .map(Verdict::subject)
                .findFirst()
                .orElseThrow();
        List<WhyLine> why = memory.limits.why(run, order);
        assertEquals(
                List.of("CUT position-weight", "WARN daily-turnover", "WARN gross-exposure"),
                why.stream().map(line -> line.outcome() + " " + line.rule()).toList());
        WhyLine cut = why.getFirst();
        assertEquals(order, cut.subject());
        assertEquals(new BigDecimal("0.490000"), cut.used());
        assertEquals(0, new BigDecimal("-0.19").compareTo(cut.headroom()));
        assertEquals("at most 80 units", cut.wouldPass());
        assertEquals("ANNA", why.get(1).subject());
        assertTrue(String.valueOf(assertThrows(Problem.class, () -> memory.limits.why(run, "none"))
                        .getMessage())
                .contains("said nothing of \"none\""));
    }

    /** 100 S00 at 20 of 12,000, then 294 asked for, then 180 left. */
    @Test
    void aLimitIsMeasuredBeforeAsAskedAndAfter() {
        LimitLine weight = decided().get(1);
        assertEquals("ANNA", weight.account());
        assertEquals(new BigDecimal("0.166667"), weight.before());
        assertEquals(new BigDecimal("0.490000"), weight.asked());
        assertEquals(new BigDecimal("0.300000"), weight.after());
        assertEquals(Unit.SHARE_OF_VALUE, weight.basis());
        assertEquals(2, weight.accounts());
        assertEquals(0, weight.breached());
    }

    @Test
    void theUtilisationIsTheReports() {
        List<LimitLine> lines = decided();
        VerdictFigures report = VerdictFigures.of(each -> memory.eachVerdict(run.id(), each));
        report.fullest()
                .forEach(full -> assertTrue(
                        memory.limits.accounts(run, full.verdict().rule().name(), 0, 9).stream()
                                .anyMatch(line ->
                                        line.account().equals(full.verdict().account())
                                                && line.utilisation() == full.utilisation()
                                                && line.asked().equals(full.used()))));
        assertEquals(3, lines.size());
    }

    @Test
    void whatFillsALimitIsTheOrdersThatAreLeft() {
        decided();
        List<LimitOrder> orders = memory.limits.orders(run, "gross-exposure", "ANNA", 0, 9);
        assertEquals(
                List.of("S01 100 0.227584", "S00 80 0.133334"),
                orders.stream()
                        .map(order -> order.symbol() + " " + order.quantity() + " " + order.use())
                        .toList());
        assertEquals(List.of(orders.get(1)), memory.limits.orders(run, "gross-exposure", "ANNA", 1, 1));
    }

    /** Anna has 10,000 of 12,000 in cash, and 5,669 once she has bought: less than the half that must be. */
    @Test
    void aMinimumIsFullerTheLessIsThereAndBrokenFromAbove() {
        RunRecord other = memory.open(SmallFirm.DATE, "/firms/small", 8, false, Instant.parse("2018-04-11T21:00:00Z"));
        decided();
        RebalanceResult day = memory.rebalance(run.id()).orElseThrow();
        JudgedBooks books = LimitedDay.books();
        List<Verdict> said = new ArrayList<>();
        for (AccountPlan plan : day.plans()) {
            String account = plan.account().id();
            AccountBook book = books.book(
                    plan.account(),
                    books.firm().lots().stream()
                            .filter(lot -> lot.account().equals(account))
                            .toList(),
                    day.orders().stream()
                            .filter(order -> order.account().equals(account))
                            .toList(),
                    List.of(),
                    List.of());
            LimitTable half = Tables.always(
                    Minimum.of(new CashShare()), Optional.of("0.5"), Optional.of("0.9"), LimitAction.WARN);
            said.addAll(new BookCheck(List.of(half), _ -> new ArrayList<>()).check(book));
        }
        memory.saveRebalance(
                other.id(),
                Stream.of(new RebalanceResult(day.plans(), day.orders(), said)),
                books.firm().lots());
        LimitLine cash = memory.limits.worst(other).getFirst();
        assertEquals("ANNA ACTIVE MINIMUM", cash.account() + " " + cash.state() + " " + cash.bound());
        assertEquals(
                List.of("0.833333", "0.472416", "0.472416", "0.5"),
                Stream.of(cash.before(), cash.asked(), cash.after(), cash.limit())
                        .map(number -> String.valueOf(number))
                        .toList());
        assertEquals(0.5 / 0.472416, cash.utilisation(), 1e-9);
        assertEquals(1, cash.breached());
        assertEquals(
                List.of("ANNA ACTIVE", "BEN WITHIN"),
                memory.limits.accounts(other, "minimum-cash-share", 0, 9).stream()
                        .map(line -> line.account() + " " + line.state())
                        .toList());
        WhyLine why = WhyLine.of(said.getFirst());
        assertEquals(0, new BigDecimal("-0.027584").compareTo(why.headroom()));
    }

    /** Nothing is lost: what is bought is paid for. */
    @Test
    void exposuresBeforeAndAfterAddUpToTheSame() {
        decided();
        for (ExposureBy by : ExposureBy.values()) {
            List<ExposureLine> lines = memory.limits.exposures(run, by);
            assertEquals(0, new BigDecimal("17000").compareTo(sum(lines, true)), by::name);
            assertEquals(0, new BigDecimal("17000").compareTo(sum(lines, false)), by::name);
            assertEquals("Cash", lines.getLast().name());
        }
        ExposureLine anna = memory.limits.exposures(run, ExposureBy.ACCOUNT).getFirst();
        assertEquals("ANNA", anna.name());
        assertEquals(0, new BigDecimal("2000").compareTo(anna.before()));
        assertEquals(0, new BigDecimal("6331").compareTo(anna.after()));
        assertEquals(0, anna.before().compareTo(anna.filled()), "nothing is filled yet");
    }

    private static BigDecimal sum(List<ExposureLine> lines, boolean before) {
        return lines.stream()
                .map(line -> before ? line.before() : line.after())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void withoutItsMarketWhatWasAskedIsStillKnown() {
        LimitedDay.of(memory, run.id());
        memory.judged = () -> {
            throw Problem.unavailable("gone");
        };
        LimitLine weight = memory.limits.worst(run).stream()
                .filter(line -> line.rule().equals("position-weight"))
                .findFirst()
                .orElseThrow();
        assertNull(weight.before());
        assertEquals(new BigDecimal("0.490000"), weight.asked());
        assertEquals(LimitState.PREVENTED, weight.state());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> memory.limits.exposures(run, ExposureBy.SECTOR))
                        .kind());
    }

    @Test
    void beforeAnythingIsDecidedThereIsNothingAndAnUnknownLimitIsSaid() {
        assertEquals(List.of(), memory.limits.worst(run));
        assertEquals(List.of(), memory.limits.exposures(run, ExposureBy.ACCOUNT));
        decided();
        String said = String.valueOf(assertThrows(Problem.class, () -> memory.limits.accounts(run, "none", 0, 9))
                .getMessage());
        assertTrue(said.contains("\"none\" is none"), said);
    }
}
