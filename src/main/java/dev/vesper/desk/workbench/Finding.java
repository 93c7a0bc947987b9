package dev.vesper.desk.workbench;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something about a rule that its author should know, with the cell it stands in. The same files give the same findings in
 * the same order.
 *
 * @param file relative to the rules folder: {@code limits/position-weight.dmn}
 * @param line of the file, or 0
 * @param row of the table, counted from 1; 0 where it is about no single row
 * @param column of the table, as its header calls it; empty where it is about no single column
 * @param code what kind of finding it is, in lower case with hyphens: {@code gap}, {@code overlap}, {@code unknown-word}
 * @param sentence "Expected ..., but ...; maybe ...", with the values
 * @param example an input that shows it, by the name of the fact as FEEL writes its value; empty where there is none
 */
public record Finding(
        Severity severity,
        String file,
        int line,
        int row,
        String column,
        String code,
        String sentence,
        SortedMap<String, String> example) {
    /** By file, row, line, column, code. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::row)
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::column)
            .thenComparing(Finding::code)
            .thenComparing(Finding::sentence);

    public Finding {
        example = Collections.unmodifiableSortedMap(new TreeMap<>(example));
    }

    /** What follows from a finding. */
    public enum Severity {
        /** The files cannot be used: no order would be judged by them. */
        ERROR,
        /** They can, and are probably not what was meant. */
        WARNING,
        /** Worth knowing: what could not be checked, what could be said shorter. */
        HINT
    }
}
