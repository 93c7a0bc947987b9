package dev.vesper.adapters.rules.sheet;

import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids by which rows that have none of their own are known while their table is in a modeller; the file itself gets none. */
final class RowIds {
    private final String begin;

    private RowIds(String begin) {
        this.begin = begin;
    }

    private static RowIds of(XmlPart root) {
        Set<String> there = DmnText.ids(root);
        String begin = "row-at-";
        while (there.stream().anyMatch(Pattern.compile("^" + begin).asPredicate())) {
            begin = "_" + begin;
        }
        return new RowIds(begin);
    }

    /** The file with an id at each row of its tables. */
    static DmnText given(DmnText file) {
        RowIds ids = of(file.root());
        Edits edits = new Edits();
        for (DmnSheet table : file.tables()) {
            for (XmlPart rule : ids.nameless(table)) {
                rule.span("id")
                        .ifPresentOrElse(
                                twice -> edits.replace(twice.from(), twice.to(), ids.id(rule)),
                                () -> edits.insert(
                                        rule.start() + 1 + rule.qualified().length(), " id=\"" + ids.id(rule) + "\""));
            }
        }
        return file.with(edits.applied(file.text(), 0, file.text().length()));
    }

    /** What a modeller made of a table, its rows called again as the table's own sheet calls them. */
    static TableSheet taken(DmnSheet before, TableSheet after) {
        RowIds ids = of(before.root());
        Map<String, String> own = new HashMap<>();
        List<XmlPart> rules = before.rules();
        Set<XmlPart> nameless = new HashSet<>(ids.nameless(before));
        for (int r = 0; r < rules.size(); r++) {
            if (nameless.contains(rules.get(r))) {
                own.put(ids.id(rules.get(r)), before.sheet().rows().get(r).id());
            }
        }
        return own.isEmpty()
                ? after
                : after.withRows(after.rows().stream()
                        .map(row -> new SheetRow(own.getOrDefault(row.id(), row.id()), row.cells()))
                        .toList());
    }

    private List<XmlPart> nameless(DmnSheet table) {
        Set<String> seen = new HashSet<>();
        return table.rules().stream()
                .filter(rule -> rule.attribute("id").isEmpty() || !seen.add(rule.attribute("id")))
                .toList();
    }

    /** By where the row stands in the file. */
    private String id(XmlPart rule) {
        return begin + rule.start();
    }
}
