package dev.vesper.adapters.rules.sheet;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody did to a table in a modeller, put into the file as it was before: modellers keep what they know and drop the
 * rest, such as further annotations, allowed values, extension elements and comments, and write another version of DMN.
 *
 * @param table as it is now
 * @param kept what the modeller had dropped and the file keeps, for people: {@code 2 inputValues}
 */
public record ModelledEdit(TableSheet table, List<String> kept) {
    /** Elements of a table and what a modeller draws, which the edit itself is about. */
    private static final Set<String> EDITED = Set.of(
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "text",
            "description",
            "input",
            "inputExpression",
            "inputData",
            "variable",
            "informationRequirement",
            "requiredInput");

    /**
     * Compares the two.
     *
     * @param before the table's file before it went to the modeller
     * @param after the modeller's file
     * @throws dev.vesper.basics.Problem of kind INPUT where either has not this one table
     */
    static ModelledEdit of(DmnSheet before, DmnSheet after) {
        Map<String, Long> was = counted(before.root());
        Map<String, Long> is = counted(after.root());
        List<String> kept = new ArrayList<>();
        was.forEach((name, count) -> {
            long missing = count - is.getOrDefault(name, 0L);
            if (missing > 0) {
                kept.add(missing + " " + name);
            }
        });
        return new ModelledEdit(whole(before.sheet(), after.sheet()), kept);
    }

    /** As {@link #of(DmnSheet, DmnSheet)}, of whole files. */
    public static ModelledEdit of(DmnSheet before, DmnText after) {
        List<DmnSheet> tables = after.tables();
        return of(
                before,
                tables.size() == 1
                        ? tables.getFirst()
                        : after.table(before.sheet().decision()));
    }

    /** With the annotations that the modeller dropped whole, row by row. */
    private static TableSheet whole(TableSheet before, TableSheet after) {
        List<SheetColumn> columns = new ArrayList<>(after.columns());
        List<Integer> from = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            from.add(c);
        }
        int place = (int) columns.stream()
                .filter(column -> column.kind().compareTo(SheetColumn.Kind.ANNOTATION) < 0)
                .count();
        Map<String, SheetRow> rows =
                before.rows().stream().collect(Collectors.toMap(SheetRow::id, row -> row, (one, _) -> one));
        for (int c = 0; c < before.columns().size(); c++) {
            SheetColumn column = before.columns().get(c);
            boolean annotation = column.kind() == SheetColumn.Kind.ANNOTATION;
            boolean there = after.columns().stream()
                    .anyMatch(o -> o.kind() == column.kind() && o.name().equals(column.name()));
            if (annotation && !there) {
                columns.add(place, column);
                from.add(place, -1 - c);
                place++;
            } else if (annotation) {
                place++;
            }
        }
        List<SheetRow> whole = new ArrayList<>();
        for (SheetRow row : after.rows()) {
            SheetRow old = rows.get(row.id());
            whole.add(new SheetRow(
                    row.id(),
                    from.stream()
                            .map(c -> c >= 0
                                    ? row.cells().get(c)
                                    : old == null ? "" : old.cells().get(-1 - c))
                            .toList()));
        }
        return new TableSheet(after.decision(), after.description(), after.hitPolicy(), columns, whole);
    }

    private static Map<String, Long> counted(XmlPart root) {
        return root.stream()
                .filter(part -> !(DmnText.isDmn(part.namespace()) && EDITED.contains(part.name())))
                .filter(part -> !part.namespace().contains("/spec/DMN/") || DmnText.isDmn(part.namespace()))
                .collect(Collectors.groupingBy(XmlPart::name, TreeMap::new, Collectors.counting()));
    }
}
