package dev.vesper.orders.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.LateReport.Bust;
import dev.vesper.orders.slice.LateReport.Correction;
import dev.vesper.orders.slice.LateReport.LateFill;
import dev.vesper.orders.slice.SliceCommand.AmendFill;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.state.Execution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a venue tells of fills whose slice is booked: reports in, events out. */
class AmendedFillsTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 12);
    private static final ChildOrder CHILD = child("a", "FAR");

    private final SlicedOrders orders = new SlicedOrders();
    private final List<SliceEvent> history = new ArrayList<>();
    private final List<Fill> booked =
            List.of(fill("a", "E1", "40", "10"), fill("a", "E2", "30", "11"), fill("a", "E3", "20", "12"));
    private SliceState state = orders.initial();

    AmendedFillsTest() {
        bookTheSlice();
    }

    @BeforeEach
    final void bookTheSlice() {
        history.clear();
        state = orders.initial();
        List<ChildOrder> children = List.of(CHILD, child("b", "FAR"));
        accepted(new SendSlice(0, children));
        accepted(new BookSlice(0, children, List.of(ended("a"), ended("b")), booked));
    }

    private static ChildOrder child(String id, String venue) {
        return new ChildOrder(id, "P1", 0, venue, "IBM", Side.BUY, n("100"), n("15"), 1, 2, DAY);
    }

    private static ChildOutcome ended(String id) {
        return new ChildOutcome(id, ChildOutcome.State.CANCELLED, n("0"), "");
    }

    private static Fill fill(String child, String id, String quantity, String price) {
        return new Fill("FAR", id, child, "P1", "ACC1", "IBM", Side.BUY, n(quantity), n(price), n("0"), 5, DAY);
    }

    private static Execution told(String id, String quantity, String price) {
        return new Execution(id, n(quantity), n(price), n("0"), 5);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private int accepted(SliceCommand command) {
        Decision<SliceEvent> decision = orders.decide(state, command);
        var events = assertInstanceOf(Decision.Accepted.class, decision, decision::toString);
        for (Object event : events.events()) {
            state = orders.apply(state, (SliceEvent) event);
            history.add((SliceEvent) event);
        }
        return events.events().size();
    }

    private AmendFill amend(ChildOrder child, LateReport report) {
        return new AmendFill(child, "ACC1", report, booked, DAY);
    }

    private void denied(SliceRefusal kind, ChildOrder child, LateReport report) {
        var denied = assertInstanceOf(Decision.Denied.class, orders.decide(state, amend(child, report)));
        assertEquals(kind, denied.refusal().kind(), denied.refusal()::message);
        assertTrue(denied.refusal().message().startsWith("Expected "), denied.refusal()::message);
    }

    private String standing() {
        return state.amended().standing(booked, DAY).stream()
                .map(fill -> fill.executionId() + " " + fill.quantity().toPlainString() + "@" + fill.price())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    @Test
    void aLateFillABustAndACorrectionStandTogether() {
        assertEquals(1, accepted(amend(CHILD, new LateFill(told("E4", "5", "13")))));
        assertEquals(1, accepted(amend(CHILD, new Bust("E1", "E1.x"))));
        assertEquals(1, accepted(amend(CHILD, new Correction("E2", told("E2.c", "35", "10.25")))));
        assertEquals("[E2.c 35@10.25, E3 20@12, E4 5@13]", standing());
        assertEquals(state, orders.replay(history));
        Fill late = state.amended().standing(booked, DAY).stream()
                .filter(fill -> fill.executionId().equals("E4"))
                .findFirst()
                .orElseThrow();
        assertEquals("ACC1", late.account());
        assertEquals(
                List.of("late-fill:FAR/2018-04-12/E4", "bust:FAR/2018-04-12/E1", "correction:FAR/2018-04-12/E2"),
                history.stream()
                        .filter(Amendment.class::isInstance)
                        .map(event -> ((Amendment) event).label())
                        .toList());
    }

    @Test
    void aSecondTellingGivesNoEvent() {
        List<LateReport> all = List.of(
                new LateFill(told("E4", "5", "13")),
                new Bust("E1", "E1.x"),
                new Correction("E2", told("E2.c", "35", "10.25")));
        all.forEach(report -> accepted(amend(CHILD, report)));
        all.forEach(report -> assertEquals(0, accepted(amend(CHILD, report))));
        assertEquals(0, accepted(amend(CHILD, new Bust("E1", "E1.y"))), "the same bust under another id");
        assertEquals(0, accepted(amend(CHILD, new LateFill(told("E3", "20", "12")))), "booked with its slice");
    }

    @Test
    void whatAVenueCannotTakeBackIsDenied() {
        denied(SliceRefusal.UNKNOWN_FILL, CHILD, new Bust("E9", "x"));
        denied(SliceRefusal.UNKNOWN_FILL, child("b", "FAR"), new Bust("E1", "x"));
        denied(SliceRefusal.UNKNOWN_FILL, child("a", "NEAR"), new Bust("E1", "x"));
        denied(SliceRefusal.UNKNOWN_FILL, CHILD, new Correction("E9", told("E9.c", "1", "1")));
        accepted(amend(CHILD, new Bust("E1", "E1.x")));
        denied(SliceRefusal.UNKNOWN_FILL, CHILD, new Bust("E1.x", "E1.xx"));
        denied(SliceRefusal.NOT_STANDING, CHILD, new Correction("E1", told("E1.c", "1", "1")));
        accepted(amend(CHILD, new Correction("E2", told("E2.c", "35", "10.25"))));
        denied(SliceRefusal.NOT_STANDING, CHILD, new Bust("E2", "E2.x"));
    }

    @Test
    void anExecIdIsTakenOnce() {
        denied(SliceRefusal.TOLD_DIFFERENTLY, CHILD, new LateFill(told("E1", "41", "10")));
        denied(SliceRefusal.TOLD_DIFFERENTLY, child("b", "FAR"), new LateFill(told("E1", "40", "10")));
        denied(SliceRefusal.TOLD_DIFFERENTLY, CHILD, new Correction("E1", told("E2", "40", "10")));
        denied(SliceRefusal.TOLD_DIFFERENTLY, CHILD, new Bust("E1", "E2"));
        accepted(amend(CHILD, new Bust("E1", "E1.x")));
        denied(SliceRefusal.TOLD_DIFFERENTLY, CHILD, new LateFill(told("E1.x", "1", "1")));
        denied(SliceRefusal.TOLD_DIFFERENTLY, CHILD, new Bust("E2", "E1.x"));
    }

    @Test
    void aFillOfNothingOrOfASliceThatIsNotBookedIsDenied() {
        denied(SliceRefusal.NO_QUANTITY, CHILD, new Correction("E1", told("E1.c", "-5", "10")));
        denied(SliceRefusal.NO_QUANTITY, CHILD, new LateFill(told("E4", "0", "10")));
        denied(SliceRefusal.NO_QUANTITY, CHILD, new LateFill(told("E4", "5", "-1")));
        ChildOrder next = new ChildOrder("c", "P1", 1, "FAR", "IBM", Side.BUY, n("1"), n("15"), 1, 2, DAY);
        denied(SliceRefusal.NOT_BOOKED, next, new LateFill(told("E4", "5", "10")));
        accepted(new SendSlice(1, List.of(next)));
        denied(SliceRefusal.NOT_BOOKED, next, new LateFill(told("E4", "5", "10")));
        accepted(amend(CHILD, new LateFill(told("E4", "5", "10")))); // while the next slice is with the venues
        accepted(new BookSlice(1, List.of(next), List.of(ended("c")), List.of()));
        assertEquals(state, orders.replay(history));
    }

    @Test
    void forgedEventsAreRefused() {
        accepted(amend(CHILD, new Bust("E1", "E1.x")));
        SliceEvent bust = history.getLast();
        assertThrows(BrokenHistory.class, () -> orders.apply(state, bust), "twice");
        List<SliceEvent> without = new ArrayList<>(history);
        without.remove(1);
        assertThrows(BrokenHistory.class, () -> orders.replay(without));
        SliceEvent.FillBusted real = (SliceEvent.FillBusted) bust;
        SliceState before = orders.replay(history.subList(0, 2));
        assertThrows(
                BrokenHistory.class,
                () -> orders.apply(
                        before, new SliceEvent.FillBusted(0, fill("a", "E1", "39", "10"), real.by(), real.link())));
    }

    /** Chains of corrections, busts of them, late fills that are corrected: whatever comes first, and however often. */
    @Property(tries = 300)
    void theSameFactsLeadToTheSameFillsInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<LateReport> facts = new ArrayList<>(List.of(
                new LateFill(told("L1", "5", "13")),
                new LateFill(told("L2", "6", "13")),
                new Correction("L1", told("L1.c", "4", "13.5")),
                new Bust("L2", "L2.x"),
                new Bust("E1", "E1.x"),
                new Correction("E2", told("E2.c", "35", "10.25")),
                new Correction("E2.c", told("E2.d", "36", "10.5")),
                new Correction("E3", told("E3.c", "21", "12")),
                new Bust("E3.c", "E3.x")));
        facts.removeIf(_ -> random.nextInt(4) == 0);
        List<LateReport> straight = List.copyOf(facts);
        String expected = standingAfter(List.of(straight));
        facts.addAll(straight.stream().filter(_ -> random.nextBoolean()).toList());
        Collections.shuffle(facts, random);
        List<List<LateReport>> takes = new ArrayList<>();
        for (int end = 1 + random.nextInt(3); !facts.isEmpty(); end += 1 + random.nextInt(3)) {
            takes.add(List.copyOf(facts.subList(0, Math.min(end, facts.size()))));
            if (end >= facts.size()) {
                break;
            }
        }
        assertEquals(expected, standingAfter(takes), () -> takes.toString());
        assertEquals(state, orders.replay(history));
    }

    /** @param takes all that was told by then, each time that the desk asks */
    private String standingAfter(List<List<LateReport>> takes) {
        bookTheSlice();
        for (List<LateReport> take : takes) {
            List<LateReport> inOrder = LateFacts.inOrder(
                    take,
                    id -> booked.stream().anyMatch(fill -> fill.executionId().equals(id))
                            || state.amended().added().containsKey(new AmendedFills.FillKey("FAR", DAY, id)));
            for (LateReport report : inOrder) {
                if (orders.decide(state, amend(CHILD, report)) instanceof Decision.Accepted<SliceEvent>) {
                    accepted(amend(CHILD, report));
                }
            }
        }
        return standing();
    }
}
