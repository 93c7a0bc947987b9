package dev.vesper.adapters.rules;

import dev.vesper.basics.Registry;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.limits.compliance.OrderFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The inputs that a table may ask for and the annotations that mean something, by what its decision is called. */
public final class KnownInputs {
    private KnownInputs() {}

    /** The inputs by name, then the annotations; none of a decision that is no limit, no compliance and not who approves. */
    public static List<SheetColumn> of(String decision) {
        return of(decision, Measures.ALL);
    }

    static List<SheetColumn> of(String decision, Registry<Measure> measures) {
        Set<Fact<?>> facts = switch (decision.strip()) {
            case DmnApprovalTable.DECISION -> ProposedAccount.FACTS;
            case DmnComplianceTable.DECISION -> OrderFacts.ALL;
            case String named ->
                Measures.limitedBy(measures, named).map(Measure::facts).orElse(Set.of());
        };
        List<SheetColumn> columns = new ArrayList<>(facts.stream()
                .map(KnownInputs::column)
                .sorted(Comparator.comparing(SheetColumn::name))
                .toList());
        if (!facts.isEmpty() && !facts.equals(ProposedAccount.FACTS)) {
            TableTerms.COLUMNS.forEach(
                    name -> columns.add(new SheetColumn(SheetColumn.Kind.ANNOTATION, name, "", "", "")));
        }
        return columns;
    }

    /** The one of this name. */
    public static Optional<SheetColumn> named(String decision, String name) {
        return of(decision).stream().filter(input -> input.name().equals(name)).findFirst();
    }

    private static SheetColumn column(Fact<?> fact) {
        String allowed =
                fact.type().words().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return new SheetColumn(SheetColumn.Kind.INPUT, fact.name(), "", TableFacts.dmnType(fact.type()), allowed);
    }
}
