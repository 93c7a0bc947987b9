package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.table.HitPolicy;
import dev.vesper.limits.table.TableAnalysis;
import dev.vesper.limits.table.TableReport;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What the rows of a table say of one another: overlaps, rows that never decide, gaps, and what could not be compared. */
record RowFindings(TableCells cells) {
    /** Adds what the cells and rows say of one another to the table's findings. */
    void add() {
        TableReport report = TableAnalysis.of(
                cells.policy(),
                cells.columns(),
                cells.rows(),
                (one, other) -> answer(one).equals(answer(other)) ? 0 : 1);
        report.idle()
                .forEach(idle -> cells.table()
                        .findings()
                        .error(
                                cells.place(idle.row(), idle.column()),
                                "fits-nothing",
                                "Expected a test that some value passes, but there is none between its bounds"));
        report.hidden().forEach(this::hidden);
        report.overlaps().forEach(this::overlap);
        report.gaps().forEach(this::gap);
        report.unread()
                .forEach(unread -> cells.add(
                        Severity.HINT, cells.place(unread.row(), unread.column()), "not-compared", sentence(unread)));
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

    private void overlap(TableReport.Overlap overlap) {
        String rows = overlap.with().size() == 1
                ? "row " + overlap.with().getFirst() + " fits"
                : "the rows " + spoken(overlap.with()) + " fit";
        cells.table()
                .findings()
                .add(
                        Severity.ERROR,
                        cells.place(overlap.row(), ""),
                        cells.policy() == HitPolicy.ANY ? "contradiction" : "overlap",
                        "Expected one answer, but " + rows + " some of the same, for example " + said(overlap.example())
                                + "; maybe the hit policy is to be FIRST",
                        overlap.example());
    }

    private void gap(TableReport.Gap gap) {
        cells.table()
                .findings()
                .add(
                        Severity.WARNING,
                        Place.line(DmnTable.line(cells.table().table())),
                        "gap",
                        "Expected a row for whatever comes, but none fits "
                                + (gap.where().isEmpty() ? "anything" : said(gap.where())) + ", for example "
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
