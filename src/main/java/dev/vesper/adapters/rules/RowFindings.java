package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.table.HitPolicy;
import dev.vesper.limits.table.TableAnalysis;
import dev.vesper.limits.table.TableReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rows of a table say of one another: overlaps, rows that never decide, gaps, and what could not be compared. Rows that
 * never hold on the same day say nothing of one another: each period is looked at by itself.
 */
record RowFindings(TableCells cells, TableTerms terms) {
    /** Periods that are looked at. */
    private static final int PERIODS = 100;

    /** What was found in one period, rows as the table counts them. */
    private record Period(List<Integer> rows, TableReport report, String when) {
        int row(int row) {
            return row == 0 ? 0 : rows.get(row - 1) + 1;
        }

        List<Integer> of(List<Integer> some) {
            return some.stream().map(this::row).toList();
        }
    }

    /** Adds what the cells and rows say of one another to the table's findings. */
    void add() {
        List<Period> periods = new ArrayList<>();
        for (int p = 0; p < Math.min(terms.periods(), PERIODS); p++) {
            periods.add(period(p));
        }
        Set<Object> told = new HashSet<>();
        for (Period period : periods) {
            TableReport report = period.report();
            report.idle().stream()
                    .map(idle -> new TableReport.Idle(period.row(idle.row()), idle.column()))
                    .filter(told::add)
                    .forEach(this::idle);
            report.overlaps().stream()
                    .filter(o -> told.add(List.of(period.row(o.row()), period.of(o.with()))))
                    .forEach(o -> overlap(
                            new TableReport.Overlap(period.row(o.row()), period.of(o.with()), o.example()),
                            period.when()));
            report.gaps().stream().filter(told::add).forEach(gap -> gap(gap, period.when()));
            report.unread().stream()
                    .map(u -> new TableReport.Unread(period.row(u.row()), u.column(), u.why()))
                    .filter(told::add)
                    .forEach(unread -> cells.add(
                            Severity.HINT,
                            cells.place(unread.row(), unread.column()),
                            "not-compared",
                            sentence(unread)));
        }
        hidden(periods);
        if (terms.periods() > PERIODS) {
            cells.add(
                    Severity.HINT,
                    Place.line(DmnTable.line(cells.table().table())),
                    "not-compared",
                    "Rows begin or end to hold on more than " + PERIODS
                            + " days; only the first of them were compared");
        }
    }

    private Period period(int number) {
        List<Integer> rows = terms.inForce(number);
        TableReport report = TableAnalysis.of(
                cells.policy(),
                cells.columns(),
                cells.only(rows).rows(),
                (one, other) -> answer(rows.get(one)).equals(answer(rows.get(other))) ? 0 : 1);
        String day = terms.begins(number)
                .map(begins -> " from " + begins + " on")
                .orElse(terms.dated() ? " before " + terms.turns().getFirst() : "");
        return new Period(rows, report, day);
    }

    /** A row is of use where any period reaches it. */
    private void hidden(List<Period> periods) {
        Map<Integer, Integer> holds = new HashMap<>();
        Map<Integer, Integer> hidden = new TreeMap<>();
        Map<Integer, TableReport.Hidden> first = new HashMap<>();
        for (Period period : periods) {
            period.rows().forEach(row -> holds.merge(row + 1, 1, Integer::sum));
            for (TableReport.Hidden one : period.report().hidden()) {
                int row = period.row(one.row());
                hidden.merge(row, 1, Integer::sum);
                first.putIfAbsent(row, new TableReport.Hidden(row, period.of(one.by())));
            }
        }
        hidden.forEach((row, times) -> {
            if (times.equals(holds.get(row))) {
                hidden(Objects.requireNonNull(first.get(row)));
            }
        });
    }

    private void idle(TableReport.Idle idle) {
        cells.table()
                .findings()
                .error(
                        cells.place(idle.row(), idle.column()),
                        "fits-nothing",
                        "Expected a test that some value passes, but there is none between its bounds");
    }

    private static String sentence(TableReport.Unread unread) {
        return unread.row() == 0 ? unread.why() : "The cell " + unread.why();
    }

    private void hidden(TableReport.Hidden hidden) {
        Place place = cells.place(hidden.row(), "");
        String others = spoken(hidden.by());
        if (hidden.by().size() == 1) {
            cells.table()
                    .findings()
                    .error(
                            place,
                            "unreachable",
                            "Expected a row that is reached, but row " + others
                                    + " comes first and fits all that it fits; maybe it belongs above row " + others);
        } else {
            cells.add(
                    Severity.WARNING,
                    place,
                    "unreachable",
                    "Expected a row that is reached, but the rows " + others
                            + " come first and fit, together, all that it fits; maybe it can go");
        }
    }

    private void overlap(TableReport.Overlap overlap, String when) {
        String rows = overlap.with().size() == 1
                ? "row " + overlap.with().getFirst() + " fits"
                : "the rows " + spoken(overlap.with()) + " fit";
        cells.table()
                .findings()
                .add(
                        Severity.ERROR,
                        cells.place(overlap.row(), ""),
                        cells.policy() == HitPolicy.ANY ? "contradiction" : "overlap",
                        "Expected one answer, but " + rows + " some of the same" + when + ", for example "
                                + said(overlap.example())
                                + "; maybe the hit policy is to be FIRST",
                        overlap.example());
    }

    private void gap(TableReport.Gap gap, String when) {
        cells.table()
                .findings()
                .add(
                        Severity.WARNING,
                        Place.line(DmnTable.line(cells.table().table())),
                        "gap",
                        "Expected a row for whatever comes, but none fits "
                                + (gap.where().isEmpty() ? "anything" : said(gap.where())) + when + ", for example "
                                + said(gap.example()) + "; maybe add a row, or a last one of \"-\" under FIRST",
                        gap.example());
    }

    private List<String> answer(int row) {
        return cells.table().table().getRule().get(row).getOutputEntry().stream()
                .map(TableRows::text)
                .toList();
    }

    private static String said(SortedMap<String, String> input) {
        return input.entrySet().stream()
                .map((Map.Entry<String, String> cell) -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String spoken(List<Integer> rows) {
        String first =
                rows.subList(0, rows.size() - 1).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (first.isEmpty() ? "" : first + " and ") + rows.getLast();
    }
}
