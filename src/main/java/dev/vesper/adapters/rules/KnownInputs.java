package dev.vesper.adapters.rules;

import dev.vesper.basics.Registry;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.limits.compliance.OrderFacts;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.table.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The inputs that a table may ask for and the annotations that mean something, by what its decision is called. */
public final class KnownInputs {
    /** As what {@link KnownFacts} finds begins. */
    private static final String ON_LIST = KnownFacts.ON_LIST;

    /** What a column of a table can be called. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ]*");

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
    static Optional<SheetColumn> named(String decision, String name) {
        return of(decision).stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /**
     * The same with what a firm and its rules bring along: columns of its files, and whether an instrument stands on a list.
     *
     * @param firm as far as it is known
     */
    public static List<SheetColumn> of(String decision, KnownFirm firm) {
        List<SheetColumn> columns = of(decision);
        if (columns.isEmpty() || decision.strip().equals(DmnApprovalTable.DECISION)) {
            return columns;
        }
        boolean ofInstrument = columns.stream().anyMatch(column -> column.name().equals(CommonFacts.SYMBOL.name()));
        List<SheetColumn> further = new ArrayList<>();
        for (String name : firm.columns().names(ofInstrument)) {
            String asked = name.replace('_', ' ').strip();
            if (NAME.matcher(asked).matches()) {
                firm.columns()
                        .column(asked, ofInstrument)
                        .ifPresent(column -> further.add(SheetColumn.input(asked, TableFacts.dmnType(column.kind()))));
            }
        }
        if (ofInstrument) {
            SortedSet<String> lists = new TreeSet<>(firm.lists().orElse(Collections.emptySortedSet()));
            lists.add(NamedList.RESTRICTED);
            lists.forEach(list ->
                    further.add(SheetColumn.input(ON_LIST + list.replace('-', ' '), TableFacts.dmnType(Kind.TRUTH))));
        }
        List<SheetColumn> all = new ArrayList<>(columns);
        all.addAll(
                (int) columns.stream()
                        .filter(column -> column.kind() == SheetColumn.Kind.INPUT)
                        .count(),
                further.stream()
                        .filter(one -> columns.stream()
                                .noneMatch(column -> column.name().equals(one.name())))
                        .toList());
        return all;
    }

    /** The one of this name; any list, where it is not known which there are. */
    static Optional<SheetColumn> named(String decision, String name, KnownFirm firm) {
        List<SheetColumn> all = of(decision, firm);
        boolean lists = all.stream().anyMatch(column -> column.name().startsWith(ON_LIST));
        return all.stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .or(() -> lists && firm.lists().isEmpty() && name.startsWith(ON_LIST)
                        ? Optional.of(SheetColumn.input(name, TableFacts.dmnType(Kind.TRUTH)))
                        : Optional.empty());
    }

    private static SheetColumn column(Fact<?> fact) {
        String allowed =
                fact.type().words().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return new SheetColumn(SheetColumn.Kind.INPUT, fact.name(), "", TableFacts.dmnType(fact.type()), allowed);
    }
}
