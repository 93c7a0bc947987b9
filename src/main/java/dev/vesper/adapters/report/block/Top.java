package dev.vesper.adapters.report.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many. It looks at each row once and holds only the few, so that many rows cost little. */
public final class Top {
    private Top() {}

    private record Placed<R>(R row, int at) {}

    /**
     * The first rows in an order, as sorting all and cutting would give them; rows that are alike stay in their own order.
     *
     * @param order what comes first
     * @param most how many at the most, greater than zero
     */
    public static <R> List<R> of(List<R> rows, Comparator<R> order, int most) {
        Comparator<Placed<R>> placed =
                Comparator.<Placed<R>, R>comparing(Placed::row, order).thenComparingInt(Placed::at);
        PriorityQueue<Placed<R>> last = new PriorityQueue<>(placed.reversed());
        int at = 0;
        for (R row : rows) {
            Placed<R> next = new Placed<>(row, at++);
            if (last.size() < most) {
                last.add(next);
            } else if (placed.compare(next, last.element()) < 0) {
                last.remove();
                last.add(next);
            }
        }
        List<Placed<R>> first = new ArrayList<>(last);
        first.sort(placed);
        return first.stream().map(Placed::row).toList();
    }
}
