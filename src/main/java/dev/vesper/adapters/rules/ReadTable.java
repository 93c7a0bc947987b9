package dev.vesper.adapters.rules;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;

/**
 * The rows of a file's decision tables as they are written, whether or not they could judge.
 *
 * @param rows by their id, or by their number where they have none
 */
record ReadTable(Map<String, Row> rows) {
    /**
     * One row.
     *
     * @param number counted from 1
     * @param cells by their column
     */
    record Row(String id, int number, Map<String, String> cells) {
        String text() {
            return cells.entrySet().stream()
                    .map(cell -> cell.getKey() + " " + cell.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /** @throws Problem of kind INPUT where it is no DMN with a table */
    static ReadTable of(RuleFile file) {
        PlainTable.require(new Findings(file));
        Map<String, Row> rows = new LinkedHashMap<>();
        try {
            DMNMarshallerFactory.newDefaultMarshaller()
                    .unmarshal(new StringReader(file.text()))
                    .getDrgElement()
                    .stream()
                    .filter(Decision.class::isInstance)
                    .map(Decision.class::cast)
                    .map(Decision::getExpression)
                    .filter(DecisionTable.class::isInstance)
                    .map(DecisionTable.class::cast)
                    .forEach(table -> read(table, rows));
        } catch (RuntimeException e) {
            throw Problem.input(Place.of("rules/" + file.path()), "Expected a DMN table, but " + e.getMessage());
        }
        return new ReadTable(rows);
    }

    private static void read(DecisionTable table, Map<String, Row> rows) {
        List<String> columns = new ArrayList<>();
        table.getInput().forEach(input -> columns.add(input.getInputExpression().getText()));
        table.getOutput().forEach(output -> columns.add(String.valueOf(output.getName())));
        table.getAnnotation().forEach(note -> columns.add(String.valueOf(note.getName())));
        for (DecisionRule rule : table.getRule()) {
            List<String> texts = new ArrayList<>();
            rule.getInputEntry().forEach(cell -> texts.add(String.valueOf(cell.getText())));
            rule.getOutputEntry().forEach(cell -> texts.add(String.valueOf(cell.getText())));
            rule.getAnnotationEntry().forEach(cell -> texts.add(String.valueOf(cell.getText())));
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
                cells.put(columns.get(i), texts.get(i));
            }
            int number = rows.size() + 1;
            String id = rule.getId() == null ? "#" + number : rule.getId();
            rows.put(id, new Row(id, number, cells));
        }
    }
}
