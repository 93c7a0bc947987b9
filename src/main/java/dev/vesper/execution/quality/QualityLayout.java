package dev.vesper.execution.quality;

import dev.vesper.execution.quality.QualityColumn.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a report together: groups of orders, and columns of figures over them. */
final class QualityLayout {
    private final String prefix;
    private final List<QualityColumn> columns = new ArrayList<>();
    private final List<Function<Group, @Nullable Object>> figures = new ArrayList<>();

    /**
     * The orders of one row.
     *
     * @param keys what they have in common, in the order of the key columns
     * @param sums over them
     * @param quotes the same, where quotes are recorded
     */
    record Group(List<String> keys, List<SentOrder> orders, OrderSums sums, QuoteSums quotes) {
        static Group of(List<String> keys, List<SentOrder> orders) {
            return new Group(keys, orders, OrderSums.of(orders), QuoteSums.of(orders));
        }
    }

    /** @param prefix of the ids of its rows */
    QualityLayout(String prefix) {
        this.prefix = prefix;
    }

    /** A column of what a row's orders have in common. */
    QualityLayout key(String name, int key) {
        return column(name, name.replace('_', ' '), Unit.TEXT, group -> group.keys.get(key));
    }

    QualityLayout column(String name, String head, Unit unit, Function<Group, @Nullable Object> figure) {
        columns.add(new QualityColumn(name, head, unit));
        figures.add(figure);
        return this;
    }

    QualityLayout sum(String name, Unit unit, Function<OrderSums, @Nullable Object> figure) {
        return column(name, name.replace("_ms", "").replace('_', ' '), unit, group -> figure.apply(group.sums));
    }

    /** One that is known where quotes are recorded. */
    QualityLayout quoted(String name, Unit unit, Function<QuoteSums, @Nullable Object> figure) {
        return quoted(name, name.replace('_', ' '), unit, figure);
    }

    /** @param head for people */
    QualityLayout quoted(String name, String head, Unit unit, Function<QuoteSums, @Nullable Object> figure) {
        return column(name, head, unit, group -> figure.apply(group.quotes));
    }

    /** One that the stores do not know. */
    QualityLayout notRecorded(String name, Unit unit) {
        return column(name, name.replace('_', ' '), unit, group -> null);
    }

    List<QualityColumn> columns() {
        return columns;
    }

    List<QualityRow> rows(List<Group> groups) {
        List<QualityRow> rows = new ArrayList<>();
        for (Group group : groups) {
            List<@Nullable Object> values = new ArrayList<>();
            figures.forEach(figure -> values.add(figure.apply(group)));
            rows.add(new QualityRow(prefix + "-" + (rows.size() + 1), values, group.orders));
        }
        return rows;
    }

    /** Groups that sort by their keys. */
    static List<Group> groups(List<SentOrder> orders, Function<SentOrder, List<String>> keys) {
        SequencedMap<String, List<String>> known = new TreeMap<>();
        SequencedMap<String, List<SentOrder>> grouped = new TreeMap<>();
        for (SentOrder order : orders) {
            List<String> key = keys.apply(order);
            String joined = String.join("\0", key);
            known.put(joined, key);
            grouped.computeIfAbsent(joined, _ -> new ArrayList<>()).add(order);
        }
        List<Group> groups = new ArrayList<>();
        grouped.forEach((joined, same) -> groups.add(Group.of(known.getOrDefault(joined, List.of()), same)));
        return groups;
    }

    /** A hundred times a part of a whole, to two decimals; 0 of nothing. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO.setScale(2)
                : part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_EVEN);
    }
}
