package dev.vesper.desk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Side;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SteppingClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many orders a day has, the number of its spans is bounded by its slices. */
class TracedVenuesTest {
    private static final Instant MORNING = Instant.parse("2026-01-02T09:30:00Z");
    private static final ChildGate OPEN = new ChildGate() {
        @Override
        public Optional<String> stopped(ChildOrder child) {
            return Optional.empty();
        }

        @Override
        public Optional<String> pass(ChildOrder child, Runnable leave) {
            leave.run();
            return Optional.empty();
        }
    };

    private final Memory memory = new Memory();
    private final List<TracedSpan> told = new ArrayList<>();
    private final RunRecord run = memory.open(LocalDate.of(2025, 12, 31), "/firms/olga", 7, false, MORNING);
    private final RunTracer tracer = new RunTracer(memory, memory.taskStore, new SteppingClock(MORNING), told::add);

    @Test
    void byDefaultASliceOfManyOrdersIsOneSpanOfFigures() {
        try (VenueGateway venues = venues(new TraceDepth(TraceDepth.Part.SLICES, 20))) {
            venues.work(children(0, 10_000), OPEN);
            venues.work(children(1, 10_000), OPEN);
            venues.work(List.of(), OPEN);
        }
        assertEquals(List.of("slice", "slice"), names());
        TracedSpan second = told.getLast();
        assertEquals(1L, second.attributes().get("vesper.slice"));
        assertEquals(10_000L, second.attributes().get("vesper.orders"));
        assertEquals(9_999L, second.attributes().get("vesper.orders.filled"));
        assertEquals(1L, second.attributes().get("vesper.orders.denied"));
        assertEquals("LIT,MIDPOINT", second.attributes().get("vesper.venues"));
    }

    @Test
    void atTheDepthOfOrdersTheSameFewAreFollowedFromSliceToSlice() {
        try (VenueGateway venues = venues(new TraceDepth(TraceDepth.Part.ORDERS, 3))) {
            venues.work(children(0, 1_000), OPEN);
            venues.work(children(1, 1_000), OPEN);
        }
        assertEquals(List.of("order", "order", "order", "slice", "order", "order", "order", "slice"), names());
        assertEquals(parents(told.subList(0, 3)), parents(told.subList(4, 7)));
        TracedSpan order = told.getFirst();
        assertEquals(told.get(3).id(), order.parent());
        assertEquals("filled", order.attributes().get("vesper.order.outcome"));
        assertTrue(order.began().isBefore(order.ended()), order.toString());
    }

    @Test
    void atTheDepthOfMessagesEachOfTheirsIsASpan() {
        try (VenueGateway venues = venues(new TraceDepth(TraceDepth.Part.MESSAGES, 1))) {
            venues.work(children(0, 1_000), OPEN);
        }
        assertEquals(List.of("send order", "process report", "order", "slice"), names());
        assertEquals(told.get(2).id(), told.get(0).parent());
        assertEquals(TracedSpan.Kind.PRODUCER, told.get(0).kind());
        assertEquals("fix", told.get(0).attributes().get("messaging.system"));
        assertEquals(true, told.get(1).attributes().get("vesper.order.ended"));
    }

    @Test
    void aSliceThatFailsSaysWhy() {
        try (VenueGateway venues = venues(new TraceDepth(TraceDepth.Part.SLICES, 1))) {
            assertThrows(Problem.class, () -> venues.work(children(99, 2), OPEN));
        }
        assertEquals("LIT is silent", told.getFirst().failure());
    }

    @Test
    void wherePeopleAskForStagesAloneTheVenuesAreAsTheyWere() {
        VenueGateway bare = new Filling(MessageWatch.NONE);
        TraceDepth stages = new TraceDepth(TraceDepth.Part.STAGES, 1);
        TracedVenues.Followed followed = new TracedVenues.Followed(tracer, stages);
        assertSame(bare, new TracedVenues((_, _, _, _) -> bare, tracer, stages, followed).open(run, null, null, null));
        assertSame(MessageWatch.NONE, followed.watch(run.id()));
    }

    private VenueGateway venues(TraceDepth depth) {
        TracedVenues.Followed followed = new TracedVenues.Followed(tracer, depth);
        return new TracedVenues((record, _, _, _) -> new Filling(followed.watch(record.id())), tracer, depth, followed)
                .open(run, null, null, null);
    }

    /** A venue that fills what reaches it, but the first of each slice, which never leaves. */
    private record Filling(MessageWatch watch) implements VenueGateway {
        @Override
        public SliceResult work(List<ChildOrder> children, ChildGate gate) {
            if (!children.isEmpty() && children.getFirst().slice() == 99) {
                throw Problem.unavailable("LIT is silent");
            }
            List<ChildOutcome> outcomes = new ArrayList<>();
            for (ChildOrder child : children) {
                boolean first = child.equals(children.getFirst());
                if (!first) {
                    watch.message(child, MessageWatch.Kind.ORDER, false);
                    watch.message(child, MessageWatch.Kind.REPORT, true);
                }
                outcomes.add(new ChildOutcome(
                        child.clientOrderId(),
                        first ? ChildOutcome.State.DENIED : ChildOutcome.State.FILLED,
                        first ? BigDecimal.ZERO : child.quantity(),
                        ""));
            }
            return new SliceResult(outcomes, List.of());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static List<ChildOrder> children(int slice, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ChildOrder(
                        slice + "-P" + i,
                        "P" + i,
                        slice,
                        i % 2 == 0 ? "LIT" : "MIDPOINT",
                        "AAA",
                        Side.BUY,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        0,
                        1))
                .toList();
    }

    private static List<Object> parents(List<TracedSpan> orders) {
        return orders.stream()
                .map(span -> span.attributes().get("vesper.order.parent"))
                .sorted()
                .toList();
    }

    private List<String> names() {
        return told.stream().map(TracedSpan::name).toList();
    }
}
