package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures by name, in groups: nested in JSON, in a table and CSV one row each, named {@code group.name}. */
final class Figures {
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Figures put(String name, long value) {
        figures.put(name, value);
        return this;
    }

    Figures put(String name, String value) {
        figures.put(name, value);
        return this;
    }

    Figures put(String name, long[] values) {
        figures.put(name, values);
        return this;
    }

    /** With no more places than it needs. */
    Figures put(String name, BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        figures.put(name, bare.scale() < 0 ? bare.setScale(0) : bare);
        return this;
    }

    /** Absent where there is none. */
    Figures put(String name, Optional<BigDecimal> value) {
        value.ifPresent(one -> put(name, one));
        return this;
    }

    Figures put(String name, Figures group) {
        figures.put(name, group.figures);
        return this;
    }

    /** Groups without names; only in JSON. */
    Figures put(String name, List<Figures> groups) {
        figures.put(name, groups.stream().map(Figures::nested).toList());
        return this;
    }

    Map<String, Object> nested() {
        return figures;
    }

    Table rows() {
        Table table = new Table("measure", "value");
        rows("", figures, table);
        return table;
    }

    private static void rows(String prefix, Map<?, ?> group, Table table) {
        group.forEach((name, value) -> {
            switch (value) {
                case Map<?, ?> inner -> rows(prefix + name + ".", inner, table);
                case long[] values -> {
                    for (int i = 0; i < values.length; i++) {
                        table.row(prefix + name + "." + (i + 1), values[i]);
                    }
                }
                default -> table.row(prefix + name, value);
            }
        });
    }
}
