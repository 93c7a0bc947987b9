package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.Bound;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.compliance.ComplianceAction;
import dev.vesper.limits.measure.Minimum;
import dev.vesper.limits.measure.NeverAbove;
import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.Column;
import dev.vesper.limits.table.HitPolicy;
import dev.vesper.limits.table.Kind;
import dev.vesper.limits.table.Range;
import dev.vesper.limits.table.RowsBeside;
import dev.vesper.limits.table.RowsBeside.Beside;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What tables say of one another: rows whose verdict never matters because another table allows as little or less wherever they
 * fit, and rows that let something pass which another table does not. Two tables of one measure, two of measures of which
 * {@link NeverAbove} knows, a minimum beside the most of the same, two of compliance; all else judges different things. Warnings: the stricter verdict counts, so
 * nothing passes that should not.
 */
final class AcrossTables {
    /** Periods of two tables that are looked at. */
    private static final int PERIODS = 50;

    /** Warnings of one pair of tables. */
    private static final int TOLD = 20;

    private AcrossTables() {}

    /** One table as it is compared. */
    private interface Judge {
        TableCells cells();

        TableTerms terms();

        /** How another table stands to this one, by their rows counted from 0; empty where they judge different things. */
        Optional<RowsBeside.Strictness> beside(Judge other);

        /** What a row says, for people; a row counts from 0. */
        String said(int row);

        /** Whether a row lets pass whatever comes. */
        boolean lets(int row);

        /** Whether this one says how much there must be of what the other one limits. */
        default boolean asksForMoreThan(Judge other) {
            return false;
        }

        /** What the other table must know to judge what this one judges. */
        default Optional<String> known(Judge other) {
            return Optional.empty();
        }

        default String path() {
            return cells().table().file().path();
        }
    }

    private record Limiting(DmnLimitTable table, TableCells cells) implements Judge {
        @Override
        public TableTerms terms() {
            return table.terms();
        }

        @Override
        public Optional<RowsBeside.Strictness> beside(Judge judge) {
            if (!(judge instanceof Limiting other)) {
                return Optional.empty();
            }
            if (asksForMoreThan(other)) {
                return Optional.of((row, beside) -> below(table.answer(row + 1), other.table.answer(beside + 1)));
            }
            boolean same = table.measure().label().equals(other.table.measure().label());
            if (!same && NeverAbove.of(table.measure(), other.table.measure()).isEmpty()) {
                return Optional.empty();
            }
            boolean first = !same || other.path().compareTo(path()) < 0;
            return Optional.of((row, beside) -> {
                Optional<RiskLimit> mine = table.answer(row + 1);
                Optional<RiskLimit> theirs = other.table.answer(beside + 1);
                if (theirs.isPresent() && other.lets(beside)) {
                    return Beside.LOOSER; // whatever this one says
                }
                if (mine.isEmpty() || theirs.isEmpty()) {
                    return Beside.UNKNOWN;
                }
                return asStrict(mine.get(), theirs.get(), same, first) && (same || !lets(row))
                        ? Beside.AS_STRICT
                        : Beside.LOOSER;
            });
        }

        @Override
        public boolean asksForMoreThan(Judge judge) {
            return judge instanceof Limiting other
                    && table.measure() instanceof Minimum least
                    && least.isOf(other.table.measure());
        }

        /** What allows less than there must be. */
        private static Beside below(Optional<RiskLimit> least, Optional<RiskLimit> most) {
            if (least.isEmpty() || most.isEmpty()) {
                return Beside.UNKNOWN;
            }
            return least.get().limit().isPresent()
                            && most.get().limit().isPresent()
                            && most.get()
                                            .limit()
                                            .get()
                                            .compareTo(least.get().limit().get())
                                    < 0
                    ? Beside.AS_STRICT
                    : Beside.LOOSER;
        }

        /** @param first whether of two rows that say the same this one is told */
        private boolean asStrict(RiskLimit mine, RiskLimit theirs, boolean same, boolean first) {
            if (theirs.limit().isEmpty()) {
                return false;
            }
            BigDecimal limit = theirs.limit().get();
            if (mine.limit().isEmpty()) {
                return same;
            }
            Bound bound = table.measure().bound();
            int stricter = bound.beyond(mine.limit().get(), limit).signum();
            boolean warns = mine.warning()
                    .map(level -> bound.beyond(level, limit).signum() >= 0
                            || theirs.warning()
                                    .filter(w -> bound.beyond(level, w).signum() >= 0)
                                    .isPresent())
                    .orElse(true);
            return (first ? stricter >= 0 : stricter > 0)
                    && warns
                    && theirs.action().compareTo(mine.action()) <= 0;
        }

        @Override
        public Optional<String> known(Judge judge) {
            return judge instanceof Limiting other
                    ? NeverAbove.of(table.measure(), other.table.measure())
                            .flatMap(NeverAbove::group)
                            .map(fact -> fact.name())
                    : Optional.empty();
        }

        @Override
        public String said(int row) {
            return table.answer(row + 1)
                    .flatMap(RiskLimit::limit)
                    .map(BigDecimal::toPlainString)
                    .orElse("null");
        }

        @Override
        public boolean lets(int row) {
            return table.answer(row + 1).filter(one -> one.limit().isEmpty()).isPresent();
        }
    }

    private record Forbidding(DmnComplianceTable table, TableCells cells) implements Judge {
        @Override
        public TableTerms terms() {
            return table.terms();
        }

        @Override
        public Optional<RowsBeside.Strictness> beside(Judge judge) {
            return judge instanceof Forbidding other
                    ? Optional.of((row, beside) -> {
                        Optional<ComplianceAction> mine = table.answer(row + 1);
                        Optional<ComplianceAction> theirs = other.table.answer(beside + 1);
                        if (mine.isEmpty() || theirs.isEmpty()) {
                            return Beside.UNKNOWN;
                        }
                        return theirs.get().compareTo(mine.get()) > 0 ? Beside.AS_STRICT : Beside.LOOSER;
                    })
                    : Optional.empty();
        }

        @Override
        public String said(int row) {
            return table.answer(row + 1).map(ComplianceAction::word).orElse("an expression");
        }

        @Override
        public boolean lets(int row) {
            return table.answer(row + 1).filter(ComplianceAction.ALLOW::equals).isPresent();
        }
    }

    /** All that is to be said, by file and row. */
    static List<Finding> of(List<DmnLimitTable> limits, List<DmnComplianceTable> compliance) {
        List<Judge> all = new ArrayList<>();
        limits.forEach(table -> all.add(new Limiting(table, table.cells())));
        compliance.forEach(table -> all.add(new Forbidding(table, table.cells())));
        List<Finding> found = new ArrayList<>();
        for (Judge one : all) {
            for (Judge other : all) {
                if (!one.path().equals(other.path())) {
                    one.beside(other).ifPresent(strictness -> found.addAll(pair(one, other, strictness)));
                }
            }
        }
        return found.stream().sorted(Finding.ORDER).toList();
    }

    /** Told of a row is what holds in each period in which it holds. */
    private static List<Finding> pair(Judge one, Judge other, RowsBeside.Strictness strictness) {
        TreeSet<LocalDate> turns = new TreeSet<>(one.terms().turns());
        turns.addAll(other.terms().turns());
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.MIN));
        days.addAll(turns);
        Map<Integer, Integer> holds = new HashMap<>();
        Map<Integer, Integer> times = new HashMap<>();
        Map<Integer, RowsBeside.Idle> idle = new TreeMap<>();
        Map<Integer, Integer> unread = new TreeMap<>();
        for (LocalDate day : days.subList(0, Math.min(PERIODS, days.size()))) {
            List<Integer> ours = one.terms().inForce(one.terms().period(day));
            List<Integer> theirs = other.terms().inForce(other.terms().period(day));
            List<Integer> before = new ArrayList<>(theirs);
            Optional<String> known = one.known(other);
            known.ifPresent(_ -> before.addFirst(-1));
            RowsBeside.Report report = RowsBeside.of(
                    side(one.cells(), ours),
                    unclassified(side(other.cells(), theirs), known),
                    (r, s) -> before.get(s) < 0 ? Beside.LOOSER : strictness.of(ours.get(r), before.get(s)));
            ours.forEach(row -> holds.merge(row, 1, Integer::sum));
            for (RowsBeside.Idle told : report.idle()) {
                int row = ours.get(told.row() - 1);
                times.merge(row, 1, Integer::sum);
                idle.putIfAbsent(
                        row,
                        new RowsBeside.Idle(
                                row + 1,
                                told.by().stream()
                                        .map(s -> before.get(s - 1) + 1)
                                        .toList(),
                                told.example()));
            }
            report.unread()
                    .forEach((row, by) -> unread.putIfAbsent(ours.get(row - 1), by == 0 ? 0 : before.get(by - 1) + 1));
        }
        if (days.size() > PERIODS) {
            unread.put(-1, 0);
        }
        List<Finding> found = new ArrayList<>();
        idle.forEach((row, told) -> {
            if (Objects.equals(times.get(row), holds.get(row)) && means(one, row)) {
                found.add(idle(one, other, row, told));
            }
        });
        unread.forEach((row, by) -> {
            if (row < 0 || means(one, row)) {
                found.add(unread(one, other, row, by));
            }
        });
        return found.stream().limit(TOLD).toList();
    }

    /** A last row that lets pass what the others do not name is no exemption. */
    private static boolean means(Judge one, int row) {
        return !one.lets(row) || !one.cells().rows().get(row).stream().allMatch(Cell.Any.class::isInstance);
    }

    private static RowsBeside.Side side(TableCells cells, List<Integer> rows) {
        return new RowsBeside.Side(
                cells.policy(), cells.columns(), cells.only(rows).rows());
    }

    /** The same with a first row that takes what has no such group: the table does not judge that. */
    private static RowsBeside.Side unclassified(RowsBeside.Side side, Optional<String> group) {
        if (group.isEmpty()) {
            return side;
        }
        List<Column> columns = new ArrayList<>(side.columns());
        boolean asked = columns.stream().anyMatch(column -> column.name().equals(group.get()));
        if (!asked) {
            columns.add(new Column(group.get(), Kind.TEXT, List.of()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(columns.stream()
                .<Cell>map(column -> column.name().equals(group.get())
                        ? new Cell.Fits(List.of(new Range("", true, "", true)), /* nothing= */ true)
                        : new Cell.Any())
                .toList());
        for (List<Cell> row : side.rows()) {
            List<Cell> cells = new ArrayList<>(row);
            if (!asked) {
                cells.add(new Cell.Any());
            }
            rows.add(cells);
        }
        return new RowsBeside.Side(HitPolicy.FIRST, columns, rows);
    }

    private static Finding idle(Judge one, Judge other, int row, RowsBeside.Idle told) {
        String rows = (told.by().size() == 1 ? "row " : "rows ")
                + told.by().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String answers =
                told.by().stream().map(by -> other.said(by - 1)).distinct().collect(Collectors.joining(", "));
        String example = told.example().entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
        if (one.asksForMoreThan(other)) {
            return finding(
                    one,
                    row,
                    Severity.WARNING,
                    "contradiction",
                    "Expected a minimum that can be kept, but " + other.path() + ", " + rows + ", allows at most "
                            + answers
                            + " wherever this one asks for " + one.said(row) + ", for example " + example
                            + "; no account keeps both",
                    told.example());
        }
        boolean lets = one.lets(row);
        return finding(
                one,
                row,
                Severity.WARNING,
                lets ? "no-exemption" : "never-decides",
                "Expected a row that " + (lets ? "lets pass what it fits" : "decides something") + ", but "
                        + other.path() + ", " + rows + ", says " + answers + " wherever this one says "
                        + one.said(row) + ", for example " + example + "; maybe "
                        + (lets ? "the exemption belongs there too" : "one of the two can go"),
                told.example());
    }

    private static Finding unread(Judge one, Judge other, int row, int by) {
        String why = row < 0
                ? "there are more than " + PERIODS + " days on which rows begin or end"
                : by == 0 ? "there are too many parts" : "its row " + by + " holds an expression, or this one does";
        return finding(
                one,
                row,
                Severity.HINT,
                "not-compared",
                "Was not compared with " + other.path() + ": " + why,
                Map.of());
    }

    private static Finding finding(
            Judge one, int row, Severity severity, String code, String sentence, Map<String, String> example) {
        Place place = one.cells().place(row + 1, "");
        return new Finding(
                severity,
                one.path(),
                place.line(),
                place.row(),
                place.column(),
                code,
                sentence,
                new TreeMap<>(example));
    }
}
