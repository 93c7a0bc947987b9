package dev.vesper.limits.gate;

import dev.vesper.basics.Problem;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.ValuedBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the flat table of a firm: each of the analysts' tables is asked once for all that it cannot tell apart, so what the
 * flat table says of an order is what the table says.
 */
public final class GateCompiler {
    private GateCompiler() {}

    /**
     * What came of it.
     *
     * @param leftOut tables that have no flat form, with why; whoever asks the gate must ask the rules for these
     */
    public record Compiled(GateTable table, SortedMap<String, String> leftOut) {
        public Compiled {
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }
    }

    /**
     * Compiles tables for a firm.
     *
     * @param generation higher than that of the table which this one follows
     * @param tables in the order of judging
     * @param accounts of the firm, each with the value that counts; at least one
     * @param symbols that may be traded
     */
    public static Compiled compile(
            long generation, List<LimitTable> tables, Collection<ValuedBook> accounts, Collection<String> symbols) {
        List<ValuedBook> books = accounts.stream()
                .sorted(Comparator.comparing(ValuedBook::account))
                .toList();
        List<String> instruments = symbols.stream().sorted().distinct().toList();
        List<FlatTable> flat = new ArrayList<>();
        SortedMap<String, String> leftOut = new TreeMap<>();
        for (LimitTable table : tables) {
            try {
                flat.add(TableFlattener.flat(table, books, instruments));
            } catch (Problem none) {
                leftOut.put(table.rule().name(), none.getMessage());
            }
        }
        List<String> ids = books.stream().map(ValuedBook::account).toList();
        return new Compiled(new GateTable(GateWriter.write(generation, ids, instruments, flat)), leftOut);
    }
}
