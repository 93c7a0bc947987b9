package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.Column;
import dev.vesper.limits.table.HitPolicy;
import dev.vesper.limits.table.Kind;
import dev.vesper.limits.table.TableIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.InputClause;

/**
 * The input columns of a table as sets, as far as its cells are; an expression is left to FEEL.
 *
 * @param facts what each column asks for; empty where it asks for an expression over facts
 */
record TableCells(DmnTable table, List<Optional<Fact<?>>> facts, List<Column> columns, List<List<Cell>> rows) {
    /** @param asked the facts that the table asks for */
    static TableCells of(DmnTable table, List<Fact<?>> asked) {
        List<InputClause> inputs = table.table().getInput();
        List<Optional<Fact<?>>> facts = inputs.stream()
                .map(input -> asked.stream()
                        .filter(fact -> fact.name().equals(DmnTable.header(input)))
                        .findFirst())
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < inputs.size(); c++) {
            columns.add(new Column(
                    DmnTable.header(inputs.get(c)),
                    facts.get(c).map(fact -> kind(fact.type())).orElse(Kind.TEXT),
                    facts.get(c).map(fact -> fact.type().words()).orElse(List.of())));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (DecisionRule row : table.table().getRule()) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                String text = row.getInputEntry().get(c).getText();
                Cell cell = CellText.read(text, columns.get(c).kind());
                cells.add(cell instanceof Cell.Any || facts.get(c).isPresent() ? cell : new Cell.Opaque(text.strip()));
            }
            rows.add(cells);
        }
        return new TableCells(table, facts, List.copyOf(columns), List.copyOf(rows));
    }

    /** Some of the rows, counted from 0; their places are not those of the table. */
    TableCells only(List<Integer> some) {
        return some.size() == rows.size()
                ? this
                : new TableCells(
                        table, facts, columns, some.stream().map(rows::get).toList());
    }

    TableIndex index() {
        return TableIndex.of(policy(), columns.stream().map(Column::kind).toList(), rows);
    }

    /** Whether any cell is an expression. */
    boolean opaque() {
        return rows.stream().flatMap(List::stream).anyMatch(Cell.Opaque.class::isInstance);
    }

    /** Whether the table says itself which values may come, or be answered. */
    boolean bounded() {
        return table.table().getInput().stream().anyMatch(input -> input.getInputValues() != null || ofAType(input))
                || table.table().getOutput().stream().anyMatch(output -> output.getOutputValues() != null);
    }

    /** Types of a file's own may allow some values alone. */
    private boolean ofAType(InputClause input) {
        var type = input.getInputExpression() == null
                ? null
                : input.getInputExpression().getTypeRef();
        return type != null
                && table.definitions().getItemDefinition().stream()
                        .anyMatch(d -> type.getLocalPart().equals(d.getName()));
    }

    /** Where a cell or row stands, counted from 1; row 0 is the table. */
    Place place(int row, String column) {
        if (row == 0) {
            return Place.line(DmnTable.line(table.table()));
        }
        DecisionRule rule = table.table().getRule().get(row - 1);
        int c = columns.stream().map(Column::name).toList().indexOf(column);
        return new Place(DmnTable.line(c < 0 ? rule : rule.getInputEntry().get(c)), row, column);
    }

    void add(Severity severity, Place place, String code, String sentence) {
        table.findings().add(severity, place, code, sentence, Collections.emptyMap());
    }

    HitPolicy policy() {
        return switch (table.table().getHitPolicy()) {
            case FIRST -> HitPolicy.FIRST;
            case ANY -> HitPolicy.ANY;
            default -> HitPolicy.UNIQUE;
        };
    }

    private static Kind kind(FactType<?> type) {
        return switch (type) {
            case FactType.Numeric number -> Kind.NUMBER;
            case FactType.Truth truth -> Kind.TRUTH;
            case FactType.Text text -> Kind.TEXT;
            case FactType.Known known -> Kind.TEXT;
            case FactType.OneOf<?> words -> Kind.TEXT;
            case FactType.OnList list -> Kind.TRUTH;
            case FactType.OfFirm(Kind kind) -> kind;
        };
    }
}
