package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetColumn.Kind;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One decision table of a DMN file: what it says as a sheet, and how a changed sheet is written into the same text. */
public final class DmnSheet {
    private final DmnText file;
    private final XmlPart table;
    private final List<XmlPart> inputs;
    private final List<XmlPart> outputs;
    private final List<XmlPart> annotations;
    private final List<XmlPart> rules;
    private final TableSheet sheet;

    DmnSheet(DmnText file, XmlPart table) {
        this.file = file;
        this.table = table;
        this.inputs = table.all("input");
        this.outputs = table.all("output");
        this.annotations = table.all("annotation");
        this.rules = table.all("rule");
        this.sheet = read();
    }

    public TableSheet sheet() {
        return sheet;
    }

    /**
     * The file with this table in it instead, and everything that is not changed byte for byte as it was.
     *
     * @throws Problem of kind INPUT where the sheet is no edit of this table: other outputs, or columns in another order
     */
    public DmnText written(TableSheet edited) {
        return new SheetWriter(this, edited).written();
    }

    DmnText file() {
        return file;
    }

    XmlPart table() {
        return table;
    }

    List<XmlPart> rules() {
        return rules;
    }

    List<XmlPart> clauses(Kind kind) {
        return switch (kind) {
            case INPUT -> inputs;
            case OUTPUT -> outputs;
            case ANNOTATION -> annotations;
            case DESCRIPTION -> List.of();
        };
    }

    /** What the cells of such a column are called within a row. */
    static String entry(Kind kind) {
        return switch (kind) {
            case INPUT -> "inputEntry";
            case OUTPUT -> "outputEntry";
            case ANNOTATION -> "annotationEntry";
            case DESCRIPTION -> "description";
        };
    }

    /** Where the text of a cell stands; empty where the cell, or the text in it, is not written. */
    static Optional<XmlPart> words(XmlPart entry) {
        return entry.name().equals("description") ? Optional.of(entry) : entry.first("text");
    }

    private TableSheet read() {
        List<SheetColumn> columns = new ArrayList<>();
        inputs.forEach(input -> columns.add(input(input)));
        outputs.forEach(output -> columns.add(new SheetColumn(
                Kind.OUTPUT,
                output.attribute("name"),
                output.attribute("label"),
                type(output),
                allowed(output, "outputValues", type(output)))));
        annotations.forEach(
                a -> columns.add(new SheetColumn(Kind.ANNOTATION, a.attribute("name"), a.attribute("label"), "", "")));
        if (rules.stream().anyMatch(rule -> rule.first("description").isPresent())) {
            columns.add(new SheetColumn(Kind.DESCRIPTION, "", "", "", ""));
        }
        List<SheetRow> rows = new ArrayList<>(rules.size());
        Set<String> seen = new HashSet<>();
        for (int r = 0; r < rules.size(); r++) {
            String id = rules.get(r).attribute("id");
            String known = id.isEmpty() || !seen.add(id) ? "#" + (r + 1) : id;
            rows.add(new SheetRow(known, cells(rules.get(r), r, columns)));
        }
        String aggregation = table.attribute("aggregation");
        String policy = table.attribute("hitPolicy");
        return new TableSheet(
                decision(),
                description(),
                (policy.isEmpty() ? "UNIQUE" : policy) + (aggregation.isEmpty() ? "" : " " + aggregation),
                columns,
                rows);
    }

    private SheetColumn input(XmlPart input) {
        Optional<XmlPart> expression = input.first("inputExpression");
        String type = expression.map(DmnSheet::type).orElse("");
        return new SheetColumn(
                Kind.INPUT,
                expression
                        .flatMap(DmnSheet::words)
                        .map(XmlPart::content)
                        .orElse("")
                        .strip(),
                input.attribute("label"),
                type,
                allowed(input, "inputValues", type));
    }

    private List<String> cells(XmlPart rule, int row, List<SheetColumn> columns) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Kind kind : Kind.values()) {
            long wanted = columns.stream().filter(c -> c.kind() == kind).count();
            List<XmlPart> entries = rule.all(entry(kind));
            if (entries.size() > wanted) {
                throw Problem.input(
                        Place.of(file.name(), line(rule.start())),
                        "row " + (row + 1) + ": Expected " + wanted + " " + kind.word()
                                + " cells, one a column, but there are " + entries.size());
            }
            for (int c = 0; c < wanted; c++) {
                cells.add(
                        c < entries.size()
                                ? words(entries.get(c)).map(XmlPart::content).orElse("")
                                : "");
            }
        }
        return cells;
    }

    private long line(int at) {
        return 1 + file.text().substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private String decision() {
        for (XmlPart part = table.parent(); part != null; part = part.parent()) {
            if (part.name().equals("decision") || part.name().equals("businessKnowledgeModel")) {
                return part.attribute("name");
            }
        }
        return "";
    }

    private String description() {
        Optional<XmlPart> said = Optional.empty();
        for (XmlPart part = table.parent(); part != null && said.isEmpty(); part = part.parent()) {
            said = part.first("description");
        }
        return said.map(XmlPart::content).orElse("").strip();
    }

    /** An attribute since DMN 1.2, an element in some files of 1.1. */
    private static String type(XmlPart typed) {
        String attribute = typed.attribute("typeRef");
        return attribute.isEmpty()
                ? typed.first("typeRef").map(XmlPart::content).orElse("").strip()
                : attribute;
    }

    private String allowed(XmlPart clause, String values, String type) {
        Optional<XmlPart> own = clause.first(values);
        Optional<XmlPart> declared = own.isPresent() || type.isEmpty()
                ? own
                : root().all("itemDefinition").stream()
                        .filter(item -> item.attribute("name").equals(type))
                        .findFirst()
                        .flatMap(item -> item.first("allowedValues"));
        return declared.flatMap(DmnSheet::words)
                .map(XmlPart::content)
                .orElse("")
                .strip();
    }

    XmlPart root() {
        XmlPart part = table;
        for (XmlPart above = part; above != null; above = above.parent()) {
            part = above;
        }
        return part;
    }
}
