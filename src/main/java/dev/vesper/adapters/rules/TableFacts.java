package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.NearestName;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.table.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.InformationRequirement;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/**
 * Compares what a table asks for with what is known of the thing it judges, before anything is compiled: a name, a type or a word that
 * does not fit is refused with its table, its column and the nearest that would.
 */
final class TableFacts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ]*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** Outputs that are words. */
    private static final Set<String> WORDS = Set.of("action", "reason", "groups");

    private static final String ANY = "Any";

    private static final String FIRM =
            "; maybe it is a column of a firm's instruments.csv or accounts.csv: name the firm with" + " --firm";

    private final DmnTable table;
    private final KnownFacts facts;

    private TableFacts(DmnTable table, KnownFacts facts) {
        this.table = table;
        this.facts = facts;
    }

    /**
     * The facts that the table declares as input data, in the order of the file.
     *
     * <p>What does not fit is a finding of the table; where it asks for something that is not known, what it asks for is left
     * out.
     */
    static List<Fact<?>> asked(DmnTable table, KnownFacts known) {
        TableFacts facts = new TableFacts(table, known);
        List<InputClause> columns = table.table().getInput();
        for (int i = 0; i < columns.size(); i++) {
            facts.checkColumn(i, columns.get(i));
        }
        for (OutputClause output : table.table().getOutput()) {
            facts.checkOutput(output);
        }
        List<Fact<?>> asked = new ArrayList<>();
        for (InputData input : table.inputs()) {
            QName type =
                    input.getVariable() == null ? null : input.getVariable().getTypeRef();
            facts.known(input, "", input.getName(), type).ifPresent(fact -> {
                facts.checkType(input, "", fact, type);
                asked.add(fact);
            });
        }
        return asked;
    }

    private void checkColumn(int index, InputClause column) {
        String text = DmnTable.header(column);
        if (!NAME.matcher(text).matches()) {
            return; // an expression over facts: FEEL compiles it
        }
        String where = text;
        Optional<Fact<?>> known =
                known(column, where, text, column.getInputExpression().getTypeRef());
        if (known.isEmpty()) {
            return;
        }
        Optional<InputData> input =
                table.inputs().stream().filter(i -> i.getName().equals(text)).findFirst();
        if (input.isEmpty()) {
            error(
                    column,
                    where,
                    "no-input-data",
                    "Expected input data \"" + text + "\" that the decision requires, but the file declares none");
            return;
        }
        requires(column, where, input.get());
        Fact<?> fact = known.get();
        checkType(column, where, fact, column.getInputExpression().getTypeRef());
        if (!fact.type().words().isEmpty()) {
            checkWords(index, fact);
        }
    }

    /** The arrow from an input to the decision: without it no DMN tool hands the value over. */
    private void requires(InputClause column, String where, InputData input) {
        boolean arrow = table.decision().getInformationRequirement().stream()
                .map(InformationRequirement::getRequiredInput)
                .anyMatch(required -> required != null && required.getHref().equals("#" + input.getId()));
        if (!arrow) {
            error(
                    column,
                    where,
                    "no-requirement",
                    "Expected the decision to require \"" + input.getName()
                            + "\" (an arrow from it in the diagram), but it does not");
        }
    }

    private Optional<Fact<?>> known(Object element, String where, String name, @Nullable QName declared) {
        Optional<Fact<?>> fact = facts.find(name, declared(declared));
        if (fact.isEmpty()) {
            List<String> names = List.copyOf(facts.names());
            error(
                    element,
                    where,
                    "unknown-input",
                    "Expected one of the facts that are known of it, " + names + ", but there is \"" + name + "\""
                            + NearestName.hint(name, names)
                            + (NearestName.to(name, names).isPresent() ? "" : FIRM));
        }
        return fact;
    }

    private Kind declared(@Nullable QName type) {
        return switch (type == null ? "" : resolved(type.getLocalPart())) {
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.TRUTH;
            default -> Kind.TEXT;
        };
    }

    /** What a table answers is a number, but for what is done and by whom. */
    private void checkOutput(OutputClause output) {
        String expected = WORDS.contains(output.getName()) ? "string" : "number";
        QName declared = output.getTypeRef();
        if (declared != null && !Set.of(expected, ANY).contains(resolved(declared.getLocalPart()))) {
            error(
                    output,
                    output.getName(),
                    "wrong-type",
                    "Expected the output \"" + output.getName() + "\" to be a " + expected + ", but its type is "
                            + declared.getLocalPart() + NearestName.hint(declared.getLocalPart(), List.of(expected)));
        }
    }

    private void checkType(Object element, String where, Fact<?> fact, @Nullable QName declared) {
        String expected = dmnType(fact.type());
        if (declared != null && !resolved(declared.getLocalPart()).equals(expected)) {
            error(
                    element,
                    where,
                    "wrong-type",
                    "Expected \"" + fact.name() + "\" to be a " + expected + " (" + fact.sentence()
                            + "), but its type is " + declared.getLocalPart());
        }
    }

    /** A type of the file's own stands for what it is made of. */
    private String resolved(String type) {
        return table.definitions().getItemDefinition().stream()
                .filter(d -> d.getName().equals(type) && d.getTypeRef() != null)
                .map(ItemDefinition::getTypeRef)
                .map(QName::getLocalPart)
                .findFirst()
                .orElse(type);
    }

    private void checkWords(int index, Fact<?> fact) {
        List<String> words = fact.type().words();
        List<DecisionRule> rows = table.table().getRule();
        for (int r = 0; r < rows.size(); r++) {
            UnaryTests cell = rows.get(r).getInputEntry().get(index);
            Matcher quoted = QUOTED.matcher(cell.getText());
            while (quoted.find()) {
                String word = quoted.group(1);
                if (!words.contains(word)) {
                    table.findings()
                            .error(
                                    new Place(DmnTable.line(cell), r + 1, fact.name()),
                                    "unknown-word",
                                    "Expected one of " + words + ", but the cell says \"" + word + "\""
                                            + NearestName.hint(word, words));
                }
            }
        }
    }

    /** As DMN calls it. */
    static String dmnType(FactType<?> type) {
        return switch (type) {
            case FactType.Numeric number -> "number";
            case FactType.Truth truth -> "boolean";
            case FactType.Text text -> "string";
            case FactType.Known known -> "string";
            case FactType.OneOf<?> words -> "string";
            case FactType.OnList list -> "boolean";
            case FactType.OfFirm(Kind kind) -> dmnType(kind);
        };
    }

    static String dmnType(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case TRUTH -> "boolean";
            case DAY -> "date";
            case TEXT -> "string";
        };
    }

    private void error(Object element, String column, String code, String sentence) {
        table.findings().error(new Place(DmnTable.line(element), 0, column), code, sentence);
    }
}
