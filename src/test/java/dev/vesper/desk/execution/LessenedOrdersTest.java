package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that change while a slice is with the venues, half an hour by the clock. */
class LessenedOrdersTest {
    private static final Instant TEN = Instant.parse("2018-04-12T14:00:00Z");

    private Map<String, LeftNow> rules = Map.of();
    private boolean unloaded;
    private Instant now = TEN;
    private final LeftOfOrders left = new LeftOfOrders(this::rules, () -> now);
    private final List<String> sent = new ArrayList<>();

    private Map<String, LeftNow> rules() {
        if (unloaded) {
            throw Problem.unavailable("Expected version 3 of the rules to be loaded, but it is 2");
        }
        return rules;
    }

    private LessenedOrders slice(String filled) {
        left.now();
        return new LessenedOrders(ChildGate.OPEN, left::lately, Map.of("P1", new BigDecimal(filled)));
    }

    private Optional<String> pass(ChildGate gate, ChildOrder child) {
        return gate.pass(child, () -> sent.add(child.clientOrderId()));
    }

    private static ChildOrder child(String id, String units) {
        return new ChildOrder(
                id, "P1", 0, "XLIT", "IBM", Side.BUY, new BigDecimal(units), BigDecimal.TEN, 36_000_000, 37_800_000);
    }

    private void later(long millis) {
        now = now.plusMillis(millis);
    }

    @Test
    void aRestrictedSymbolIsFeltWithinASecondOfTheSlice() {
        LessenedOrders gate = slice("100");
        assertEquals(Optional.empty(), pass(gate, child("a", "50")));
        rules = Map.of("P1", new LeftNow(BigDecimal.ZERO, "restricted-list: IBM is on the list"));
        later(499);
        assertEquals(Optional.empty(), pass(gate, child("b", "50")), "asked less than half a second ago");
        later(1);
        assertEquals(Optional.of("restricted-list: IBM is on the list"), pass(gate, child("c", "50")));
        assertEquals(
                Optional.of("restricted-list: IBM is on the list"), gate.stopped(child("a", "50")), "it rests there");
        assertEquals(List.of("a", "b"), sent);
    }

    @Test
    void ofALoweredLimitNoMoreLeavesThanItSays() {
        LessenedOrders gate = slice("100");
        assertEquals(Optional.empty(), pass(gate, child("a", "50")));
        rules = Map.of("P1", new LeftNow(new BigDecimal("200"), "order-notional: too large"));
        later(1_000);
        assertEquals(Optional.empty(), gate.stopped(child("a", "50")), "150 of 200");
        assertEquals(Optional.empty(), pass(gate, child("b", "50")));
        assertEquals(Optional.of("order-notional: too large"), pass(gate, child("c", "1")));
        assertEquals(Optional.empty(), gate.stopped(child("b", "50")));
        rules = Map.of();
        later(1_000);
        assertEquals(Optional.empty(), pass(gate, child("d", "50")));
    }

    /** What is with the venues is worked to its end by the rules that were known; the next slice is not sent. */
    @Test
    void rulesThatCannotBeLoadedStopTheNextSlice() {
        LessenedOrders gate = slice("0");
        unloaded = true;
        later(1_000);
        assertEquals(Optional.empty(), pass(gate, child("a", "50")));
        assertEquals(
                Problem.Kind.UNAVAILABLE, assertThrows(Problem.class, left::now).kind());
    }
}
