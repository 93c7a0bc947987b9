package dev.vesper.desk.workbench.editing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A case that a sheet lacks.
 *
 * @param cells by column of the sheet; it expects what the rule says now, for somebody to agree or not
 * @param row of the table that decides it, counted from 1
 */
public record MissingCase(SortedMap<String, String> cells, int row) {
    public MissingCase {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }
}
