package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.RuleAnnotation;
import org.kie.dmn.model.api.UnaryTests;

/**
 * What a DMN file says, checked for its shape: one decision that is one decision table with the outputs that are expected,
 * whole rows, the last of which takes all, and none that is hidden or contradicts another.
 *
 * @param decision the decision's name, for example {@code Position weight}
 * @param inputs the input data, in the order of the file
 */
record DmnTable(
        Findings findings,
        Definitions definitions,
        Decision decision,
        DecisionTable table,
        List<InputData> inputs,
        List<String> outputs) {
    /**
     * Reads and checks the shape.
     *
     * @param outputs the names of the output columns
     * @param cells looks at the output cells of a row, which are all filled
     * @throws dev.vesper.basics.Problem where it is no table, or not one with these columns
     */
    static DmnTable read(
            Findings findings,
            Definitions definitions,
            List<String> outputs,
            BiConsumer<DmnTable, DecisionRule> cells) {
        List<Decision> decisions = all(definitions, Decision.class);
        if (decisions.size() != 1) {
            throw findings.fatal(
                    Place.line(0), "decisions", "Expected exactly one decision, but there are " + decisions.size());
        }
        Decision decision = decisions.getFirst();
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw findings.fatal(
                    Place.line(line(decision)),
                    "no-table",
                    "Expected decision \"" + decision.getName() + "\" to be a decision table, but it is not");
        }
        DmnTable read = new DmnTable(
                findings, definitions, decision, table, all(definitions, InputData.class), List.copyOf(outputs));
        read.checkOutputs();
        new TableRows(read).check(row -> cells.accept(read, row));
        return read;
    }

    /** The same table as another reading of its file sees it: elements of that reading have their places in this one. */
    DmnTable as(Definitions other) {
        Decision same = all(other, Decision.class).getFirst();
        return same.getExpression() instanceof DecisionTable read
                ? new DmnTable(findings, other, same, read, all(other, InputData.class), outputs)
                : this;
    }

    RuleFile file() {
        return findings.file();
    }

    /** The name of what it measures: {@code Position weight} is {@code position-weight}. */
    String measure() {
        return decision.getName().strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    String description() {
        String text = definitions.getDescription();
        return text == null ? "" : text.strip();
    }

    /** Refuses a decision of another name. */
    void mustDecide(String name) {
        if (!decision.getName().strip().equals(name)) {
            throw findings.fatal(
                    place(decision),
                    "unknown-decision",
                    "Expected the decision to be named \"" + name + "\", but it is \"" + decision.getName()
                            + "\"; a limit belongs into rules/" + RuleKind.LIMIT.folder());
        }
    }

    List<String> columns() {
        List<String> columns =
                new ArrayList<>(table.getInput().stream().map(DmnTable::header).toList());
        columns.addAll(outputs);
        table.getAnnotation().forEach(a -> columns.add(a.getName()));
        return columns;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (DecisionRule rule : table.getRule()) {
            List<String> cells = new ArrayList<>();
            rule.getInputEntry().forEach(c -> cells.add(c.getText()));
            rule.getOutputEntry().forEach(c -> cells.add(c.getText()));
            rule.getAnnotationEntry().stream().map(RuleAnnotation::getText).forEach(cells::add);
            rows.add(cells);
        }
        return rows;
    }

    /** What an input column asks for; empty where it does not say. */
    static String header(InputClause column) {
        LiteralExpression asked = column.getInputExpression();
        return asked == null || asked.getText() == null ? "" : asked.getText().strip();
    }

    /** Where an element stands, with its row and column where it is a cell, or its row. */
    @SuppressWarnings("ReferenceEquality") // two cells that say the same are two
    Place place(@Nullable Object element) {
        List<DecisionRule> rows = table.getRule();
        for (int r = 0; r < rows.size(); r++) {
            DecisionRule rule = rows.get(r);
            int inputs = rule.getInputEntry().size();
            for (int c = 0; c < inputs + rule.getOutputEntry().size(); c++) {
                Object cell = c < inputs
                        ? rule.getInputEntry().get(c)
                        : rule.getOutputEntry().get(c - inputs);
                if (cell == element) {
                    return new Place(line(element), r + 1, columns().get(c));
                }
            }
            if (rule == element) {
                return new Place(line(element), r + 1, "");
            }
        }
        return Place.line(line(element));
    }

    /** The cell of a row that a message quotes, or the element itself where it is no row or quotes none. */
    @Nullable
    Object cell(@Nullable Object element, String message) {
        if (element instanceof DecisionRule rule) {
            for (UnaryTests test : rule.getInputEntry()) {
                if (message.contains("'" + test.getText() + "'")) {
                    return test;
                }
            }
            for (LiteralExpression output : rule.getOutputEntry()) {
                if (message.contains("'" + output.getText() + "'")) {
                    return output;
                }
            }
        }
        return element;
    }

    static int line(@Nullable Object element) {
        if (element instanceof DMNModelInstrumentedBase base) {
            Location location = base.getLocation();
            return location == null ? 0 : Math.max(0, location.getLineNumber());
        }
        return 0;
    }

    private void checkOutputs() {
        List<String> names =
                table.getOutput().stream().map(OutputClause::getName).toList();
        if (!names.equals(outputs)) {
            Set<String> missing = new TreeSet<>(outputs);
            missing.removeAll(names);
            throw findings.fatal(
                    Place.line(line(table)),
                    "outputs",
                    "Expected the outputs " + spoken(outputs) + ", in this order, but the table has " + names
                            + (missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing)));
        }
    }

    private static <T> List<T> all(Definitions definitions, Class<T> kind) {
        return definitions.getDrgElement().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static String spoken(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
