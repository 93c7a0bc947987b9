package dev.vesper.desk.workbench.editing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule says of one of its cases.
 *
 * @param rule whose case it is
 * @param file of the cases, below the rules folder: {@code limits/position-weight.scenarios.csv}
 * @param line where the case stands in it, counted from 1
 * @param name what the case shows, in words
 * @param expected for example {@code cut to 250}
 * @param got the same for what the rule said, with its reason; of a case that cannot be read, what is wrong with it
 * @param row of the table that decided, counted from 1; 0 where none is known
 * @param accepted what the case would say if it expected what the rule says, by the columns of the sheet; empty where
 *     nothing can be said of it
 */
public record CaseResult(
        String rule,
        String file,
        int line,
        String name,
        boolean passed,
        String expected,
        String got,
        int row,
        SortedMap<String, String> accepted) {
    public CaseResult {
        accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    }

    /** One that cannot be read, or of which nothing can be said. */
    public static CaseResult unread(String rule, String file, int line, String name, String why) {
        return new CaseResult(rule, file, line, name, false, "", why, 0, new TreeMap<>(Map.of()));
    }
}
