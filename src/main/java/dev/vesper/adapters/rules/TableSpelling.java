package dev.vesper.adapters.rules;

import dev.vesper.limits.measure.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.v1_3.TInformationItem;

/**
 * Completes a table as modellers save it: an input cell that is left empty means any, as "-" does, and a variable that is
 * left out bears the name of what it belongs to; words that Vesper knows are spelt as it spells them.
 */
final class TableSpelling {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** The words that each fact can be, by the fact's name, where the list is closed. */
    private final Map<String, List<String>> vocabulary = new HashMap<>();

    /** @param known all facts that tables of a kind may ask for, whose words may stand in any case */
    TableSpelling(Collection<Fact<?>> known) {
        known.stream()
                .filter(fact -> !fact.type().words().isEmpty())
                .forEach(fact -> vocabulary.put(fact.name(), fact.type().words()));
    }

    void complete(Definitions definitions) {
        for (var element : definitions.getDrgElement()) {
            if (element instanceof InputData input && input.getVariable() == null) {
                input.setVariable(variable(input.getName()));
            }
            if (element instanceof Decision decision) {
                if (decision.getVariable() == null) {
                    decision.setVariable(variable(decision.getName()));
                }
                if (decision.getExpression() instanceof DecisionTable table) {
                    table.getRule().stream()
                            .map(rule -> rule.getInputEntry())
                            .flatMap(List::stream)
                            .filter(cell ->
                                    cell.getText() == null || cell.getText().isBlank())
                            .forEach(cell -> cell.setText("-"));
                    spell(table);
                }
            }
        }
    }

    /** Words of a closed list in the one spelling that is compared: {@code "etf"} is ETF. */
    private void spell(DecisionTable table) {
        for (int column = 0; column < table.getInput().size(); column++) {
            List<String> words =
                    vocabulary.getOrDefault(DmnTable.header(table.getInput().get(column)), List.of());
            for (var rule : table.getRule()) {
                if (!words.isEmpty() && column < rule.getInputEntry().size()) {
                    var cell = rule.getInputEntry().get(column);
                    cell.setText(QUOTED.matcher(cell.getText())
                            .replaceAll(word -> Matcher.quoteReplacement("\"" + spelt(word.group(1), words) + "\"")));
                }
            }
        }
    }

    private static String spelt(String word, List<String> words) {
        return words.stream()
                .filter(known -> known.equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElse(word);
    }

    private static InformationItem variable(String name) {
        InformationItem variable = new TInformationItem();
        variable.setName(name);
        return variable;
    }
}
