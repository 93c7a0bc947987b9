package dev.vesper.adapters.rules;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one business case of a rule ended.
 *
 * @param file relative to the rules folder
 * @param line where the case stands, counted from 1
 * @param expected for example {@code cut to 250}
 * @param got the same for what the rule said, with its reason
 * @param row of the table that decided, counted from 1; 0 where none is known
 * @param accepted what the case would say if it expected what the rule says, by column; empty where nothing can be said
 */
public record ScenarioResult(
        String rule,
        String file,
        long line,
        String name,
        boolean passed,
        String expected,
        String got,
        int row,
        SortedMap<String, String> accepted) {
    public ScenarioResult {
        accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    }
}
