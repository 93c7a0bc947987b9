package dev.vesper.desk.blotter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.testing.Memory;
import dev.vesper.testing.WorkedOrders;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Orders as they stand are what the report would say of them now. */
class BlotterTest {
    private final Memory memory = new Memory();
    private final RunRecord run = open();
    private final RunId id = run.id();
    private int asked;
    private int planned;
    private int charted;
    private final Blotter blotter = new Blotter(
            memory.orders,
            memory,
            run -> LeftOutOrder.of(memory.eventLog, run),
            (_, symbols) -> {
                asked++;
                assertEquals(4, symbols.size());
                return memory.prices;
            },
            (_, parents) -> {
                planned++;
                return WorkedOrders.plans(parents);
            },
            (_, symbols) -> {
                charted++;
                assertEquals(4, symbols.size());
                return WorkedOrders.bars();
            });

    private RunRecord open() {
        return memory.open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, Instant.EPOCH);
    }

    @Test
    void beforeAnythingIsDecidedThereIsNothingAndNoMarketIsAskedFor() {
        assertEquals(0, blotter.totals(run).orders());
        assertEquals(List.of(), blotter.list(run, 0, 10));
        assertEquals(0, asked);
        WorkedOrders.of(memory, id); // and what was decided since is seen
        assertEquals(4, blotter.totals(run).orders());
    }

    @Test
    void theFiguresAreThoseOfTheReport() {
        WorkedOrders.of(memory, id);
        List<OrderLine> report = ExecutedOrders.of(
                        memory.orders(id).orElseThrow(), memory.orders.sent(id), memory.orders.fills(id), memory.prices)
                .stream()
                .map(OrderLine::of)
                .toList();
        assertEquals(report, blotter.list(run, 0, 10));
        assertEquals(report.subList(1, 3), blotter.list(run, 1, 2));
        assertEquals(List.of(), blotter.list(run, 4, 2));
    }

    @Test
    void anOrderStandsAsItsChildrenAndFillsSay() {
        WorkedOrders.of(memory, id);
        OrderLine ibm = blotter.show(run, WorkedOrders.id(id, 1));
        assertEquals(OrderStatus.WORKING, ibm.state());
        assertEquals(0, new BigDecimal("500").compareTo(ibm.leaves()));
        assertEquals(0, new BigDecimal("10.12").compareTo(ibm.averagePrice()));
        assertEquals(new BigDecimal("10.05"), ibm.arrivalPrice());
        assertEquals(35, ibm.executionBps(), 1e-9); // 500 * 0.07 of 10,000
        OrderLine sap = blotter.show(run, WorkedOrders.id(id, 2));
        assertEquals(OrderStatus.UNFILLED, sap.state());
        assertEquals("halted <b>", sap.reason());
        assertNull(sap.averagePrice());
        assertEquals(sap.decisionPrice(), sap.arrivalPrice());
        assertEquals(
                OrderStatus.NOT_SENT, blotter.show(run, WorkedOrders.id(id, 4)).state());
    }

    /** 1,000 evenly over eight slices; the first is booked with 500, the second is with the venue. */
    @Test
    void theScheduleIsWhatTheEnginePlannedBesideWhatWasFilled() {
        WorkedOrders.of(memory, id);
        List<ScheduleLine> ibm = blotter.schedule(run, WorkedOrders.id(id, 1));
        assertEquals(
                List.of("125", "250", "375", "500", "625", "750", "875", "1000"),
                ibm.stream().map(line -> line.planned().toPlainString()).toList());
        assertEquals(
                new ScheduleLine(
                        0,
                        LocalDate.of(2018, 4, 12),
                        "09:30:00.000",
                        "09:45:00.000",
                        BigDecimal.valueOf(125),
                        BigDecimal.valueOf(500)),
                ibm.getFirst());
        assertNull(ibm.get(1).filled());
        WorkedOrders.filled(memory, id, 1);
        assertEquals(
                BigDecimal.valueOf(600),
                blotter.schedule(run, WorkedOrders.id(id, 1)).get(1).filled());
        assertEquals(
                BigDecimal.ZERO,
                blotter.schedule(run, WorkedOrders.id(id, 4)).getFirst().filled());
        assertEquals(1, planned, "once for all orders of a run");
        assertThrows(Problem.class, () -> blotter.schedule(run, "none"));
    }

    /** While an order works, its life ends where its last booked slice does, and its costs are not known yet. */
    @Test
    void theLifeOfAnOrderShowsNoMoreOfTheMarketThanItHasMet() {
        WorkedOrders.of(memory, id);
        OrderLife ibm = blotter.life(run, WorkedOrders.id(id, 1));
        assertFalse(ibm.over());
        assertNull(ibm.shortfall());
        assertEquals(blotter.schedule(run, WorkedOrders.id(id, 1)), ibm.schedule());
        assertEquals("09:45:00.000", ibm.market().getLast().until());
        assertEquals(new BigDecimal("10.00"), ibm.market().getFirst().last());
        assertEquals(
                List.of("400", "500"),
                ibm.fills().stream().map(fill -> fill.total().toPlainString()).toList());
        assertEquals((10.10 / 10.05 - 1) * 10_000, ibm.fills().getFirst().arrivalBps(), 1e-9);
        blotter.life(run, WorkedOrders.id(id, 4));
        assertEquals(1, charted, "once for all orders of a run");
        assertThrows(Problem.class, () -> blotter.life(run, "none"));
    }

    @Test
    void theLifeOfAnOrderThatIsOverHasItsCosts() {
        WorkedOrders.of(memory, id);
        WorkedOrders.filled(memory, id, 1);
        for (int slice = 2; slice < 6; slice++) {
            WorkedOrders.more(memory, id, slice);
            WorkedOrders.filled(memory, id, slice);
        }
        memory.status(id, RunStatus.DONE); // all is done: the last two slices send nothing
        RunRecord ended = memory.find(id).orElseThrow();
        OrderLife ibm = blotter.life(ended, WorkedOrders.id(id, 1));
        assertTrue(ibm.over());
        assertEquals("11:30:00.000", ibm.market().getLast().until());
        OrderLife.ShortfallLine costs = Objects.requireNonNull(ibm.shortfall());
        assertEquals(
                0,
                costs.total()
                        .compareTo(costs.delay()
                                .add(costs.execution())
                                .add(costs.opportunity())
                                .add(costs.fees())));
        assertEquals(ibm.order().executionBps(), costs.executionBps(), 1e-12);
    }

    @Test
    void theTotalsCountOrdersChildrenAndWhatWasRefused() {
        WorkedOrders.of(memory, id);
        OrderTotals totals = blotter.totals(run);
        assertEquals(4, totals.orders());
        assertEquals(0, totals.filled());
        assertEquals(4, totals.counts().children());
        assertEquals(3, totals.counts().ended());
        assertEquals(2, totals.counts().fills());
        assertEquals(1, totals.counts().rejected());
        assertEquals(1, totals.counts().denied());
        OrderTotals.CurrencyLine usd = totals.currencies().getFirst();
        assertEquals(0, new BigDecimal("11110").compareTo(usd.notional()));
        assertEquals(0, new BigDecimal("5060").compareTo(usd.filled()));
        assertEquals(5_000.0 / 11_110, usd.fillRate(), 1e-12);
    }

    /** The market is large: it is asked for once, and everything else whenever something was stored. */
    @Test
    void whatHappensIsSeenAndTheMarketIsAskedForOnce() {
        WorkedOrders.of(memory, id);
        OrderTotals before = blotter.totals(run);
        assertEquals(before, blotter.totals(run));
        WorkedOrders.filled(memory, id, 1);
        assertEquals(3, blotter.totals(run).counts().fills());
        assertEquals(
                OrderStatus.PARTIAL, blotter.show(run, WorkedOrders.id(id, 1)).state());
        for (int slice = 2; slice < 6; slice++) {
            WorkedOrders.more(memory, id, slice);
            WorkedOrders.filled(memory, id, slice);
        }
        assertEquals(
                OrderStatus.FILLED, blotter.show(run, WorkedOrders.id(id, 1)).state());
        assertEquals(1, blotter.totals(run).filled());
        assertEquals(1, asked);
    }

    @Test
    void childrenComeWithTheirFillsPartByPart() {
        WorkedOrders.of(memory, id);
        String ibm = WorkedOrders.id(id, 1);
        List<ChildLine> children = blotter.children(run, ibm, 0, 10);
        assertEquals(
                List.of("filled", "working"),
                children.stream().map(ChildLine::state).toList());
        assertEquals(2, children.getFirst().fills().size());
        ChildLine.FillLine fill = children.getFirst().fills().getFirst();
        assertEquals("LIT", fill.venue());
        assertEquals(run.date(), fill.date());
        assertTrue(fill.at().startsWith("09:30:01"), fill::at);
        assertEquals(children.subList(1, 2), blotter.children(run, ibm, 1, 10));
        assertEquals(
                "denied",
                blotter.children(run, WorkedOrders.id(id, 3), 0, 10).getFirst().state());
        assertEquals(List.of(), blotter.children(run, WorkedOrders.id(id, 4), 0, 10));
    }

    @Test
    void anUnknownOrderIsSaidToBeUnknown() {
        WorkedOrders.of(memory, id);
        for (String wrong : List.of("", "x", WorkedOrders.id(new RunId("2018-04-12-001"), 1))) {
            Problem problem = assertThrows(Problem.class, () -> blotter.children(run, wrong, 0, 1));
            assertTrue(problem.getMessage().contains("./vesper orders list --run " + id), problem::getMessage);
        }
    }

    @Test
    void twoRunsAreKeptApart() {
        WorkedOrders.of(memory, id);
        assertEquals(4, blotter.totals(run).orders());
        RunRecord other = open();
        assertEquals(0, blotter.totals(other).orders());
        WorkedOrders.of(memory, other.id());
        assertEquals(
                WorkedOrders.id(other.id(), 1),
                blotter.list(other, 0, 1).getFirst().order());
        assertEquals(WorkedOrders.id(id, 1), blotter.list(run, 0, 1).getFirst().order());
    }
}
