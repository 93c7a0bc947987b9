package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.Finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What is found in one file while it is looked at, all of it. */
final class Findings {
    private static final SortedMap<String, String> NO_EXAMPLE = Collections.emptySortedMap();

    private final RuleFile file;
    private final List<Finding> found = new ArrayList<>();

    Findings(RuleFile file) {
        this.file = file;
    }

    RuleFile file() {
        return file;
    }

    /** Something that the file cannot be used with; looking goes on. */
    void error(Place place, String code, String sentence) {
        add(Severity.ERROR, place, code, sentence, NO_EXAMPLE);
    }

    void add(Severity severity, Place place, String code, String sentence, Map<String, String> example) {
        found.add(new Finding(
                severity,
                file.path(),
                place.line(),
                place.row(),
                place.column(),
                code,
                sentence,
                Collections.unmodifiableSortedMap(new java.util.TreeMap<>(example))));
    }

    /** Something after which there is nothing more to look at: to be thrown. */
    Problem fatal(Place place, String code, String sentence) {
        error(place, code, sentence);
        return problem(found.getLast());
    }

    boolean anyError() {
        return first().isPresent();
    }

    /** Refuses the file for the first error that was found in it. */
    void refuse() {
        first().ifPresent(finding -> {
            throw problem(finding);
        });
    }

    List<Finding> sorted() {
        return found.stream().sorted(Finding.ORDER).toList();
    }

    private Optional<Finding> first() {
        return found.stream().filter(f -> f.severity() == Severity.ERROR).findFirst();
    }

    private Problem problem(Finding finding) {
        return file.problem(finding.line(), new Place(0, finding.row(), finding.column()) + finding.sentence());
    }

    /**
     * Where something stands in a file.
     *
     * @param line 0 where it is not known
     * @param row of the table, counted from 1; 0 where it is about no single one
     * @param column as its header calls it; empty where it is about no single one
     */
    record Place(int line, int row, String column) {
        static Place line(int line) {
            return new Place(line, 0, "");
        }

        /** As it goes before a sentence: {@code row 2, column limit: }, or nothing. */
        @Override
        public String toString() {
            String at = row > 0 && !column.isEmpty() ? ", " : "";
            String where = (row > 0 ? "row " + row : "") + at + (column.isEmpty() ? "" : "column " + column);
            return where.isEmpty() ? "" : where + ": ";
        }
    }
}
