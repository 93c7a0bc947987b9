package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.ConditionCases;
import dev.vesper.limits.table.ConditionCases.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cases that a limit table lacks: inputs that show each condition by itself ({@link ConditionCases}), worded as orders just
 * above the limit, and judged. What cannot be worded as a case is left out.
 */
final class MissingCases {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal SOME = BigDecimal.valueOf(100);

    /** Periods for which cases are looked for. */
    private static final int PERIODS = 20;

    private final DroolsRuleBook rules;
    private final DmnLimitTable table;
    private final TableCells cells;
    private final List<Integer> rows;
    private final Optional<LocalDate> day;
    private final RuleFile sheet;

    /**
     * Of the rows that hold on one day.
     *
     * @param rows that do, counted from 0
     * @param day empty for the one that a case means where it says none
     */
    private MissingCases(
            DroolsRuleBook rules, DmnLimitTable table, List<Integer> rows, Optional<LocalDate> day, RuleFile sheet) {
        this.rules = rules;
        this.table = table.on(day.orElse(ScenarioCase.DATE));
        this.cells = table.cells().only(rows);
        this.rows = rows;
        this.day = day;
        this.sheet = sheet;
    }

    /**
     * What a sheet lacks, in the order of the rows; each row in the first period in which it holds.
     *
     * @param sheet of the table's cases; without text where there is none yet
     * @throws Problem of kind INPUT where the table has too many rows
     */
    static List<MissingCase> of(DroolsRuleBook rules, DmnLimitTable table, RuleFile sheet) {
        TableTerms terms = table.terms();
        if (terms.rows().size() > ConditionCases.ROWS) {
            throw Problem.usage(
                    "Expected a table of at most " + ConditionCases.ROWS + " rows for cases to be proposed, but "
                            + table.rule().name() + " has " + terms.rows().size());
        }
        List<MissingCase> cases = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        for (int p = 0; p < Math.min(terms.periods(), PERIODS); p++) {
            List<Integer> rows = terms.inForce(p);
            Optional<LocalDate> day =
                    p == terms.period(ScenarioCase.DATE) ? Optional.empty() : Optional.of(terms.day(p));
            cases.addAll(new MissingCases(rules, table, rows, day, sheet)
                    .missing(
                            row -> shown.add(rows.get(row)),
                            date -> terms.period(date) == terms.period(day.orElse(ScenarioCase.DATE))));
        }
        return cases;
    }

    private List<MissingCase> missing(IntPredicate wanted, Predicate<LocalDate> inPeriod) {
        Set<String> nullable = IntStream.range(0, cells.columns().size())
                .filter(c ->
                        cells.facts().get(c).filter(MissingCases::mayBeMissing).isPresent())
                .mapToObj(c -> cells.columns().get(c).name())
                .collect(Collectors.toSet());
        ConditionCases.Missing missing = ConditionCases.of(
                new ConditionCases.Table(cells.policy(), cells.columns(), nullable, cells.rows()),
                this::compare,
                wanted,
                known(inPeriod));
        List<MissingCase> cases = new ArrayList<>();
        for (Input input : missing.inputs()) {
            worded(input).ifPresent(cases::add);
        }
        return cases;
    }

    private static boolean mayBeMissing(Fact<?> fact) {
        return fact.type() instanceof FactType.OfFirm;
    }

    private int compare(int one, int other) {
        return outputs(one).equals(outputs(other)) ? 0 : 1;
    }

    private List<String> outputs(int row) {
        return cells.table().table().getRule().get(rows.get(row)).getOutputEntry().stream()
                .map(TableRows::text)
                .toList();
    }

    /** The inputs of the cases that there are of a period. */
    private List<List<Optional<Object>>> known(Predicate<LocalDate> inPeriod) {
        List<List<Optional<Object>>> known = new ArrayList<>();
        for (ScenarioCase one : read(sheet)) {
            said(() -> inPeriod.test(one.book().date()) ? measured(one) : Optional.empty())
                    .ifPresent(measured -> known.add(input(measured)));
        }
        return known;
    }

    /** Nothing where a case cannot be read: whoever runs it is told why. */
    private static <T> Optional<T> said(Supplier<Optional<T>> asked) {
        try {
            return asked.get();
        } catch (Problem unread) {
            return Optional.empty();
        }
    }

    private List<Optional<Object>> input(Measured measured) {
        return cells.facts().stream()
                .map(fact -> fact.map(known -> measured.facts().cell(known)))
                .toList();
    }

    private static List<ScenarioCase> read(RuleFile file) {
        List<ScenarioCase> cases = new ArrayList<>();
        if (!file.text().isEmpty()) {
            CsvFile.readText("rules/" + file.path(), file.text(), header -> {
                header.mustBe(ScenarioCase.NEEDED, ScenarioCase.OPTIONAL);
                return (Row row) -> cases.add(new ScenarioCase(file, row));
            });
        }
        return cases;
    }

    /** What is measured of a case's subject. */
    private Optional<Measured> measured(ScenarioCase one) {
        return table.measure().of(ValuedBook.of(one.book())).stream()
                .filter(measured -> switch (measured) {
                    case Measured.Used used -> used.used().subject().equals(one.subject());
                    case Measured.Unknown unknown ->
                        unknown.orders().stream()
                                .flatMap(order -> Stream.of(order.id(), order.account()))
                                .anyMatch(one.subject()::equals);
                })
                .findFirst();
    }

    /** A case of an input; empty where none can be written that the same row decides. */
    private Optional<MissingCase> worded(Input input) {
        Map<Fact<?>, Optional<Object>> facts = new LinkedHashMap<>();
        for (int c = 0; c < cells.columns().size(); c++) {
            int column = c;
            if (matters(c)) {
                cells.facts()
                        .get(c)
                        .ifPresent(fact -> facts.put(fact, input.values().get(column)));
            }
        }
        CaseOfFacts words = new CaseOfFacts(table.measure(), facts);
        for (String subject : subjects(words, input)) {
            Optional<MissingCase> found = said(() -> tried(words, input, subject));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<MissingCase> tried(CaseOfFacts words, Input input, String subject) {
        String name = name(input);
        ScenarioCase first = written(cells(words, name, subject, BigDecimal.ONE));
        Optional<BigDecimal> above = measured(first).map(this::above);
        if (above.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> said = cells(words, name, subject, above.get());
        ScenarioCase asked = written(said);
        boolean decides = measured(asked).filter(m -> decides(input, m)).isPresent();
        ScenarioResult result = Scenarios.judge(asked.file(), asked.row(), rules);
        if (!decides || result.accepted().isEmpty()) {
            return Optional.empty();
        }
        said.putAll(result.accepted());
        said.values().removeIf(String::isEmpty);
        return Optional.of(new MissingCase(said, row(input)));
    }

    private SortedMap<String, String> cells(CaseOfFacts words, String name, String subject, BigDecimal quantity) {
        SortedMap<String, String> said = words.cells(name, subject, quantity);
        day.ifPresent(on -> said.put("date", on.toString()));
        return said;
    }

    /** The row of the whole table that decides, counted from 1; 0 where none does. */
    private int row(Input input) {
        return input.row() == 0 ? 0 : rows.get(input.row() - 1) + 1;
    }

    /** Whether the case has the values of an input where these matter, and its row decides. */
    private boolean decides(Input input, Measured measured) {
        List<Optional<Object>> values = input(measured);
        return table.decide(measured.facts()).row() == row(input)
                && IntStream.range(0, values.size())
                        .allMatch(c -> !matters(c)
                                || values.get(c).equals(input.values().get(c)));
    }

    /** Whether any row asks something of a column. */
    private boolean matters(int column) {
        return cells.rows().stream().anyMatch(row -> !(row.get(column) instanceof Cell.Any));
    }

    /** So many units that the limit is just broken, or some where there is none. */
    private BigDecimal above(Measured measured) {
        RiskLimit limit = table.decide(measured.facts());
        if (!(measured instanceof Measured.Used known) || limit.limit().isEmpty()) {
            return SOME;
        }
        LimitUtilisation used = known.used();
        BigDecimal each = used.claimed();
        if (each.signum() <= 0) {
            return SOME;
        }
        BigDecimal units = used.headroom(limit.limit().get())
                .divide(each, 0, RoundingMode.FLOOR)
                .add(BigDecimal.ONE)
                .max(BigDecimal.ONE);
        return units.compareTo(MOST) > 0 ? SOME : units;
    }

    private List<String> subjects(CaseOfFacts words, Input input) {
        List<String> subjects = new ArrayList<>(List.of(words.symbol(), "account"));
        input.values().forEach(value -> value.ifPresent(known -> subjects.add(String.valueOf(known))));
        return subjects;
    }

    private ScenarioCase written(SortedMap<String, String> cells) {
        Map<String, String> all = new LinkedHashMap<>(cells);
        all.put("outcome", "pass");
        String text = CsvText.line(all.keySet().toArray()) + "\n"
                + CsvText.line(all.values().toArray()) + "\n";
        return read(RuleFile.of(sheet.path(), text.getBytes(StandardCharsets.UTF_8)))
                .getFirst();
    }

    private String name(Input input) {
        String values = IntStream.range(0, cells.columns().size())
                .filter(this::matters)
                .mapToObj(c -> cells.columns().get(c).name() + " "
                        + input.values().get(c).map(String::valueOf).orElse("not known"))
                .collect(Collectors.joining(", "));
        return "Row " + row(input) + " decides" + day.map(on -> " on " + on).orElse("")
                + (values.isEmpty() ? "" : ": " + values);
    }
}
