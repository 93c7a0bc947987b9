package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.NearestName;
import dev.vesper.desk.workbench.Finding.Severity;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.Column;
import dev.vesper.limits.table.HitPolicy;
import dev.vesper.limits.table.Kind;
import dev.vesper.limits.table.Range;
import dev.vesper.limits.table.TableAnalysis;
import dev.vesper.limits.table.TableIndex;
import dev.vesper.limits.table.TableReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.InputClause;

/**
 * The input columns of a table as sets, as far as its cells are; an expression is left to FEEL.
 *
 * @param facts what each column asks for; empty where it asks for an expression over facts
 */
record TableCells(DmnTable table, List<Optional<Fact<?>>> facts, List<Column> columns, List<List<Cell>> rows) {
    /** That a sentence lists. */
    private static final int WORDS = 10;

    /** @param asked the facts that the table asks for */
    static TableCells of(DmnTable table, List<Fact<?>> asked) {
        List<InputClause> inputs = table.table().getInput();
        List<Optional<Fact<?>>> facts = inputs.stream()
                .map(input -> asked.stream()
                        .filter(fact -> fact.name().equals(DmnTable.header(input)))
                        .findFirst())
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < inputs.size(); c++) {
            columns.add(new Column(
                    DmnTable.header(inputs.get(c)),
                    facts.get(c).map(fact -> kind(fact.type())).orElse(Kind.TEXT),
                    facts.get(c).map(fact -> fact.type().words()).orElse(List.of())));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (DecisionRule row : table.table().getRule()) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                String text = row.getInputEntry().get(c).getText();
                Cell cell = CellText.read(text, columns.get(c).kind());
                cells.add(cell instanceof Cell.Any || facts.get(c).isPresent() ? cell : new Cell.Opaque(text.strip()));
            }
            rows.add(cells);
        }
        return new TableCells(table, facts, List.copyOf(columns), List.copyOf(rows));
    }

    TableIndex index() {
        return TableIndex.of(policy(), columns.stream().map(Column::kind).toList(), rows);
    }

    /** Whether any cell is an expression. */
    boolean opaque() {
        return rows.stream().flatMap(List::stream).anyMatch(Cell.Opaque.class::isInstance);
    }

    /** Whether the table says itself which values may come, or be answered. */
    boolean bounded() {
        return table.table().getInput().stream().anyMatch(input -> input.getInputValues() != null || ofAType(input))
                || table.table().getOutput().stream().anyMatch(output -> output.getOutputValues() != null);
    }

    /** Types of a file's own may allow some values alone. */
    private boolean ofAType(InputClause input) {
        var type = input.getInputExpression() == null
                ? null
                : input.getInputExpression().getTypeRef();
        return type != null
                && table.definitions().getItemDefinition().stream()
                        .anyMatch(d -> type.getLocalPart().equals(d.getName()));
    }

    /** Adds what the cells and rows say of one another to the table's findings. */
    void analyse() {
        kinds();
        TableReport report = TableAnalysis.of(
                policy(), columns, rows, (one, other) -> answer(one).equals(answer(other)) ? 0 : 1);
        report.idle()
                .forEach(idle -> table.findings()
                        .error(
                                place(idle.row(), idle.column()),
                                "fits-nothing",
                                "Expected a test that some value passes, but there is none between its bounds"));
        report.hidden().forEach(this::hidden);
        report.overlaps().forEach(this::overlap);
        report.gaps().forEach(this::gap);
        report.unread()
                .forEach(unread ->
                        add(Severity.HINT, place(unread.row(), unread.column()), "not-compared", sentence(unread)));
    }

    /** Adds what the cells say of a firm: words that it has not, and words that no row names. */
    void compare(KnownFirm firm, boolean ofInstrument) {
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            facts.get(c)
                    .flatMap(fact -> firm.of(fact, ofInstrument))
                    .filter(words -> !words.isEmpty())
                    .ifPresent(words -> compare(column, words));
        }
    }

    private void compare(int column, SortedSet<String> words) {
        String name = columns.get(column).name();
        SortedSet<String> unnamed = new TreeSet<>(words);
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).get(column) instanceof Cell.Fits(List<Range> ranges, boolean nothing)) {
                for (Range range : ranges) {
                    if (range.low() instanceof String word && word.equals(range.high())) {
                        unnamed.remove(word);
                        if (!words.contains(word)) {
                            add(
                                    Severity.WARNING,
                                    place(r + 1, name),
                                    "unknown-word",
                                    "Expected a word that the firm has, but nothing of it is \"" + word + "\""
                                            + NearestName.hint(word, words));
                        }
                    } else {
                        unnamed.clear(); // it names none and fits many
                    }
                }
            }
        }
        boolean named = rows.stream().anyMatch(row -> row.get(column) instanceof Cell.Fits);
        if (named && !unnamed.isEmpty()) {
            List<String> some = unnamed.stream().limit(WORDS).toList();
            add(
                    Severity.HINT,
                    new Place(DmnTable.line(table.table()), 0, name),
                    "no-own-row",
                    "No row names " + String.join(", ", some)
                            + (unnamed.size() > WORDS ? " and " + (unnamed.size() - WORDS) + " more" : "")
                            + ", which the firm has: what fits whatever comes decides");
        }
    }

    private static String sentence(TableReport.Unread unread) {
        return unread.row() == 0 ? unread.why() : "The cell " + unread.why();
    }

    private void hidden(TableReport.Hidden hidden) {
        Place place = place(hidden.row(), "");
        String others = spoken(hidden.by());
        if (hidden.by().size() == 1) {
            table.findings()
                    .error(
                            place,
                            "unreachable",
                            "Expected a row that is reached, but row " + others
                                    + " comes first and fits all that it fits; maybe it belongs above row " + others);
        } else {
            add(
                    Severity.WARNING,
                    place,
                    "unreachable",
                    "Expected a row that is reached, but the rows " + others
                            + " come first and fit, together, all that it fits; maybe it can go");
        }
    }

    private void overlap(TableReport.Overlap overlap) {
        String rows = overlap.with().size() == 1
                ? "row " + overlap.with().getFirst() + " fits"
                : "the rows " + spoken(overlap.with()) + " fit";
        table.findings()
                .add(
                        Severity.ERROR,
                        place(overlap.row(), ""),
                        policy() == HitPolicy.ANY ? "contradiction" : "overlap",
                        "Expected one answer, but " + rows + " some of the same, for example " + said(overlap.example())
                                + "; maybe the hit policy is to be FIRST",
                        overlap.example());
    }

    private void gap(TableReport.Gap gap) {
        table.findings()
                .add(
                        Severity.WARNING,
                        Place.line(DmnTable.line(table.table())),
                        "gap",
                        "Expected a row for whatever comes, but none fits "
                                + (gap.where().isEmpty() ? "anything" : said(gap.where())) + ", for example "
                                + said(gap.example()) + "; maybe add a row, or a last one of \"-\" under FIRST",
                        gap.example());
    }

    /** A value of another kind is no test of this column. */
    private void kinds() {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                if (facts.get(c).isPresent() && rows.get(r).get(c) instanceof Cell.Opaque(String text)) {
                    Kind kind = columns.get(c).kind();
                    for (Kind other : Kind.values()) {
                        if (other != kind && CellText.read(text, other) instanceof Cell.Fits) {
                            table.findings()
                                    .error(
                                            place(r + 1, columns.get(c).name()),
                                            "wrong-type",
                                            "Expected " + example(kind) + ", but the cell says " + text
                                                    + "; maybe it belongs into another column");
                            break;
                        }
                    }
                }
            }
        }
    }

    private static String example(Kind kind) {
        return switch (kind) {
            case NUMBER -> "a number or a test of numbers, such as 10 or > 1000";
            case TEXT -> "a text in quotes, such as \"Energy\"";
            case TRUTH -> "true or false";
            case DAY -> "a day, such as date(\"2020-01-31\")";
        };
    }

    private Place place(int row, String column) {
        if (row == 0) {
            return Place.line(DmnTable.line(table.table()));
        }
        DecisionRule rule = table.table().getRule().get(row - 1);
        int c = columns.stream().map(Column::name).toList().indexOf(column);
        return new Place(DmnTable.line(c < 0 ? rule : rule.getInputEntry().get(c)), row, column);
    }

    private void add(Severity severity, Place place, String code, String sentence) {
        table.findings().add(severity, place, code, sentence, Collections.emptyMap());
    }

    private List<String> answer(int row) {
        return table.table().getRule().get(row).getOutputEntry().stream()
                .map(TableRows::text)
                .toList();
    }

    private HitPolicy policy() {
        return switch (table.table().getHitPolicy()) {
            case FIRST -> HitPolicy.FIRST;
            case ANY -> HitPolicy.ANY;
            default -> HitPolicy.UNIQUE;
        };
    }

    private static String said(SortedMap<String, String> cells) {
        return cells.entrySet().stream()
                .map((Map.Entry<String, String> cell) -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String spoken(List<Integer> rows) {
        String first =
                rows.subList(0, rows.size() - 1).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (first.isEmpty() ? "" : first + " and ") + rows.getLast();
    }

    private static Kind kind(FactType<?> type) {
        return switch (type) {
            case FactType.Numeric number -> Kind.NUMBER;
            case FactType.Truth truth -> Kind.TRUTH;
            case FactType.Text text -> Kind.TEXT;
            case FactType.Known known -> Kind.TEXT;
            case FactType.OneOf<?> words -> Kind.TEXT;
            case FactType.OfFirm(Kind kind) -> kind;
        };
    }
}
