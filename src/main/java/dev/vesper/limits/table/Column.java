package dev.vesper.limits.table;

import java.util.List;

/**
 * An input column.
 *
 * @param name as its header calls it
 * @param words the only values there are, in the column's kind; empty where any may come
 */
public record Column(String name, Kind kind, List<?> words) {
    public Column {
        words = List.copyOf(words);
    }
}
