package dev.vesper.desk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.quality.BestQuote;
import dev.vesper.execution.quality.FillQuotes;
import dev.vesper.execution.quality.LeftOut;
import dev.vesper.execution.quality.Population;
import dev.vesper.execution.quality.SentOrder;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.TickColumns;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.ChildOutcome.State;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SliceSaves;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredExecutionsTest {
    private static final LocalDate DAY = SmallFirm.DATE;
    private static final LocalDate SESSION = DAY.plusDays(1);

    private final Memory memory = new Memory();
    private boolean kept = true;
    private boolean practice;
    private RecordedQuotes recorded = RecordedQuotes.NONE;

    private StoredExecutions stored() {
        return new StoredExecutions(
                memory,
                memory.orders,
                memory,
                run -> {
                    if (!kept) {
                        throw Problem.usage("gone");
                    }
                    return SmallFirm.firm();
                },
                recorded,
                practice);
    }

    private Population between(LocalDate from, LocalDate to) {
        return stored().between(from, to, Optional.empty(), false);
    }

    /** A day with an order of 100 shares that LIT filled in part and one of 10 that a kill switch stopped. */
    private RunRecord day(LocalDate date, String firm, boolean rehearsal, RunStatus status) {
        RunRecord run = memory.open(date, firm, 1, rehearsal, SliceSaves.NOON.plusSeconds(memory.runs.size()));
        ParentOrder parent = new ParentOrder(
                run.id() + "-P",
                "ANNA",
                "S00",
                Side.BUY,
                BigDecimal.valueOf(110),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                BigDecimal.valueOf(20),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
        memory.decisions.put(run.id(), new RebalanceResult(List.of(), List.of(parent), List.of()));
        List<ChildOrder> children = List.of(child(run.id(), "LIT", 100), child(run.id(), "MID", 10));
        SliceSaves.send(memory.orders, run.id(), 0, children);
        SliceSaves.book(
                memory.orders,
                run.id(),
                children,
                List.of(
                        new ChildOutcome(children.get(0).clientOrderId(), State.CANCELLED, BigDecimal.valueOf(60), ""),
                        new ChildOutcome(children.get(1).clientOrderId(), State.DENIED, BigDecimal.ZERO, "stopped")),
                List.of(new Fill(
                        "LIT",
                        "E1",
                        children.get(0).clientOrderId(),
                        parent.id(),
                        "ANNA",
                        "S00",
                        Side.BUY,
                        BigDecimal.valueOf(60),
                        new BigDecimal("20.01"),
                        new BigDecimal("0.04"),
                        1_500,
                        SESSION)));
        memory.status(run.id(), status);
        return memory.runs.get(run.id());
    }

    private static ChildOrder child(RunId run, String venue, int quantity) {
        return new ChildOrder(
                run + "-" + venue,
                run + "-P",
                0,
                venue,
                "S00",
                Side.BUY,
                BigDecimal.valueOf(quantity),
                new BigDecimal("20.02"),
                1_000,
                60_000,
                SESSION);
    }

    @Test
    void whatAVenueReceivedIsCounted() {
        RunRecord run = day(DAY, "/firms/small", false, RunStatus.DONE);
        Population population = between(DAY, DAY);
        assertEquals("Small", population.firm());
        assertEquals(List.of(run.id().value()), population.runs());
        SentOrder order = population.orders().getFirst();
        assertEquals(SESSION, order.date());
        assertEquals("equity", order.assetClass());
        assertEquals(Boolean.FALSE, order.midpoint());
        assertEquals(run.id() + "/LIT/E1", order.fills().getFirst().key());
        assertEquals(
                List.of(new LeftOut("orders that a kill switch stopped", 1, 0, "no venue received them")),
                population.leftOut());
    }

    @Test
    void whatDoesNotCountIsToldWithItsReason() {
        day(DAY, "/firms/small", false, RunStatus.DONE);
        day(DAY, "/firms/small", true, RunStatus.DONE);
        day(DAY.plusDays(1), "/firms/small", false, RunStatus.WAITING);
        RunRecord replayed = day(DAY.plusDays(2), "/firms/small", false, RunStatus.FAILED);
        memory.runs.put(replayed.id(), replayed.superseded(RunId.of(DAY.plusDays(2), 2)));
        Population population = between(DAY, DAY.plusDays(9));
        assertEquals(1, population.orders().size());
        assertEquals(
                List.of(
                        "orders that a kill switch stopped 1",
                        "rehearsals 2",
                        "runs that have not ended 2",
                        "superseded runs 2"),
                population.leftOut().stream()
                        .map(one -> one.what() + " " + one.orders())
                        .toList());
        assertEquals(
                1, stored().between(DAY, DAY, Optional.empty(), true).orders().size());
    }

    @Test
    void whatTheFirmsFilesNoLongerTellIsNotRecorded() {
        day(DAY, "/firms/small", false, RunStatus.DONE);
        kept = false;
        Population population = between(DAY, DAY);
        assertEquals("small", population.firm());
        assertNull(population.orders().getFirst().assetClass());
        assertNull(population.orders().getFirst().midpoint());
    }

    @Test
    void whatIsNoRealTradingIsSaid() {
        day(DAY, "/firms/small", false, RunStatus.DONE);
        day(DAY, "/firms/small", true, RunStatus.DONE);
        assertEquals("", between(DAY, DAY).unreal());
        assertEquals(
                "rehearsals on simulated venues",
                stored().between(DAY, DAY, Optional.empty(), true).unreal());
        practice = true;
        assertEquals("practice on a simulated clock", between(DAY, DAY).unreal());
    }

    @Test
    void aPeriodWithoutDays() {
        assertProblem("it holds no day", DAY, DAY);
        day(DAY, "/firms/small", false, RunStatus.DONE);
        assertProblem("its days go from 2018-04-11 to 2018-04-11", DAY.plusDays(1), DAY.plusDays(2));
    }

    @Test
    void aPeriodOfWhichNothingCounts() {
        day(DAY, "/firms/small", true, RunStatus.DONE);
        assertProblem("but there are none; left out: rehearsals (2 orders, nothing was really sent)", DAY, DAY);
    }

    @Test
    void oneFirmAtATime() {
        day(DAY, "/firms/small", false, RunStatus.DONE);
        day(DAY, "/firms/large", false, RunStatus.DONE);
        assertProblem("Expected --firm, because several have days", DAY, DAY);
        assertEquals(
                1,
                stored().between(DAY, DAY, Optional.of("/firms/large"), false)
                        .runs()
                        .size());
    }

    private void assertProblem(String said, LocalDate from, LocalDate to) {
        Problem problem = assertThrows(Problem.class, () -> between(from, to));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(String.valueOf(problem.getMessage()).contains(said), problem.getMessage());
    }

    /** The venue received 100 at 1,000 ms; the market then was the last quote before, and the session opens at 09:30. */
    @Test
    void recordedQuotesStandBesideTheOrders() {
        RunRecord run = day(DAY, "/firms/small", false, RunStatus.DONE);
        TickColumns rows = new TickColumns(Quotes.COLUMNS);
        quote(rows, 900, 200_000, 200_200);
        quote(rows, 1_000, 200_100, 200_300);
        quote(rows, 1_200, 200_300, 200_500);
        recorded = (of, session, symbol) -> {
            assertEquals(run.id(), of.id());
            return session.equals(SESSION) && symbol.equals("S00")
                    ? Optional.of(BestQuotes.of(Quotes.of(rows)))
                    : Optional.empty();
        };
        SentOrder order = between(DAY, DAY).orders().getFirst();
        assertEquals(new BestQuote(new BigDecimal("20.0000"), new BigDecimal("20.0200")), order.receipt());
        assertEquals(Boolean.TRUE, order.marketable());
        FillQuotes quotes = order.fills().getFirst().quotes();
        assertEquals(new BestQuote(new BigDecimal("20.0300"), new BigDecimal("20.0500")), quotes.before());
        assertEquals(Map.of(), quotes.laterMids(), "the market was not open");
    }

    private static void quote(TickColumns rows, long millis, long bid, long ask) {
        for (boolean side : new boolean[] {true, false}) {
            rows.row(millis);
            rows.put(1, side ? bid : 0);
            rows.put(2, side ? 100 : 0);
            rows.put(3, side ? 0 : ask);
            rows.put(4, side ? 0 : 100);
            rows.put(5, 'N');
            rows.put(6, 1);
            rows.put(7, 0);
        }
    }
}
