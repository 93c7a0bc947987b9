package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetColumn.Kind;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a changed sheet into the text of its table: row by row, each as it was but for the cells that changed. */
final class SheetWriter {
    /** A column that the table does not have yet. */
    private static final int NEW = -1;

    private final DmnSheet dmn;
    private final TableSheet before;
    private final TableSheet after;
    private final String text;
    private final String lineEnd;
    private final Set<String> ids;

    /** For each column of the changed sheet its place among those of the table. */
    private final List<Integer> from;

    SheetWriter(DmnSheet dmn, TableSheet after) {
        this.dmn = dmn;
        this.before = dmn.sheet();
        this.after = after;
        this.text = dmn.file().text();
        this.lineEnd = dmn.file().lineEnd();
        this.ids = DmnText.ids(dmn.root());
        this.from = matched();
    }

    DmnText written() {
        Edits edits = new Edits();
        columns(edits);
        rows(edits);
        return dmn.file().with(edits.applied(text, 0, text.length()));
    }

    private List<Integer> matched() {
        if (!before.decision().equals(after.decision()) || !before.hitPolicy().equals(after.hitPolicy())) {
            throw refused("Expected the table \"" + before.decision() + "\" with the hit policy " + before.hitPolicy()
                    + ", but the sheet is of \"" + after.decision() + "\", " + after.hitPolicy());
        }
        List<Integer> matched = new ArrayList<>();
        int next = 0;
        @Nullable Kind added = null;
        for (SheetColumn column : after.columns()) {
            int found = find(column, next);
            boolean behind = found != NEW && added == column.kind();
            added = found == NEW ? column.kind() : added;
            if (behind || (found == NEW && (column.kind() == Kind.OUTPUT || find(column, 0) != NEW))) {
                throw refused("Expected the columns " + before.titles() + " in this order, but the sheet has "
                        + after.titles() + "; inputs and annotations may be added behind the others of their kind");
            }
            matched.add(found);
            next = found == NEW ? next : found + 1;
        }
        for (int c = 0; c < before.columns().size(); c++) {
            if (before.columns().get(c).kind() == Kind.OUTPUT && !matched.contains(c)) {
                throw refused(
                        "Expected the output \"" + before.titles().get(c) + "\", but the sheet has " + after.titles());
            }
        }
        return matched;
    }

    private int find(SheetColumn column, int from) {
        for (int c = from; c < before.columns().size(); c++) {
            SheetColumn known = before.columns().get(c);
            if (known.kind() == column.kind() && known.name().equals(column.name())) {
                return c;
            }
        }
        return NEW;
    }

    private void columns(Edits edits) {
        InputParts inputs = new InputParts(dmn, ids);
        for (Kind kind : List.of(Kind.INPUT, Kind.ANNOTATION)) {
            List<XmlPart> clauses = dmn.clauses(kind);
            int first = first(kind);
            for (int c = 0; c < clauses.size(); c++) {
                if (!from.contains(first + c)) {
                    edits.replace(clauses.get(c).leadStart(), clauses.get(c).end(), "");
                }
            }
        }
        for (int c = 0; c < from.size(); c++) {
            SheetColumn column = after.columns().get(c);
            if (from.get(c) == NEW && column.name().isBlank() && column.kind() == Kind.INPUT) {
                throw refused("column " + after.titles().get(c)
                        + ": Expected what the new input asks for, such as Sector, but its expression is empty");
            }
            if (from.get(c) == NEW && column.kind() == Kind.INPUT) {
                inputs.add(column, edits);
            } else if (from.get(c) == NEW && column.kind() == Kind.ANNOTATION) {
                inputs.annotation(column, edits);
            }
        }
    }

    /** The place of the first column of a kind in the table's own sheet. */
    private int first(Kind kind) {
        int first = 0;
        while (first < before.columns().size()
                && before.columns().get(first).kind().compareTo(kind) < 0) {
            first++;
        }
        return first;
    }

    private void rows(Edits edits) {
        Map<String, Integer> places = new HashMap<>();
        for (int r = 0; r < before.rows().size(); r++) {
            places.put(before.rows().get(r).id(), r);
        }
        Set<String> used = new HashSet<>();
        StringBuilder region = new StringBuilder();
        int pattern = before.rows().isEmpty() ? NEW : 0;
        for (int r = 0; r < after.rows().size(); r++) {
            SheetRow row = after.rows().get(r);
            Integer place = places.get(row.id());
            if (place != null && !used.add(row.id())) {
                throw refused("row " + (r + 1) + ": Expected each row once, but \"" + row.id() + "\" is there twice");
            }
            if (place != null) {
                XmlPart rule = dmn.rules().get(place);
                region.append(rule.lead()).append(changed(rule, place, row));
                pattern = place;
            } else {
                region.append(new RowText(dmn, pattern, lineEnd, ids).written(row, after, from));
            }
        }
        if (dmn.rules().isEmpty()) {
            edits.insert(dmn.table().filledTo(), region.toString());
        } else {
            edits.replace(
                    dmn.rules().getFirst().leadStart(), dmn.rules().getLast().end(), region.toString());
        }
    }

    /** A row of the table with what is other in its cells. */
    private String changed(XmlPart rule, int place, SheetRow row) {
        if (Arrays.equals(from.toArray(), natural())
                && before.rows().get(place).cells().equals(row.cells())) {
            return rule.raw();
        }
        Edits edits = new Edits();
        for (Kind kind : Kind.values()) {
            List<XmlPart> entries = rule.all(DmnSheet.entry(kind));
            int first = first(kind);
            StringBuilder missing = new StringBuilder();
            StringBuilder held = new StringBuilder();
            for (int c = 0; c < from.size(); c++) {
                if (after.columns().get(c).kind() != kind) {
                    continue;
                }
                String cell = row.cells().get(c);
                int entry = from.get(c) == NEW ? entries.size() : from.get(c) - first;
                if (entry < entries.size()) {
                    if (!before.rows().get(place).cells().get(from.get(c)).equals(cell)) {
                        cell(entries.get(entry), cell, edits);
                    }
                } else {
                    held.append(RowText.entry(dmn, rule, kind, "", cell, lineEnd));
                    if (!cell.isEmpty() || (from.get(c) == NEW && kind == Kind.INPUT)) {
                        missing.append(held);
                        held.setLength(0);
                    }
                }
            }
            for (int e = 0; e < entries.size(); e++) {
                if (!from.contains(first + e)) {
                    edits.replace(entries.get(e).leadStart(), entries.get(e).end(), "");
                }
            }
            if (!missing.isEmpty()) {
                edits.insert(behind(rule, kind), missing.toString());
            }
        }
        return rule.alone() ? rule.raw() : edits.applied(text, rule.start(), rule.end());
    }

    private Object[] natural() {
        Object[] natural = new Object[before.columns().size()];
        Arrays.setAll(natural, c -> c);
        return natural;
    }

    /** Where a further cell of this kind goes. */
    private static int behind(XmlPart rule, Kind kind) {
        int place = rule.inner();
        if (kind == Kind.DESCRIPTION) {
            return place;
        }
        for (XmlPart child : rule.children()) {
            boolean before = child.name().equals("description") || child.name().equals("extensionElements");
            for (Kind earlier : Kind.values()) {
                before |= earlier.compareTo(kind) <= 0 && child.name().equals(DmnSheet.entry(earlier));
            }
            place = before ? child.end() : place;
        }
        return place;
    }

    private void cell(XmlPart entry, String value, Edits edits) {
        XmlPart words = DmnSheet.words(entry).orElse(null);
        String written = XmlText.encoded(value, lineEnd);
        if (words == null) {
            String inner = "<" + entry.prefix() + "text>" + written + "</" + entry.prefix() + "text>";
            if (entry.alone()) {
                open(entry, inner, edits);
            } else {
                edits.insert(entry.inner(), inner);
            }
        } else if (words.alone()) {
            open(words, written, edits);
        } else {
            String raw = text.substring(words.inner(), words.innerEnd());
            boolean section = raw.startsWith("<![CDATA[") && raw.indexOf("]]>") == raw.length() - 3;
            edits.replace(
                    words.inner(),
                    words.innerEnd(),
                    section && !value.contains("]]>") && value.indexOf('\r') < 0
                            ? "<![CDATA[" + value.replace("\n", lineEnd) + "]]>"
                            : written);
        }
    }

    /** {@code <text/>} becomes {@code <text>...</text>}. */
    private void open(XmlPart alone, String content, Edits edits) {
        String tag = alone.raw().substring(0, alone.raw().length() - 2).stripTrailing();
        edits.replace(alone.start(), alone.end(), tag + ">" + content + "</" + alone.qualified() + ">");
    }

    private Problem refused(String message) {
        return Problem.input(Place.of(dmn.file().name()), message);
    }
}
