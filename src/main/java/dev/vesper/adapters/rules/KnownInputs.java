package dev.vesper.adapters.rules;

import dev.vesper.basics.Fields;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.limits.compliance.OrderFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.table.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The inputs that a table may ask for and the annotations that mean something, by what its decision is called. */
public final class KnownInputs {
    private KnownInputs() {}

    /** The inputs by name, then the annotations; none of a decision that is no limit, no compliance and not who approves. */
    public static List<SheetColumn> of(String decision) {
        return columns(facts(decision), List.of());
    }

    /** The same, and behind the inputs that Vesper knows the further columns of a firm's files and its lists of names. */
    static List<SheetColumn> of(String decision, KnownFirm firm) {
        Set<Fact<?>> facts = facts(decision);
        return columns(facts, further(new KnownFacts(facts, firm)));
    }

    private static List<SheetColumn> columns(Set<Fact<?>> facts, List<SheetColumn> further) {
        List<SheetColumn> columns = new ArrayList<>(facts.stream()
                .map(KnownInputs::column)
                .sorted(Comparator.comparing(SheetColumn::name))
                .toList());
        if (!facts.isEmpty() && !facts.equals(ProposedAccount.FACTS)) {
            columns.addAll(further);
            TableTerms.COLUMNS.forEach(
                    name -> columns.add(new SheetColumn(SheetColumn.Kind.ANNOTATION, name, "", "", "")));
        }
        return columns;
    }

    /** What the firm wrote, and whether an instrument stands on a list. */
    private static List<SheetColumn> further(KnownFacts known) {
        Set<String> there = new HashSet<>();
        known.facts().forEach(fact -> there.add(Fields.key(fact.name())));
        List<SheetColumn> further = new ArrayList<>();
        for (String name : known.names()) {
            if (there.add(Fields.key(name))) {
                known.find(name, Kind.TEXT).map(KnownInputs::column).ifPresent(further::add);
            }
        }
        return further;
    }

    private static Set<Fact<?>> facts(String decision) {
        return switch (decision.strip()) {
            case DmnApprovalTable.DECISION -> ProposedAccount.FACTS;
            case DmnComplianceTable.DECISION -> OrderFacts.ALL;
            case String named ->
                Measures.ALL.all().stream()
                        .filter(measure -> measure.decision().equals(named))
                        .findFirst()
                        .map(Measure::facts)
                        .orElse(Set.of());
        };
    }

    /** The one of this name. */
    static Optional<SheetColumn> named(String decision, String name, KnownFirm firm) {
        return of(decision, firm).stream()
                .filter(input -> input.name().equals(name))
                .findFirst();
    }

    private static SheetColumn column(Fact<?> fact) {
        String allowed =
                fact.type().words().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return new SheetColumn(SheetColumn.Kind.INPUT, fact.name(), "", TableFacts.dmnType(fact.type()), allowed);
    }
}
