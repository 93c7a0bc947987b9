package dev.vesper.adapters.rules;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Registry;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One compiled table of rules/limits. Several threads may ask. */
final class DmnLimitTable implements LimitTable {
    private static final List<String> OUTPUTS = List.of("limit", "warning", "action");

    private final CompiledTable table;
    private final Measure measure;
    /** By row, counted from 1; of rows that answer values. */
    private final @Nullable RiskLimit[] limits;

    private DmnLimitTable(CompiledTable table, Measure measure, @Nullable RiskLimit[] limits) {
        this.table = table;
        this.measure = measure;
        this.limits = limits;
    }

    /** @param firm by which the table is looked at */
    static DmnLimitTable compile(Findings findings, Registry<Measure> measures, KnownFirm firm) {
        CompiledTable compiled = CompiledTable.compile(
                findings, OUTPUTS, facts(measures), (table, row) -> new TableRows(table).action(row), table -> {
                    Measure measure = measure(table, measures);
                    new TableRows(table).check(measure);
                    return new KnownFacts(measure.facts(), firm);
                });
        int rows = compiled.table().table().getRule().size();
        return new DmnLimitTable(compiled, measure(compiled.table(), measures), new @Nullable RiskLimit[rows + 1]);
    }

    private static List<Fact<?>> facts(Registry<Measure> measures) {
        return measures.all().stream()
                .<Fact<?>>flatMap(measure -> measure.facts().stream())
                .toList();
    }

    private static Measure measure(DmnTable table, Registry<Measure> measures) {
        List<String> decisions = measures.all().stream()
                .flatMap(measure -> measure.decisions().stream())
                .toList();
        return Measures.named(measures, table.measure())
                .orElseThrow(() -> table.findings()
                        .fatal(
                                table.place(table.decision()),
                                "unknown-decision",
                                "Expected the decision to be named for what it limits, one of " + decisions
                                        + ", but it is \"" + table.decision().getName() + "\""
                                        + NearestName.hint(table.decision().getName(), decisions)));
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public RuleVersion rule() {
        return table.file().rule();
    }

    /** As {@link AskedColumns#require}. */
    void require(FirmColumns columns) {
        AskedColumns.require(table, measure.facts(), columns);
    }

    @Override
    public Set<Fact<?>> asked() {
        return Set.copyOf(table.asked());
    }

    /** Its input columns as sets. */
    TableCells cells() {
        return TableCells.of(table.table(), table.asked());
    }

    /** What a row says, counted from 1; empty where it answers an expression. */
    Optional<RiskLimit> answer(int row) {
        return table.answer(row).map(this::known);
    }

    /** When its rows hold. */
    TableTerms terms() {
        return table.terms();
    }

    RuleInfo info() {
        return table.info(RuleKind.LIMIT);
    }

    @Override
    public DmnLimitTable on(LocalDate day) {
        CompiledTable holding = table.on(day);
        return holding.equals(table) ? this : new DmnLimitTable(holding, measure, limits);
    }

    /** Adds which rows do not hold on a day. */
    void told(LocalDate day) {
        table.terms().told(table.table(), day);
    }

    @Override
    public RiskLimit decide(FactValues facts) {
        List<@Nullable Object> cells = cells(facts);
        return table.find(cells).map(this::known).orElseGet(() -> limit(table.ask(cells)));
    }

    private List<@Nullable Object> cells(FactValues facts) {
        List<@Nullable Object> cells = new ArrayList<>(table.asked().size());
        for (Fact<?> fact : table.asked()) {
            cells.add(facts.cell(fact));
        }
        return cells;
    }

    /** Made once for each row; made twice it is the same. */
    private RiskLimit known(CompiledTable.Said said) {
        RiskLimit limit = limits[said.row()];
        if (limit == null) {
            limit = limit(said);
            limits[said.row()] = limit;
        }
        return limit;
    }

    private RiskLimit limit(CompiledTable.Said said) {
        Optional<BigDecimal> limit = number(said, "limit");
        Optional<BigDecimal> warning = number(said, "warning");
        if (limit.isPresent()) {
            warning.flatMap(level -> TableRows.beyond(level, limit.get(), measure))
                    .ifPresent(why -> {
                        throw problem(said.row(), "warning", why);
                    });
        }
        String action = String.valueOf(said.cells().get("action"));
        return new RiskLimit(
                rule(),
                limit,
                warning,
                LimitAction.named(action)
                        .orElseThrow(() -> table.file().problem(0, "Expected an action, but it is " + action)),
                said.row(),
                table.terms().told(said.row()));
    }

    private Optional<BigDecimal> number(CompiledTable.Said said, String column) {
        Object cell = said.cells().get(column);
        if (cell == null) {
            return Optional.empty();
        }
        String why = cell instanceof BigDecimal number
                ? TableRows.fault(number, measure).orElse("")
                : "Expected a number of zero or more, or null for no " + column + ", but it is " + cell;
        if (cell instanceof BigDecimal number && why.isEmpty()) {
            return Optional.of(number);
        }
        throw problem(said.row(), column, why);
    }

    private RuntimeException problem(int row, String column, String message) {
        return table.file()
                .problem(DmnTable.line(table.table().table()), "row " + row + ", column " + column + ": " + message);
    }
}
