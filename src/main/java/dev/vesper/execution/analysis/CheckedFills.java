package dev.vesper.execution.analysis;

import dev.vesper.basics.Numbers;
import dev.vesper.execution.analysis.Finding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills brought to their orders, and what is wrong with them. None is taken or dropped in silence.
 *
 * @param byOrder those that count, by order and time; an order without one is absent
 */
public record CheckedFills(Map<String, List<WorkedFill>> byOrder, List<Finding> findings) {
    public CheckedFills {
        byOrder = Map.copyOf(byOrder);
        findings = List.copyOf(findings);
    }

    /**
     * Looks at all fills.
     *
     * @param fills in any order; an overfill is told of the fill that makes it, by time
     */
    public static CheckedFills of(List<WorkedOrder> orders, List<WorkedFill> fills) {
        Check check = new Check(orders);
        fills.stream().sorted(Comparator.comparingLong(WorkedFill::millis)).forEach(check::look);
        check.findings.sort(Comparator.comparingLong(finding -> finding.place().line()));
        return new CheckedFills(check.byOrder, check.findings);
    }

    /** Those of an order that count, by time. */
    public List<WorkedFill> of(WorkedOrder order) {
        return byOrder.getOrDefault(order.id(), List.of());
    }

    private record Execution(String venue, String id) {}

    private static final class Check {
        private final Map<String, WorkedOrder> orders = new HashMap<>();
        private final Map<Execution, WorkedFill> seen = new HashMap<>();
        private final Map<String, BigDecimal> filled = new HashMap<>();
        private final Map<String, List<WorkedFill>> byOrder = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Check(List<WorkedOrder> orders) {
            orders.forEach(order -> this.orders.put(order.id(), order));
        }

        void look(WorkedFill fill) {
            WorkedOrder order = orders.get(fill.orderId());
            if (order == null) {
                find(Kind.UNKNOWN_ORDER, fill, "no order is called " + fill.orderId() + "; not counted");
                return;
            }
            if (!fill.executionId().isEmpty()) {
                WorkedFill before = seen.putIfAbsent(new Execution(fill.venue(), fill.executionId()), fill);
                if (before != null) {
                    again(fill, before);
                    return;
                }
            }
            window(order, fill);
            BigDecimal sum = filled.merge(order.id(), fill.quantity(), BigDecimal::add);
            if (sum.compareTo(order.quantity()) > 0) {
                find(
                        Kind.OVERFILL,
                        fill,
                        "with it " + sum.toPlainString() + " are filled of "
                                + order.quantity().toPlainString() + " ordered; counted");
            }
            order.limit().ifPresent(limit -> limit(order, fill, limit));
            byOrder.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(fill);
        }

        private void again(WorkedFill fill, WorkedFill before) {
            boolean same = fill.sameExecution(before);
            find(
                    same ? Kind.DUPLICATE : Kind.CONFLICTING_ID,
                    fill,
                    "execution " + fill.executionId() + " of " + fill.venue() + " is also in line "
                            + before.place().line()
                            + (same
                                    ? "; counted once"
                                    : ", but is another there; only the earlier by time is counted"));
        }

        private void window(WorkedOrder order, WorkedFill fill) {
            if (fill.millis() < order.window().fromMillis()
                    || fill.millis() > order.window().untilMillis()) {
                find(
                        Kind.OUTSIDE_WINDOW,
                        fill,
                        "filled at " + Numbers.timeOfDay(fill.millis()) + ", but the order is worked from "
                                + Numbers.timeOfDay(order.window().fromMillis()) + " to "
                                + Numbers.timeOfDay(order.window().untilMillis()) + "; counted");
            }
        }

        private void limit(WorkedOrder order, WorkedFill fill, BigDecimal limit) {
            if (fill.price().subtract(limit).multiply(order.sign()).signum() > 0) {
                find(
                        Kind.BEYOND_LIMIT,
                        fill,
                        "filled at " + fill.price().toPlainString() + ", worse than the limit of "
                                + limit.toPlainString() + "; counted");
            }
        }

        private void find(Kind kind, WorkedFill fill, String words) {
            findings.add(new Finding(kind, fill.place(), fill.orderId(), words));
        }
    }
}
