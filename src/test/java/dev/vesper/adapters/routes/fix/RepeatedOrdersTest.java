package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a session may say again by itself. */
class RepeatedOrdersTest {
    private final List<String> repeated = new ArrayList<>();
    private String stopped = "";

    private final ChildGate gate = new ChildGate() {
        @Override
        public Optional<String> stopped(ChildOrder child) {
            return child.clientOrderId().equals(stopped) ? Optional.of("K-1 stops it") : Optional.empty();
        }

        @Override
        public Optional<String> pass(ChildOrder child, Runnable leave) {
            Optional<String> why = stopped(child);
            if (why.isEmpty()) {
                leave.run();
            }
            return why;
        }
    };

    @Test
    void whatIsStoppedWaitsForItsReleaseAndTheRestIsRepeated() {
        var orders = new RepeatedOrders(KnownOrders.NONE, ChildGate.OPEN);
        orders.worked(List.of(child("a"), child("b")), gate);
        stopped = "a";
        assertEquals(List.of("b", "of an earlier slice"), repeated(orders, "a", "b", "of an earlier slice"));
        stopped = "";
        assertEquals(List.of("a"), repeated(orders, "a"));
    }

    /** A session is asked for what an earlier try sent as soon as it is logged on, before the first slice is worked. */
    @Test
    void afterARestartTheGateStandsBeforeWhatWasUnderWay() {
        var known = new KnownOrders(
                List.of(child("done"), child("under-way"), child("denied")),
                Map.of("done", outcome("done", ChildOutcome.State.FILLED), "denied", denied("denied")));
        stopped = "under-way";
        var orders = new RepeatedOrders(known, gate);
        assertEquals(List.of("done"), repeated(orders, "done", "under-way", "denied"));
    }

    @Test
    void whatWasDeniedIsNotSentByALaterRepeatThoughItMayBeSentAgainByThen() {
        var orders = new RepeatedOrders(KnownOrders.NONE, ChildGate.OPEN);
        orders.worked(List.of(child("a")), gate);
        orders.denied("a");
        orders.worked(List.of(child("b")), gate);
        assertEquals(List.of("b"), repeated(orders, "a", "b"));
    }

    private List<String> repeated(RepeatedOrders orders, String... ids) {
        repeated.clear();
        for (String id : ids) {
            orders.pass(id, () -> repeated.add(id));
        }
        return List.copyOf(repeated);
    }

    private static ChildOutcome denied(String id) {
        return outcome(id, ChildOutcome.State.DENIED);
    }

    private static ChildOutcome outcome(String id, ChildOutcome.State state) {
        return new ChildOutcome(id, state, BigDecimal.ZERO, "");
    }

    private static ChildOrder child(String id) {
        return new ChildOrder(id, "parent", 0, "LIT", "S00", Side.BUY, BigDecimal.TEN, BigDecimal.ONE, 0, 1, null);
    }
}
