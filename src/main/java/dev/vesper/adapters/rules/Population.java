package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Fields;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.GroupWeight;
import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.Column;
import dev.vesper.limits.table.OwnRows;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import dev.vesper.portfolio.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts and instruments of a firm that no row of a table names together: what fits whatever comes decides for them.
 *
 * @param cells of the table, some of whose columns ask what the firm's files say
 * @param firm whose members are known
 * @param ofInstrument whether the table is asked of one instrument; else of groups of them, or of accounts alone
 */
record Population(TableCells cells, KnownFirm firm, boolean ofInstrument) {
    /** Findings of one table. */
    private static final int TOLD = 10;

    /** Groups that a sentence lists. */
    private static final int LISTED = 5;

    /** One half of the pairs, and what its members are called. */
    private record Half(OwnRows.Side side, String noun, String name) {
        boolean asked() {
            return !side.columns().isEmpty();
        }

        long members(List<OwnRows.Group> groups) {
            return groups.stream().mapToLong(OwnRows.Group::members).sum();
        }
    }

    /** Adds what is missing to the findings of the table. */
    void add() {
        Half accounts = half(firm.accounts(), this::ofAccount, Account::id, "account", CommonFacts.ACCOUNT.name());
        Half others = asksForLists()
                ? half(lists(), this::ofList, list -> list, "list", GroupWeight.LIST.name())
                : half(instruments(), this::ofInstrument, Instrument::symbol, "instrument", CommonFacts.SYMBOL.name());
        if (!accounts.asked() && !others.asked()) {
            return;
        }
        OwnRows.Report report = OwnRows.of(
                cells.columns().stream().map(Column::kind).toList(), cells.rows(), accounts.side(), others.side());
        report.missing().stream().limit(TOLD).forEach(missing -> told(missing, accounts, others));
        long more = report.missing().stream()
                .skip(TOLD)
                .mapToLong(OwnRows.Missing::pairs)
                .sum();
        if (more > 0) {
            add(
                    "no-own-row",
                    "",
                    "No row of their own covers " + Counted.of(more, "more pair") + " of an account and an "
                            + others.noun() + ", in smaller groups",
                    Map.of());
        }
        if (report.unlooked() > 0) {
            add(
                    "not-compared",
                    "",
                    "Rows of their own were not looked for of " + Counted.of(report.unlooked(), "group")
                            + " of accounts: there are too many",
                    Map.of());
        }
    }

    private boolean asksForLists() {
        return cells.facts().stream().flatMap(Optional::stream).anyMatch(GroupWeight.LIST::equals);
    }

    private Collection<String> lists() {
        return firm.lists().<Collection<String>>map(names -> names).orElse(List.of());
    }

    /** A table of groups is asked of those alone that belong to one. */
    private Collection<Instrument> instruments() {
        List<Fact<?>> groups = ofInstrument
                ? List.of()
                : cells.facts().stream()
                        .flatMap(Optional::stream)
                        .filter(fact -> ofInstrument(fact, firm.instruments().getFirst())
                                .isPresent())
                        .toList();
        return firm.instruments().stream()
                .filter(instrument -> groups.stream()
                        .noneMatch(fact -> ofInstrument(fact, instrument)
                                .filter(known ->
                                        known.value() == null || known.value().equals(""))
                                .isPresent()))
                .toList();
    }

    /** What is known of a member under a fact. */
    private record Known(@Nullable Object value) {}

    /** Empty where the fact is none of accounts. */
    private Optional<Known> ofAccount(Fact<?> fact, Account account) {
        if (fact.equals(CommonFacts.ACCOUNT)) {
            return Optional.of(new Known(account.id()));
        }
        if (fact.equals(CommonFacts.STRATEGY)) {
            return Optional.of(new Known(account.strategy()));
        }
        if (fact.equals(CommonFacts.CURRENCY)) {
            return Optional.of(new Known(account.cash().currency()));
        }
        return fact.type() instanceof FactType.OfFirm && !columnOfInstrument(fact)
                ? Optional.of(
                        new Known(FactValues.none().ofAccount(account.fields()).cell(fact)))
                : Optional.empty();
    }

    /** Empty where the fact is none of instruments. */
    private Optional<Known> ofInstrument(Fact<?> fact, Instrument instrument) {
        if (fact.type() instanceof FactType.OfFirm) {
            return columnOfInstrument(fact)
                    ? Optional.of(new Known(
                            FactValues.none().ofInstrument(instrument.fields()).cell(fact)))
                    : Optional.empty();
        }
        return Optional.ofNullable(
                switch (fact.name()) {
                    case "Symbol" -> new Known(instrument.symbol());
                    case "Asset class" -> new Known(instrument.assetClass().strip());
                    case "Sector" ->
                        new Known(
                                Sectors.unknown(instrument.sector())
                                        ? ""
                                        : instrument.sector().strip());
                    case "Instrument currency" -> new Known(instrument.currency());
                    case "Issuer", "Country", "Rating" ->
                        new Known(instrument.fields().text(Fields.key(fact.name())));
                    default -> null;
                });
    }

    private Optional<Known> ofList(Fact<?> fact, String list) {
        return fact.equals(GroupWeight.LIST) ? Optional.of(new Known(list)) : Optional.empty();
    }

    private boolean columnOfInstrument(Fact<?> fact) {
        return ofInstrument && firm.columns().ofInstrument(fact.name());
    }

    private <T> Half half(
            Collection<T> members,
            BiFunction<Fact<?>, T, Optional<Known>> known,
            Function<T, String> called,
            String noun,
            String name) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < cells.columns().size() && !members.isEmpty(); c++) {
            int column = c;
            T any = members.iterator().next();
            boolean tested = cells.rows().stream().anyMatch(row -> !(row.get(column) instanceof Cell.Any));
            if (tested
                    && cells.facts()
                            .get(c)
                            .filter(fact -> known.apply(fact, any).isPresent())
                            .isPresent()) {
                columns.add(c);
            }
        }
        Map<List<@Nullable Object>, List<T>> alike = new LinkedHashMap<>();
        for (T member : members) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int c : columns) {
                values.add(known.apply(cells.facts().get(c).orElseThrow(), member)
                        .orElseThrow()
                        .value());
            }
            alike.computeIfAbsent(values, _ -> new ArrayList<>()).add(member);
        }
        List<OwnRows.Group> groups = new ArrayList<>();
        for (Map.Entry<List<@Nullable Object>, List<T>> one : alike.entrySet()) {
            List<T> some = one.getValue();
            groups.add(new OwnRows.Group(one.getKey(), some.size(), called.apply(some.getFirst())));
        }
        return new Half(new OwnRows.Side(columns, groups), noun, name);
    }

    private void told(OwnRows.Missing missing, Half accounts, Half others) {
        OwnRows.Group account = missing.ones().getFirst();
        OwnRows.Group other = missing.others().getFirst();
        boolean both = accounts.asked() && others.asked();
        String what = (accounts.asked() ? said(accounts, missing.ones()) : "")
                + (both ? " with " : "")
                + (others.asked() ? said(others, missing.others()) : "");
        String many = both
                ? Counted.of(missing.pairs(), "pair") + " of "
                        + Counted.of(accounts.members(missing.ones()), accounts.noun()) + " and "
                        + Counted.of(others.members(missing.others()), others.noun())
                : accounts.asked()
                        ? Counted.of(accounts.members(missing.ones()), accounts.noun())
                        : Counted.of(others.members(missing.others()), others.noun());
        String such = (accounts.asked() ? account.example() : "")
                + (both ? " with " : "")
                + (others.asked() ? other.example() : "");
        Map<String, String> example = new TreeMap<>();
        if (accounts.asked()) {
            example(example, accounts, account);
        }
        if (others.asked()) {
            example(example, others, other);
        }
        int columns = accounts.side().columns().size() + others.side().columns().size();
        add(
                "no-own-row",
                columns == 1
                        ? cells.columns()
                                .get((accounts.asked() ? accounts : others)
                                        .side()
                                        .columns()
                                        .getFirst())
                                .name()
                        : "",
                "No row of their own covers " + what + ": " + many + ", such as " + such
                        + "; what fits whatever comes decides",
                example);
    }

    /** {@code Strategy hrp, cash}, or {@code Strategy hrp and Currency USD, Strategy cash and Currency EUR}. */
    private String said(Half half, List<OwnRows.Group> groups) {
        List<Integer> columns = half.side().columns();
        String listed = groups.stream()
                .limit(LISTED)
                .map(group -> {
                    List<String> cell = new ArrayList<>();
                    for (int c = 0; c < columns.size(); c++) {
                        String value = said(group.values().get(c));
                        cell.add(columns.size() == 1 ? value : name(columns.get(c)) + " " + value);
                    }
                    return String.join(" and ", cell);
                })
                .collect(Collectors.joining(", "));
        int more = groups.size() - LISTED;
        return (columns.size() == 1 ? name(columns.getFirst()) + " " : "")
                + listed
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String name(int column) {
        return cells.columns().get(column).name();
    }

    private static String said(@Nullable Object value) {
        return value == null || value.equals("") ? "not classified" : String.valueOf(value);
    }

    private void example(Map<String, String> example, Half half, OwnRows.Group group) {
        example.put(half.name(), feel(group.example()));
        for (int c = 0; c < half.side().columns().size(); c++) {
            example.put(name(half.side().columns().get(c)), feel(group.values().get(c)));
        }
    }

    private static String feel(@Nullable Object value) {
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : String.valueOf(value);
    }

    private void add(String code, String column, String sentence, Map<String, String> example) {
        cells.table()
                .findings()
                .add(
                        Severity.HINT,
                        new Place(DmnTable.line(cells.table().table()), 0, column),
                        code,
                        sentence,
                        example);
    }
}
