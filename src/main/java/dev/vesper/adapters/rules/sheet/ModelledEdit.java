package dev.vesper.adapters.rules.sheet;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What somebody did to a table in a modeller, put into the file as it was before: modellers keep what they know and drop the
 * rest, such as further annotations, allowed values, extension elements and comments, and write another version of DMN.
 *
 * @param table as it is now
 * @param kept what the modeller had dropped and the file keeps, for people: {@code 2 inputValues}
 * @param left what the modeller changed or added beside rows, cells and inputs, which the file does not take over, for people:
 *     {@code the type of Sector: string became number}
 */
public record ModelledEdit(TableSheet table, List<String> kept, List<String> left) {
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

    /** What is told of its column, or is the modeller's own. */
    private static final Set<String> BESIDE =
            Set.of("inputValues", "outputValues", "annotation", "annotationEntry", "extensionElements");

    public ModelledEdit {
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }

    /**
     * Compares the two.
     *
     * @param before the table's file before it went to the modeller
     * @param after the modeller's file
     * @throws dev.vesper.basics.Problem of kind INPUT where either has not this one table
     */
    static ModelledEdit of(DmnSheet before, DmnSheet after) {
        List<String> left = headers(before.sheet(), after.sheet());
        missing(counted(after.root(), ModelledEdit::beyond), counted(before.root(), ModelledEdit::beyond))
                .forEach(more -> left.add(more + " more"));
        return new ModelledEdit(
                whole(before.sheet(), RowIds.taken(before, after.sheet())),
                missing(counted(before.root(), _ -> true), counted(after.root(), _ -> true)),
                left);
    }

    /** How many of each the second has less. */
    private static List<String> missing(Map<String, Long> first, Map<String, Long> second) {
        List<String> missing = new ArrayList<>();
        first.forEach((name, count) -> {
            long fewer = count - second.getOrDefault(name, 0L);
            if (fewer > 0) {
                missing.add(fewer + " " + name);
            }
        });
        return missing;
    }

    private static boolean beyond(XmlPart part) {
        return DmnText.isDmn(part.namespace()) && !BESIDE.contains(part.name());
    }

    /** What is other in the headers of columns that both have. */
    private static List<String> headers(TableSheet before, TableSheet after) {
        List<String> left = new ArrayList<>();
        other("the description", before.description(), after.description(), left);
        List<String> titles = before.titles();
        for (int c = 0; c < after.columns().size(); c++) {
            int place = titles.indexOf(after.titles().get(c));
            if (place >= 0
                    && before.columns().get(place).kind()
                            == after.columns().get(c).kind()) {
                SheetColumn was = before.columns().get(place);
                SheetColumn is = after.columns().get(c);
                String of = " of " + titles.get(place);
                other("the label" + of, was.label(), is.label(), left);
                other("the type" + of, was.type(), is.type(), left);
                other("the values" + of, was.allowed(), is.allowed(), left);
            }
        }
        return left;
    }

    private static void other(String what, String was, String is, List<String> left) {
        if (!is.isEmpty() && !is.equals(was)) {
            left.add(what + ": " + (was.isEmpty() ? "nothing" : was) + " became " + is);
        }
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

    private static Map<String, Long> counted(XmlPart root, Predicate<XmlPart> which) {
        return root.stream()
                .filter(which)
                .filter(part -> !(DmnText.isDmn(part.namespace()) && EDITED.contains(part.name())))
                .filter(part -> !part.namespace().contains("/spec/DMN/") || DmnText.isDmn(part.namespace()))
                .collect(Collectors.groupingBy(XmlPart::name, TreeMap::new, Collectors.counting()));
    }
}
