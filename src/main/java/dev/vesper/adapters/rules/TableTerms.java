package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Visible;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.RowTerms;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.RuleAnnotation;
import org.kie.dmn.model.api.RuleAnnotationClause;

/**
 * What the rows of a table say in annotations that have a meaning: where each comes from, from when until when it holds, and what a
 * trader is shown. Between two days on which a row begins or ends to hold, one period, the same rows hold.
 *
 * @param rows in the order of the table
 * @param turns the first days of all periods but the first
 */
record TableTerms(List<RowTerms> rows, List<LocalDate> turns) {
    static final String SOURCE = "Source";
    static final String FROM = "Valid from";
    static final String UNTIL = "Valid until";
    static final String SENTENCE = "Trader's sentence";

    /** What such annotations are called. */
    static final List<String> COLUMNS = List.of(SOURCE, FROM, UNTIL, SENTENCE);

    /** Characters of a sentence or a source. */
    private static final int LONGEST = 500;

    /** Reads them; what does not hold is a finding of the table. */
    static TableTerms of(DmnTable table) {
        List<String> titles = table.table().getAnnotation().stream()
                .map(RuleAnnotationClause::getName)
                .map(TableTerms::title)
                .toList();
        misspelt(table, titles);
        List<RowTerms> rows = new ArrayList<>();
        TreeSet<LocalDate> turns = new TreeSet<>();
        for (int r = 0; r < table.table().getRule().size(); r++) {
            RowTerms terms = row(table, titles, r);
            rows.add(terms);
            terms.from().ifPresent(turns::add);
            terms.until().map(last -> last.plusDays(1)).ifPresent(turns::add);
        }
        if (table.table().getHitPolicy() == HitPolicy.FIRST && rows.getLast().dated()) {
            table.findings()
                    .error(
                            new Place(DmnTable.line(table.table().getRule().getLast()), rows.size(), FROM),
                            "no-last-row",
                            "Expected a last row that holds on every day, but it has a first or a last one");
        }
        return new TableTerms(Collections.unmodifiableList(rows), List.copyOf(turns));
    }

    /** A column's name as it is meant: capitals and kinds of apostrophe do not matter. */
    static String title(@Nullable String name) {
        String plain = name == null ? "" : name.strip().replace('\u2019', '\'');
        return COLUMNS.stream().filter(plain::equalsIgnoreCase).findFirst().orElse(plain);
    }

    /** Whether any row begins or ends to hold. */
    boolean dated() {
        return !turns.isEmpty();
    }

    /** The same rows, as if they always held. */
    TableTerms always() {
        return new TableTerms(rows, List.of());
    }

    /** What a row says behind a verdict, counted from 1. */
    String told(int row) {
        return row > 0 ? rows.get(row - 1).told() : "";
    }

    /** That of a day, counted from 0. */
    int period(LocalDate day) {
        int found = Collections.binarySearch(turns, day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int periods() {
        return turns.size() + 1;
    }

    /** The first day of a period; empty of the first, which has none. */
    Optional<LocalDate> begins(int period) {
        return period == 0 ? Optional.empty() : Optional.of(turns.get(period - 1));
    }

    /** A day of a period: its first, or of the first period, which has none, its last. */
    LocalDate day(int period) {
        return begins(period).orElseGet(() -> dated() ? turns.getFirst().minusDays(1) : LocalDate.MIN);
    }

    /** The rows that hold in a period, counted from 0. */
    List<Integer> inForce(int period) {
        LocalDate day = day(period);
        return IntStream.range(0, rows.size())
                .filter(r -> rows.get(r).holds(day))
                .boxed()
                .toList();
    }

    /** Adds which rows do not hold on a day. */
    void told(DmnTable table, LocalDate day) {
        for (int r = 0; r < rows.size(); r++) {
            RowTerms terms = rows.get(r);
            if (!terms.holds(day)) {
                boolean notYet = terms.from().filter(day::isBefore).isPresent();
                LocalDate turn = (notYet ? terms.from() : terms.until()).orElseThrow();
                table.findings()
                        .add(
                                Severity.HINT,
                                new Place(DmnTable.line(table.table().getRule().get(r)), r + 1, notYet ? FROM : UNTIL),
                                notYet ? "not-yet" : "expired",
                                notYet ? "The row does not hold before " + turn : "The row holds until " + turn,
                                Map.of());
            }
        }
    }

    private static RowTerms row(DmnTable table, List<String> titles, int r) {
        Optional<LocalDate> from = day(table, titles, r, FROM);
        Optional<LocalDate> until = day(table, titles, r, UNTIL);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            error(
                    table,
                    r,
                    UNTIL,
                    "until-before-from",
                    "Expected a day from " + from.get() + " on, but it is " + until.get() + ": the row never holds");
        }
        return new RowTerms(words(table, titles, r, SOURCE), from, until, words(table, titles, r, SENTENCE));
    }

    private static Optional<LocalDate> day(DmnTable table, List<String> titles, int r, String title) {
        String text = text(table, titles, r, title);
        if (text.isEmpty() || text.equals("-")) {
            return Optional.empty();
        }
        try {
            LocalDate day = CellText.value(text, Kind.DAY)
                    .filter(LocalDate.class::isInstance)
                    .map(LocalDate.class::cast)
                    .orElseGet(() -> LocalDate.parse(text));
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw new DateTimeException(text);
            }
            return Optional.of(day);
        } catch (DateTimeException none) {
            error(
                    table,
                    r,
                    title,
                    "no-date",
                    "Expected a day such as 2026-12-31, or nothing, but the cell says " + Visible.line(text));
            return Optional.empty();
        }
    }

    private static String words(DmnTable table, List<String> titles, int r, String title) {
        String text = text(table, titles, r, title);
        if (text.length() > LONGEST) {
            error(
                    table,
                    r,
                    title,
                    "too-long",
                    "Expected at most " + LONGEST + " characters, but there are " + text.length());
        }
        return Visible.line(text);
    }

    private static String text(DmnTable table, List<String> titles, int r, String title) {
        List<RuleAnnotation> cells = table.table().getRule().get(r).getAnnotationEntry();
        int c = titles.indexOf(title);
        String text = c < 0 || c >= cells.size() ? null : cells.get(c).getText();
        return text == null ? "" : text.strip();
    }

    /** A column that means nothing because of a slip would bind a row on days on which it is not to. */
    private static void misspelt(DmnTable table, List<String> titles) {
        for (String title : titles) {
            NearestName.to(title, COLUMNS)
                    .filter(near -> !near.equals(title))
                    .ifPresent(near -> table.findings()
                            .add(
                                    Severity.WARNING,
                                    Place.line(DmnTable.line(table.table())),
                                    "unknown-annotation",
                                    "Expected an annotation of another name, but \"" + Visible.line(title)
                                            + "\" means nothing to Vesper; maybe \"" + near + "\" is meant",
                                    Map.of()));
        }
        for (String title : COLUMNS) {
            if (Collections.frequency(titles, title) > 1) {
                table.findings()
                        .error(
                                Place.line(DmnTable.line(table.table())),
                                "annotation-twice",
                                "Expected one annotation \"" + title + "\", but there are several");
            }
        }
    }

    private static void error(DmnTable table, int r, String title, String code, String sentence) {
        DecisionRule rule = table.table().getRule().get(r);
        table.findings().error(new Place(DmnTable.line(rule), r + 1, title), code, sentence);
    }
}
