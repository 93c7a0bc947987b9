package dev.vesper.orders.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of an order. Its status is not kept but follows from the facts, so that reports which come twice, late or
 * in another order make no other status; of several that are true the highest counts, as FIX ranks them.
 *
 * @param quantity units ordered
 * @param sent whether it left
 * @param withheld why it never left; empty where nothing keeps it
 * @param acknowledged whether the venue said that it has it
 * @param pendingCancel whether a cancel is on its way
 * @param unknown whether the venue said, after it left, that it does not know it
 * @param doubt why nobody knows what became of it; empty where that is known
 * @param executions all fills and corrections by ExecID, those that were replaced too
 * @param replaced ExecIDs of fills that were busted or corrected
 * @param corrections ExecIDs of those that replace another
 * @param ends all that the venue said of its end
 * @param reason of a rejection, or empty
 */
public record OrderState(
        BigDecimal quantity,
        boolean sent,
        String withheld,
        boolean acknowledged,
        boolean pendingCancel,
        boolean unknown,
        String doubt,
        SortedMap<String, Execution> executions,
        Set<String> replaced,
        Set<String> corrections,
        Set<OrderEnd> ends,
        String reason) {
    /** FIX's precedence, the highest last. */
    private static final List<OrderStatus> RANK =
            List.of(OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.CANCELLED, OrderStatus.DONE_FOR_DAY);

    public OrderState {
        executions = executions.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(executions));
        replaced = Set.copyOf(replaced);
        corrections = Set.copyOf(corrections);
        ends = Set.copyOf(ends);
    }

    /** Decided, and not sent. */
    public static OrderState intended(BigDecimal quantity) {
        return new OrderState(
                quantity, false, "", false, false, false, "", new TreeMap<>(), Set.of(), Set.of(), Set.of(), "");
    }

    /** What counts: no fill that was busted or corrected, and the corrections in their place. */
    public List<Execution> standing() {
        List<Execution> standing = new ArrayList<>();
        for (Map.Entry<String, Execution> one : executions.entrySet()) {
            if (!replaced.contains(one.getKey())) {
                standing.add(one.getValue());
            }
        }
        return standing;
    }

    /** Units that were filled and stand. */
    public BigDecimal filled() {
        return replaced.isEmpty() ? sum(executions.values()) : sum(standing());
    }

    /** Whether the venue filled more than was ordered: it happens, is booked, and is for a person to see. */
    public boolean overfilled() {
        return filled().compareTo(quantity) > 0;
    }

    /** Whether the venue counts more as filled than it told us, at its end. */
    public boolean missing() {
        if (ends.isEmpty()) {
            return false;
        }
        BigDecimal first = sum(executions.entrySet().stream()
                .filter(one -> !corrections.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        BigDecimal told = first.max(filled());
        return ends.stream().anyMatch(end -> end.filled().compareTo(told) > 0);
    }

    /** Where it stands. */
    public OrderStatus status() {
        if (!withheld.isEmpty()) {
            return OrderStatus.DENIED;
        }
        if (!why().isEmpty()) {
            return OrderStatus.IN_DOUBT;
        }
        BigDecimal filled = filled();
        if (filled.compareTo(quantity) >= 0 || ended(OrderStatus.FILLED, filled)) {
            return OrderStatus.FILLED;
        }
        if (ends.isEmpty()) {
            return open();
        }
        return ends.stream()
                .map(OrderEnd::status)
                .filter(RANK::contains)
                .max(Comparator.comparingInt(RANK::indexOf))
                .orElseGet(this::open);
    }

    private OrderStatus open() {
        if (unknown) {
            return OrderStatus.UNKNOWN;
        }
        if (pendingCancel) {
            return OrderStatus.PENDING_CANCEL;
        }
        if (filled().signum() > 0) {
            return OrderStatus.PARTIALLY_FILLED;
        }
        if (acknowledged) {
            return OrderStatus.NEW;
        }
        return sent ? OrderStatus.SENT : OrderStatus.INTENDED;
    }

    /** Why it is in doubt, for people; empty where it is not. */
    public String why() {
        if (ends.isEmpty()) {
            return doubt;
        }
        if (missing()) {
            return "the venue counts more as filled than the " + filled().toPlainString() + " it told";
        }
        boolean rejected = ends.stream().anyMatch(end -> end.status() == OrderStatus.REJECTED);
        return rejected && !executions.isEmpty() ? "the venue rejected it and told fills" : doubt;
    }

    /** Of an end by a fill only that holds which needs no fill that was taken back. */
    private boolean ended(OrderStatus how, BigDecimal filled) {
        return ends.stream().anyMatch(end -> end.status() == how && end.filled().compareTo(filled) <= 0);
    }

    private static BigDecimal sum(Collection<Execution> executions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Execution one : executions) {
            sum = sum.add(one.quantity());
        }
        return sum;
    }
}
