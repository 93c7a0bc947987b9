package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.RunOdds;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.execution.routing.OddsEvent;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.testing.Sent;
import dev.vesper.testing.SliceSaves;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Children, outcomes and fills: in order, and once. */
abstract class OrderStoreCases extends StoreCases {
    @Test
    void childrenStayInTheOrderTheyWereDecidedAndAreStoredOnce() {
        RunId run = decided(open(false));
        List<ChildOrder> all = new ArrayList<>(Sample.children(run, 0, 3));
        Append<SliceEvent> first = SliceSaves.send(orders, run, 0, List.copyOf(all));
        orders.saveChildren(run, List.copyOf(all), first, Sample.NOON); // again, after a crash
        SliceSaves.book(orders, run, all, ended(all), List.of());
        List<ChildOrder> next = Sample.children(run, 1, 4);
        SliceSaves.send(orders, run, 1, next);
        orders.saveChildren(run, List.copyOf(all), first, Sample.NOON);
        all.addAll(next);
        assertEquals(all, orders.children(run));
        assertEquals(3, orders.history(run).size());
    }

    @Test
    void theSmallestFillOfAChildIsKept() {
        RunId run = decided(open(false));
        ChildOrder any = Sample.children(run, 0, 2).get(1);
        ChildOrder least = new ChildOrder(
                any.clientOrderId() + "-M",
                any.parentId(),
                any.slice(),
                any.venue(),
                any.symbol(),
                any.side(),
                any.quantity(),
                any.limitPrice(),
                any.sentMillis(),
                any.expireMillis(),
                Sample.DATE,
                new BigDecimal("10"));
        SliceSaves.send(orders, run, 0, List.of(any, least));
        assertEquals(List.of(any, least), orders.children(run));
        assertEquals(List.of(), audit.verify());
    }

    /** Of another day it is read as it was learned, and an altered table is noticed. */
    @Test
    void whatWasLearnedOfVenuesIsKeptAndVouchedFor() {
        var odds = VenueOdds.parse("venue,symbol,lots,odds\nXMID,IBM,18,0.9130434782608696\nXMID,IBM,,0.1\n");
        FileSet set = new FileSet(Map.of("odds.csv", odds.text().getBytes(StandardCharsets.UTF_8)));
        var files = new HibernateFilesUsed(store.database());
        var learned = new OddsEvent.Learned(set.sha256(), 3, 120);
        RunRecord run = open(false);
        files.keep(set);
        audit.append(
                Sample.NOON,
                "vesper",
                AuditAction.VENUE_ODDS_LEARNED,
                run.id().value(),
                "odds",
                false,
                new Append<>(new StreamId<>(OddsEvent.class, "venue-odds/" + run.id()), 0, List.of(learned)));
        var used = new RunOdds(runs, orders, events, audit, files, () -> Sample.NOON)
                .used(run.id())
                .orElseThrow();
        assertEquals(learned, used.learned());
        assertEquals(odds.text(), used.odds().text());
        assertEquals(List.of(), audit.verify());
    }

    /** Of two children of the first slice the later one by name was decided first, so its reason is the first. */
    @Test
    void whatBecameOfTheChildrenIsCountedByParent() {
        RunId run = decided(open(false));
        assertEquals(Map.of(), orders.sent(run));
        List<ChildOrder> first = Sample.children(run, 0, 3);
        SliceSaves.send(orders, run, 0, first);
        List<ChildOutcome> ends = List.of(
                Sample.filled(first.get(0)),
                rejected(first.get(1), "halted"),
                new ChildOutcome(
                        first.get(2).clientOrderId(),
                        ChildOutcome.State.DENIED,
                        BigDecimal.ZERO,
                        "K-1 stops everything (ben: the prices are wrong)"));
        SliceSaves.book(orders, run, first, ends, List.of());
        SliceSaves.send(orders, run, 1, Sample.children(run, 1, 2));
        assertEquals(Map.of(run + "-0002", new SentChildren(5, 3, "halted")), orders.sent(run));
        assertEquals(Sent.of(orders.children(run), orders.outcomes(run)), orders.sent(run));
        assertEquals(new OrderCounts(5, 3, 0, 1, 1), orders.counts(run));
        assertEquals(new OrderCounts(0, 0, 0, 0, 0), orders.counts(open(false).id()));
    }

    private static ChildOutcome rejected(ChildOrder child, String reason) {
        return new ChildOutcome(child.clientOrderId(), ChildOutcome.State.REJECTED, BigDecimal.ZERO, reason);
    }

    @Test
    void aSliceIsBookedOnce() {
        RunId run = decided(open(false));
        List<ChildOrder> children = Sample.children(run, 0, 2);
        SliceSaves.send(orders, run, 0, children);
        Fill lit = Sample.fill(children.get(0), "E1", "40", "150.21", "0.6", 36_000_500);
        Fill mid = Sample.fill(children.get(1), "E1", "100", "150.205", "0", 36_000_400);
        Fill late = Sample.fill(children.get(0), "E0", "60", "150.2", "0.9", 36_000_500);
        Append<SliceEvent> booked = SliceSaves.book(orders, run, children, ended(children), List.of(lit, mid, late));
        orders.saveOutcomes(run, ended(children), List.of(lit, mid, late), booked, Sample.NOON);
        orders.saveOutcomes(run, ended(children), List.of(lit), booked, Sample.NOON.plusSeconds(5));
        assertEquals(List.of(mid, late, lit), orders.fills(run));
        assertEquals(2, orders.outcomes(run).size());
        assertEquals(
                Sample.filled(children.get(1)),
                orders.outcomes(run).get(children.get(1).clientOrderId()));
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void theChildrenOfOneParentAreReadInPartsWithWhatBecameOfThem() {
        RunId run = decided(open(false));
        List<ChildOrder> first = Sample.children(run, 0, 2);
        SliceSaves.send(orders, run, 0, first);
        Fill late = Sample.fill(first.get(1), "E2", "60", "150.2", "0.9", 36_000_500);
        Fill early = Sample.fill(first.get(1), "E1", "40", "150.21", "0.6", 36_000_400);
        SliceSaves.book(orders, run, first, ended(first), List.of(late, early));
        List<ChildOrder> next = Sample.children(run, 1, 1);
        SliceSaves.send(orders, run, 1, next);
        String parent = first.getFirst().parentId();
        WorkedChild unfilled = new WorkedChild(first.get(0), Sample.filled(first.get(0)), List.of());
        WorkedChild filled = new WorkedChild(first.get(1), Sample.filled(first.get(1)), List.of(early, late));
        assertEquals(List.of(unfilled, filled), orders.worked(run, parent, 0, 2));
        assertEquals(
                List.of(filled, new WorkedChild(next.getFirst(), null, List.of())), orders.worked(run, parent, 1, 9));
        assertEquals(List.of(), orders.worked(run, parent, 3, 9));
        assertEquals(List.of(), orders.worked(run, run + "-9999", 0, 9));
    }

    /** Two who work one run: what the slower one decided otherwise is refused whole. */
    @Test
    void aSliceThatSomebodyElseSentOtherwiseIsRefused() {
        RunId run = decided(open(false));
        List<ChildOrder> children = Sample.children(run, 0, 2);
        SliceSaves.send(orders, run, 0, children);
        RowSum other = RowSums.children(children.subList(0, 1));
        Problem refused = assertThrows(
                Problem.class,
                () -> orders.saveChildren(
                        run,
                        children.subList(0, 1),
                        new Append<>(OrderStore.stream(run), 0, List.of(new SliceSent(0, other, "0"))),
                        Sample.NOON));
        assertTrue(refused.getMessage().contains("orders/" + run + " to hold 0 events"), refused::getMessage);
        assertEquals(children, orders.children(run));
    }

    @Test
    void anotherRunMayUseTheSameExecutionId() {
        RunId first = decided(open(false));
        RunId second = decided(open(false));
        for (RunId run : List.of(first, second)) {
            worked(run, 0, 1);
        }
        assertEquals(1, orders.fills(first).size());
        assertEquals(1, orders.fills(second).size());
    }

    @Test
    void aFillOfAnUnknownChildIsNotBooked() {
        RunId run = decided(open(false));
        Fill fill = Sample.fill(Sample.children(run, 0, 1).getFirst(), "E1", "1", "1", "0", 1);
        RowSum sum = RowSums.fills(List.of(fill));
        Append<SliceEvent> forged = new Append<>(
                OrderStore.stream(run), 0, List.of(new SliceBooked(0, RowSums.children(List.of()), sum, "0")));
        assertThrows(
                RuntimeException.class, () -> orders.saveOutcomes(run, List.of(), List.of(fill), forged, Sample.NOON));
        assertEquals(List.of(), orders.fills(run));
        assertEquals(List.of(), orders.history(run), "the event goes with the rows");
    }

    @Test
    void thousandsOfChildrenAndFillsAreSavedAgainWithoutDuplicates() {
        RunId run = decided(open(false));
        List<ChildOrder> children = Sample.children(run, 0, 3500);
        Append<SliceEvent> sent = SliceSaves.send(orders, run, 0, children);
        orders.saveChildren(run, children, sent, Sample.NOON);
        List<Fill> fills = IntStream.range(0, 7000)
                .mapToObj(i -> Sample.fill(children.get(i / 2), "E" + i, "50", "150.2", "0.01", 36_000_000 + i))
                .toList();
        Append<SliceEvent> booked = SliceSaves.book(orders, run, children, ended(children), fills);
        orders.saveOutcomes(run, ended(children), fills, booked, Sample.NOON);
        assertEquals(children, orders.children(run));
        assertEquals(fills, orders.fills(run));
        assertEquals(3500, orders.outcomes(run).size());
        assertEquals(List.of(), audit.verify());
    }
}
