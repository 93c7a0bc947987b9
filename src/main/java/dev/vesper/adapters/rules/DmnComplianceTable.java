package dev.vesper.adapters.rules;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Visible;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.compliance.ComplianceAction;
import dev.vesper.limits.compliance.ComplianceTable;
import dev.vesper.limits.compliance.OrderFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.FirmColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.LiteralExpression;

/** One compiled table of rules/compliance. Several threads may ask. */
final class DmnComplianceTable implements ComplianceTable {
    /** What the decision of such a table is called. */
    static final String DECISION = "Compliance";

    private static final List<String> OUTPUTS = List.of("action", "reason");
    private static final int ACTION = 0;
    private static final int REASON = 1;

    /** Characters of a reason. */
    private static final int LONGEST = 500;

    private final CompiledTable table;

    private DmnComplianceTable(CompiledTable table) {
        this.table = table;
    }

    /** @param firm by which the table is looked at */
    static DmnComplianceTable compile(Findings findings, KnownFirm firm) {
        return new DmnComplianceTable(
                CompiledTable.compile(findings, OUTPUTS, OrderFacts.ALL, DmnComplianceTable::row, table -> {
                    named(table);
                    return new KnownFacts(OrderFacts.ALL, firm);
                }));
    }

    @Override
    public RuleVersion rule() {
        return table.file().rule();
    }

    @Override
    public List<Fact<?>> asked() {
        return table.asked();
    }

    /** Its input columns as sets. */
    TableCells cells() {
        return TableCells.of(table.table(), table.asked());
    }

    /** When its rows hold. */
    TableTerms terms() {
        return table.terms();
    }

    /** What a row says, counted from 1; empty where it answers an expression. */
    Optional<ComplianceAction> answer(int row) {
        return table.answer(row)
                .flatMap(said ->
                        ComplianceAction.named(String.valueOf(said.cells().get("action"))));
    }

    RuleInfo info() {
        return table.info(RuleKind.COMPLIANCE_TABLE);
    }

    /** As {@link AskedColumns#require}. */
    void require(FirmColumns columns) {
        AskedColumns.require(table, OrderFacts.ALL, columns);
    }

    @Override
    public ComplianceTable on(LocalDate day) {
        CompiledTable holding = table.on(day);
        return holding.equals(table) ? this : new DmnComplianceTable(holding);
    }

    /** Adds which rows do not hold on a day. */
    void told(LocalDate day) {
        table.terms().told(table.table(), day);
    }

    @Override
    public Answer decide(FactValues facts) {
        List<@Nullable Object> cells = new ArrayList<>(table.asked().size());
        for (Fact<?> fact : table.asked()) {
            cells.add(facts.cell(fact));
        }
        CompiledTable.Said said = table.said(cells);
        String word = String.valueOf(said.cells().get("action"));
        ComplianceAction action = ComplianceAction.named(word)
                .orElseThrow(() -> problem(said.row(), "action", "Expected an action, but it is " + word));
        Object reason = said.cells().get("reason");
        if (reason == null && action == ComplianceAction.ALLOW) {
            return new Answer(action, "", said.row(), "", List.of());
        }
        if (reason instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
            return new Answer(
                    action, Visible.line(text), said.row(), table.terms().told(said.row()), table.tested(said.row()));
        }
        throw problem(
                said.row(), "reason", "Expected a text of at most " + LONGEST + " characters, but it is " + reason);
    }

    private RuntimeException problem(int row, String column, String message) {
        return table.file()
                .problem(DmnTable.line(table.table().table()), "row " + row + ", column " + column + ": " + message);
    }

    private static void named(DmnTable table) {
        table.mustDecide(DECISION);
    }

    private static void row(DmnTable table, DecisionRule row) {
        TableRows rows = new TableRows(table);
        LiteralExpression action = row.getOutputEntry().get(ACTION);
        String text = TableRows.text(action);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String word = quoted ? text.substring(1, text.length() - 1) : "";
        if (ComplianceAction.named(word).isEmpty()) {
            rows.at(
                    action,
                    "unknown-action",
                    "Expected \"allow\", \"warn\" or \"deny\", in quotes and lower case, but the cell says " + text
                            + NearestName.hint(
                                    text.replace("\"", ""),
                                    Arrays.stream(ComplianceAction.values())
                                            .map(ComplianceAction::word)
                                            .toList())
                            + (word.equals("cut") ? "; how much of something is allowed is a limit" : ""));
        }
        LiteralExpression reason = row.getOutputEntry().get(REASON);
        String why = TableRows.text(reason);
        boolean none = why.equals("null") || why.replace("\"", "").isBlank();
        if (none && !word.equals(ComplianceAction.ALLOW.word())) {
            rows.at(
                    reason,
                    "no-reason",
                    "Expected the sentence that a trader is shown, in quotes, such as \"names of this country are"
                            + " under sanctions\", but the cell says " + why);
        }
        if (why.length() > LONGEST) {
            rows.at(
                    reason,
                    "too-long",
                    "Expected a reason of at most " + LONGEST + " characters, but it has " + why.length());
        }
    }
}
