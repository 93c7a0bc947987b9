package dev.vesper.orders.slice;

import dev.vesper.basics.FieldSum;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums over rows: the fields of each in the order of its record, summed as {@link FieldSum} says. */
public final class RowSums {
    private RowSums() {}

    /** In the order in which they are sent, which belongs to what is vouched for. */
    public static RowSum children(List<ChildOrder> children) {
        FieldSum sums = new FieldSum();
        for (ChildOrder child : children) {
            sums.add(child.clientOrderId());
            sums.add(child.parentId());
            sums.add(Integer.toString(child.slice()));
            sums.add(child.venue());
            sums.add(child.symbol());
            sums.add(child.side().name());
            sums.add(child.quantity());
            sums.add(child.limitPrice());
            sums.add(Long.toString(child.sentMillis()));
            sums.add(Long.toString(child.expireMillis()));
            date(child.date(), sums);
            if (child.minimumFill() != null) { // without one a row has the sum that it had before there were any
                sums.add("at least");
                sums.add(child.minimumFill());
            }
        }
        return new RowSum(children.size(), sums.hex());
    }

    /** In the order in which they are told. */
    static RowSum lessened(List<LessenedOrder> orders) {
        FieldSum sums = new FieldSum();
        for (LessenedOrder order : orders) {
            sums.add(order.parent());
            sums.add(order.units());
            sums.add(order.why());
        }
        return new RowSum(orders.size(), sums.hex());
    }

    /** By client order id, whatever the order given. */
    public static RowSum outcomes(Collection<ChildOutcome> outcomes) {
        FieldSum sums = new FieldSum();
        List<ChildOutcome> ordered = outcomes.stream()
                .sorted(Comparator.comparing(ChildOutcome::clientOrderId))
                .toList();
        for (ChildOutcome outcome : ordered) {
            sums.add(outcome.clientOrderId());
            sums.add(outcome.state().name());
            sums.add(outcome.filled());
            sums.add(outcome.reason());
        }
        return new RowSum(ordered.size(), sums.hex());
    }

    /** By venue and execution id, whatever the order given. */
    public static RowSum fills(Collection<Fill> fills) {
        FieldSum sums = new FieldSum();
        List<Fill> ordered = fills.stream()
                .sorted(Comparator.comparing(Fill::venue).thenComparing(Fill::executionId))
                .toList();
        for (Fill fill : ordered) {
            sums.add(fill.venue());
            sums.add(fill.executionId());
            sums.add(fill.clientOrderId());
            sums.add(fill.parentId());
            sums.add(fill.account());
            sums.add(fill.symbol());
            sums.add(fill.side().name());
            sums.add(fill.quantity());
            sums.add(fill.price());
            sums.add(fill.fee());
            sums.add(Long.toString(fill.millis()));
            date(fill.date(), sums);
        }
        return new RowSum(ordered.size(), sums.hex());
    }

    /** A row from before there were dates has the sum that it had then. */
    private static void date(@Nullable LocalDate date, FieldSum sums) {
        if (date != null) {
            sums.add(date.toString());
        }
    }

    /** The link of an event to the one before: the sum of the link before and what the event says. */
    static String link(String previous, String kind, int slice, RowSum... rows) {
        FieldSum sums = new FieldSum();
        sums.add(previous);
        sums.add(kind);
        sums.add(Integer.toString(slice));
        for (RowSum row : rows) {
            sums.add(Integer.toString(row.rows()));
            sums.add(row.sha256());
        }
        return sums.hex();
    }

    /** The link of an amendment to the event before. */
    static String link(String previous, String kind, int slice, String other, Fill fill) {
        FieldSum sums = new FieldSum();
        sums.add(previous);
        sums.add(kind);
        sums.add(Integer.toString(slice));
        sums.add(other);
        sums.add(fills(List.of(fill)).sha256());
        return sums.hex();
    }
}
