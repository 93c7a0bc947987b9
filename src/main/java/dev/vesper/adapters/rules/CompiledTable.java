package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.Kind;
import dev.vesper.limits.table.TableIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.UnaryTests;

/**
 * A decision table that is looked at, compiled and asked. Where its cells are sets and its answers are values, an index finds
 * the row; FEEL is asked where a table says more, and what it answers is remembered, so that a book of 500 orders in three asset
 * classes asks it three times. Several threads may ask.
 */
final class CompiledTable {
    /** Answers kept before the memory is emptied: account values make inputs that never come back. */
    private static final int REMEMBERED = 10_000;

    private final DmnTable table;
    private final TableTerms terms;
    private final List<Fact<?>> asked;
    private final TableCells sets;
    /** Where each column's value stands among those that are asked for. */
    private final int[] places;

    /** Empty where FEEL alone knows what may come. */
    private final Optional<TableIndex> index;
    /** What each row of the sets answers, where it answers values. */
    private final List<Optional<Said>> answers;

    /** How FEEL is to read the table, where it says more than sets and values. */
    private final Optional<TableSpelling> spelling;

    private final Optional<FeelTable> feel;
    /** What FEEL said of values. */
    private final Map<List<@Nullable Object>, Said> remembered = new HashMap<>();
    /** The rows that hold in a period, as a table; made when it is asked for. */
    private final Map<Integer, CompiledTable> periods = new ConcurrentHashMap<>();

    private CompiledTable(
            DmnTable table,
            TableTerms terms,
            List<Fact<?>> asked,
            TableCells sets,
            List<Optional<Said>> answers,
            Optional<TableSpelling> spelling,
            Optional<FeelTable> feel) {
        this.table = table;
        this.terms = terms;
        this.asked = asked;
        this.sets = sets;
        this.places = places(sets, asked);
        this.index = sets.bounded() ? Optional.empty() : Optional.of(sets.index());
        this.answers = answers;
        this.spelling = spelling;
        this.feel = feel;
    }

    /**
     * What a table says of some values.
     *
     * @param row that decided, counted from 1
     * @param cells by output column
     */
    record Said(int row, Map<?, ?> cells) {}

    /**
     * Compiles a file that is a table and nothing more.
     *
     * @param findings of the file, to which all is added that is found
     * @param outputs the names of the output columns
     * @param known all facts that tables of its kind may ask for, whose words may stand in any case
     * @param cells looks at the output cells of a row, before anything is compiled
     * @param facts what the table may ask for, once it is known what it is about
     * @throws Problem of kind INPUT that names file, line, row and column of what does not hold first
     */
    static CompiledTable compile(
            Findings findings,
            List<String> outputs,
            Collection<Fact<?>> known,
            BiConsumer<DmnTable, DecisionRule> cells,
            Function<DmnTable, KnownFacts> facts) {
        var definitions = TableFile.read(findings);
        TableSpelling spelling = new TableSpelling(known);
        spelling.complete(definitions);
        DmnTable table = DmnTable.read(findings, definitions, outputs, cells);
        KnownFacts of = facts.apply(table);
        List<Fact<?>> asked = TableFacts.asked(table, of);
        TableCells sets = TableCells.of(table, asked);
        List<Optional<Said>> answers = answers(table);
        TableTerms terms = TableTerms.of(table);
        new RowFindings(sets, terms).add();
        CellFindings single = new CellFindings(sets);
        single.kinds();
        single.compare(of.firm(), of.ofInstrument());
        if (of.firm().peopled()) {
            new Population(sets, of.firm(), of.ofInstrument()).add();
        }
        boolean more = sets.bounded() || sets.opaque() || answers.stream().anyMatch(Optional::isEmpty);
        Optional<FeelTable> feel = more ? FeelTable.compile(table, spelling) : Optional.empty();
        findings.refuse();
        return new CompiledTable(
                table, terms, asked, sets, answers, more ? Optional.of(spelling) : Optional.empty(), feel);
    }

    /** The rows that hold on a day, as a table; rows are counted as in the whole one. */
    CompiledTable on(LocalDate day) {
        return terms.dated() ? periods.computeIfAbsent(terms.period(day), this::inForce) : this;
    }

    private CompiledTable inForce(int period) {
        List<Integer> rows = terms.inForce(period);
        return new CompiledTable(
                table,
                terms.always(),
                asked,
                sets.only(rows),
                rows.stream().map(answers::get).toList(),
                spelling,
                rows.isEmpty() ? Optional.empty() : spelling.flatMap(words -> FeelTable.compile(table, words, rows)));
    }

    /** The facts that a row looks at, counted from 1: those whose cell is not "-". */
    List<Fact<?>> tested(int row) {
        List<UnaryTests> cells = table.table().getRule().get(row - 1).getInputEntry();
        List<Fact<?>> tested = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).getText().strip().equals("-")) {
                sets.facts().get(c).ifPresent(tested::add);
            }
        }
        return tested;
    }

    /** What the rows say beside what they decide. */
    TableTerms terms() {
        return terms;
    }

    DmnTable table() {
        return table;
    }

    RuleFile file() {
        return table.file();
    }

    RuleInfo info(RuleKind kind) {
        return new RuleInfo(file().rule(), kind, file().path(), table.description(), table.columns(), table.rows());
    }

    /** What a row answers, counted from 1; empty where it answers an expression. Of the whole table alone. */
    Optional<Said> answer(int row) {
        return answers.get(row - 1);
    }

    /** The facts that the table asks for, in the order of the file. */
    List<Fact<?>> asked() {
        return asked;
    }

    /** What the table says of the values of the facts that it asks for, in their order; empty where FEEL must say. */
    Optional<Said> find(List<@Nullable Object> values) {
        if (index.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Object[] cells = new @Nullable Object[places.length];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = places[c] < 0 ? "" : values.get(places[c]);
        }
        int row = index.get().find(cells);
        return row < 0 ? Optional.empty() : answers.get(row);
    }

    /** What the table says, whoever must say it. */
    Said said(List<@Nullable Object> values) {
        return find(values).orElseGet(() -> ask(values));
    }

    /**
     * What the table says where FEEL must say.
     *
     * @throws Problem of kind INPUT where no row fits, or FEEL cannot say
     */
    synchronized Said ask(List<@Nullable Object> values) {
        Said known = remembered.get(values);
        if (known == null) {
            known = fresh(values);
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(values, known);
        }
        return known;
    }

    private Said fresh(List<@Nullable Object> values) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            inputs.put(asked.get(i).name(), values.get(i));
        }
        return feel.orElseThrow(() -> noRow(table, inputs)).ask(inputs);
    }

    static Problem noRow(DmnTable table, Map<String, @Nullable Object> inputs) {
        return table.file()
                .problem(
                        DmnTable.line(table.table()),
                        "Expected a row that fits " + new TreeMap<>(inputs)
                                + ", but none does; maybe add a last row of \"-\"");
    }

    /** A column of an expression has no value of its own; its cells are opaque or fit all. */
    private static int[] places(TableCells sets, List<Fact<?>> asked) {
        return sets.facts().stream()
                .mapToInt(fact -> fact.map(asked::indexOf).orElse(-1))
                .toArray();
    }

    private static List<Optional<Said>> answers(DmnTable table) {
        List<Optional<Said>> answers = new ArrayList<>();
        List<DecisionRule> rows = table.table().getRule();
        for (int r = 0; r < rows.size(); r++) {
            Map<String, @Nullable Object> cells = new HashMap<>();
            boolean values = true;
            List<LiteralExpression> outputs = rows.get(r).getOutputEntry();
            for (int c = 0; c < outputs.size(); c++) {
                String text = TableRows.text(outputs.get(c));
                Optional<Object> value = CellText.value(text, Kind.NUMBER).or(() -> CellText.value(text, Kind.TEXT));
                values &= value.isPresent() || text.equals("null");
                cells.put(table.outputs().get(c), value.orElse(null));
            }
            answers.add(values ? Optional.of(new Said(r + 1, Collections.unmodifiableMap(cells))) : Optional.empty());
        }
        return answers;
    }
}
