package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.NamedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one list of rules/lists: what is named, who answers for it, why, from when and until when. */
final class ListFile {
    static final String OWNER = "owner";
    static final String REASON = "reason";
    static final String FROM = "from";
    static final String UNTIL = "until";

    /** Entries of one list. */
    private static final int MOST = 200_000;

    /** Characters of a cell. */
    private static final int LONGEST = 300;

    /** Unknown names that are told one by one. */
    private static final int TOLD = 50;

    private static final String FORMULA = "=+-@";

    private final Findings findings;
    private final KnownFirm firm;
    private final List<ListEntry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> byKey = new HashMap<>();
    private ListKind kind = ListKind.INSTRUMENT;
    /** Keys of what the firm has; none where it is not known. */
    private Set<String> there = Set.of();

    private int row;
    private int unknown;

    private ListFile(Findings findings, KnownFirm firm) {
        this.findings = findings;
        this.firm = firm;
    }

    /**
     * What the file says.
     *
     * @param findings of the file, to which all is added that is found
     * @param firm whose instruments are known
     * @throws Problem of kind INPUT that names file, line, row and column of what does not hold first
     */
    static NamedList read(Findings findings, KnownFirm firm) {
        ListFile list = new ListFile(findings, firm);
        CsvFile.readText(
                "rules/" + findings.file().path(), findings.file().text(), header -> list.columns(header)::add);
        list.sums();
        findings.refuse();
        return new NamedList(findings.file().rule().name(), list.kind, list.entries);
    }

    /** Adds how the entries stand on a day: expired, about to expire, not yet in force. */
    static void told(Findings findings, NamedList list, LocalDate day) {
        for (int r = 0; r < list.entries().size(); r++) {
            ListEntry entry = list.entries().get(r);
            Place place = new Place(0, r + 1, UNTIL);
            switch (entry.on(day)) {
                case HOLDS -> {
                    // as it should be
                }
                case NOT_YET ->
                    hint(
                            findings,
                            new Place(0, r + 1, FROM),
                            "not-yet",
                            entry.name() + " does not count before "
                                    + entry.from().map(LocalDate::toString).orElse(""));
                case EXPIRED ->
                    hint(
                            findings,
                            place,
                            "expired",
                            entry.name() + " does not count any more: it expired on "
                                    + entry.until().map(LocalDate::toString).orElse(""));
                case EXPIRES_SOON ->
                    findings.add(
                            Severity.WARNING,
                            place,
                            "expires-soon",
                            "Expected an entry that holds for more than " + ListEntry.SOON_DAYS + " days, but "
                                    + entry.name() + " expires on "
                                    + entry.until().map(LocalDate::toString).orElse("") + "; ask " + entry.owner(),
                            Map.of());
            }
        }
    }

    private static void hint(Findings findings, Place place, String code, String sentence) {
        findings.add(Severity.HINT, place, code, sentence, Map.of());
    }

    private ListFile columns(Header header) {
        List<String> named = ListKind.columns().stream().filter(header::has).toList();
        if (named.size() != 1) {
            throw findings.fatal(
                    new Place(Math.toIntExact(header.line()), 0, ""),
                    "columns",
                    "Expected one column that says what the entries are, one of " + ListKind.columns() + ", but there "
                            + (named.isEmpty() ? "is none of " + header.names() : "are " + named));
        }
        kind = ListKind.valueOf(named.getFirst().toUpperCase(Locale.ROOT));
        there = firm.listed(kind).stream().map(kind::key).collect(Collectors.toSet());
        header.mustBe(List.of(kind.column(), OWNER, REASON, UNTIL), List.of(FROM));
        return this;
    }

    private void add(Row line) {
        row++;
        if (row > MOST) {
            throw findings.fatal(
                    place(line, ""), "too-many", "Expected at most " + MOST + " entries, but there are more");
        }
        String name = cell(line, kind.column(), "no-name", "what is on the list");
        String owner = cell(line, OWNER, "no-owner", "who answers for the entry");
        String reason = cell(line, REASON, "no-reason", "why it is on the list");
        Optional<LocalDate> from = line.header().has(FROM) ? day(line, FROM) : Optional.empty();
        Optional<LocalDate> until = day(line, UNTIL);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            error(
                    line,
                    UNTIL,
                    "until-before-from",
                    "Expected a day from " + from.get() + " on, but it is " + until.get() + ": the entry never counts");
        }
        ListEntry entry = new ListEntry(name, owner, reason, from, until);
        entries.add(entry);
        if (!name.isEmpty()) {
            twice(line, entry);
            known(line, name);
        }
    }

    private String cell(Row line, String column, String code, String what) {
        String text = line.cell(line.header().require(column));
        if (text.isEmpty()) {
            error(line, column, code, "Expected " + what + ", but the cell is empty");
        } else if (FORMULA.indexOf(text.charAt(0)) >= 0) {
            error(line, column, "formula", "Expected a text, but the cell begins like a formula: " + shown(text));
        } else if (!Visible.line(text).equals(text)) {
            error(
                    line,
                    column,
                    "not-visible",
                    "Expected letters that can be seen, in one line, but the cell holds others: " + shown(text));
        } else if (text.length() > LONGEST) {
            error(
                    line,
                    column,
                    "too-long",
                    "Expected at most " + LONGEST + " characters, but there are " + text.length());
        }
        return text;
    }

    private Optional<LocalDate> day(Row line, String column) {
        int index = line.header().require(column);
        String text = line.cell(index);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Cells.date(text, line.place(index)));
        } catch (Problem none) {
            error(line, column, "no-date", "Expected a day such as 2026-12-31, but the cell says " + shown(text));
            return Optional.empty();
        }
    }

    /** One name may be on a list again, once an earlier entry of it has expired. */
    private void twice(Row line, ListEntry entry) {
        List<Integer> same = byKey.computeIfAbsent(kind.key(entry.name()), _ -> new ArrayList<>());
        same.stream()
                .filter(other -> overlap(entries.get(other - 1), entry))
                .findFirst()
                .ifPresent(other -> error(
                        line,
                        kind.column(),
                        "duplicate",
                        "Expected each name once at a time, but row " + other + " holds " + entry.name()
                                + " on some of the same days"));
        same.add(row);
    }

    private static boolean overlap(ListEntry one, ListEntry other) {
        return starts(one, other) && starts(other, one);
    }

    /** Whether one begins before the other is over. */
    private static boolean starts(ListEntry one, ListEntry other) {
        return one.from().isEmpty()
                || other.until().isEmpty()
                || !one.from().get().isAfter(other.until().get());
    }

    private void known(Row line, String name) {
        if (there.isEmpty() || there.contains(kind.key(name))) {
            return;
        }
        unknown++;
        if (unknown <= TOLD) {
            findings.add(
                    Severity.WARNING,
                    place(line, kind.column()),
                    "unknown-word",
                    "Expected " + kind.column() + "s that the firm has, but nothing of it is \"" + shown(name) + "\""
                            + NearestName.hint(name, firm.listed(kind)),
                    Map.of());
        }
    }

    private void sums() {
        if (unknown > TOLD) {
            findings.add(
                    Severity.WARNING,
                    Place.line(0),
                    "unknown-word",
                    "Expected " + kind.column() + "s that the firm has, but " + (unknown - TOLD)
                            + " more are none of it",
                    Map.of());
        }
        long open = entries.stream().filter(entry -> entry.until().isEmpty()).count();
        if (open > 0) {
            hint(
                    findings,
                    Place.line(0),
                    "no-expiry",
                    open + (open == 1 ? " entry never expires" : " entries never expire"));
        }
    }

    private void error(Row line, String column, String code, String sentence) {
        findings.error(place(line, column), code, sentence);
    }

    private Place place(Row line, String column) {
        return new Place(Math.toIntExact(line.line()), row, column);
    }

    private static String shown(String text) {
        return Problem.shortened(Visible.line(text));
    }
}
