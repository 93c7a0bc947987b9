package dev.vesper.limits.judging;

import dev.vesper.limits.Holdings;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the verdicts make of the orders: {@link Outcome#DENY} removes an order, {@link Outcome#CUT} leaves the smallest
 * quantity that any rule permits, in whole lots. A verdict acts on the order whose id is its subject; verdicts on
 * accounts, sectors and positions change nothing by themselves.
 *
 * @param orders what goes on, in the order given
 * @param changes what was cut or removed, in the order given
 */
public record Decisions(List<ParentOrder> orders, List<Change> changes) {
    public Decisions {
        orders = List.copyOf(orders);
        changes = List.copyOf(changes);
    }

    /**
     * One order that did not stay as it was.
     *
     * @param left what is left of it; empty where it was removed
     * @param because the verdicts responsible: all that deny it, else those that permit the least
     */
    public record Change(ParentOrder asked, Optional<ParentOrder> left, List<Verdict> because) {
        public Change {
            because = List.copyOf(because);
        }
    }

    /** Applies verdicts to orders; the same arguments give the same answer, and applying it twice changes nothing more. */
    public static Decisions apply(List<ParentOrder> orders, List<Verdict> verdicts) {
        Map<String, List<Verdict>> bySubject = new HashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.outcome().acts()) {
                bySubject
                        .computeIfAbsent(verdict.subject(), s -> new ArrayList<>())
                        .add(verdict);
            }
        }
        List<ParentOrder> left = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (ParentOrder order : orders) {
            Optional<Change> change = change(order, bySubject.getOrDefault(order.id(), List.of()));
            change.ifPresent(changes::add);
            change.map(Change::left).orElse(Optional.of(order)).ifPresent(left::add);
        }
        return new Decisions(left, changes);
    }

    private static Optional<Change> change(ParentOrder order, List<Verdict> verdicts) {
        List<Verdict> denials =
                verdicts.stream().filter(v -> v.outcome() == Outcome.DENY).toList();
        if (!denials.isEmpty()) {
            return Optional.of(new Change(order, Optional.empty(), denials));
        }
        BigDecimal least = order.quantity();
        for (Verdict verdict : verdicts) {
            least = least.min(permitted(verdict));
        }
        if (least.compareTo(order.quantity()) >= 0) {
            return Optional.empty();
        }
        BigDecimal smallest = least;
        List<Verdict> because = verdicts.stream()
                .filter(v -> permitted(v).compareTo(smallest) == 0)
                .toList();
        BigDecimal quantity = Holdings.wholeLots(least.max(BigDecimal.ZERO), order.lotSize());
        Optional<ParentOrder> left = quantity.signum() > 0 ? Optional.of(cutTo(order, quantity)) : Optional.empty();
        return Optional.of(new Change(order, left, because));
    }

    private static BigDecimal permitted(Verdict verdict) {
        return verdict.permitted()
                .orElseThrow(() -> new IllegalArgumentException("Expected a permitted quantity in the verdict of "
                        + verdict.rule().name() + " on order " + verdict.subject() + ", but it says cut without one"));
    }

    /** The same order over fewer units; a sell keeps its first tax lots and gives up the last ones. */
    public static ParentOrder cutTo(ParentOrder order, BigDecimal quantity) {
        List<LotChoice> lots = new ArrayList<>();
        BigDecimal open = quantity;
        for (LotChoice lot : order.lots()) {
            BigDecimal taken = lot.quantity().min(open);
            if (taken.signum() > 0) {
                lots.add(new LotChoice(lot.lotId(), taken));
                open = open.subtract(taken);
            }
        }
        return new ParentOrder(
                order.id(),
                order.account(),
                order.symbol(),
                order.side(),
                quantity,
                order.lotSize(),
                order.tickSize(),
                order.decisionPrice(),
                order.currency(),
                order.strategy(),
                lots);
    }
}
