package dev.vesper.adapters.rules;

import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.limits.measure.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.LiteralExpression;

/** One compiled table of rules/approvals: how many people must approve an account's trades, and of which groups. */
final class DmnApprovalTable {
    /** What the decision of such a table is called. */
    static final String DECISION = "Approvals";

    /** The most that one row may ask for. */
    static final int MOST = 9;

    private static final List<String> OUTPUTS = List.of("approvals", "groups");
    private static final int APPROVALS = 0;
    private static final int GROUPS = 1;
    private static final Pattern COUNT = Pattern.compile("[1-9]");
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]*");

    private final CompiledTable table;

    private DmnApprovalTable(CompiledTable table) {
        this.table = table;
    }

    static DmnApprovalTable compile(Findings findings) {
        CompiledTable compiled =
                CompiledTable.compile(findings, OUTPUTS, ProposedAccount.FACTS, DmnApprovalTable::row, table -> {
                    shape(table);
                    return new KnownFacts(ProposedAccount.FACTS, KnownFirm.NONE);
                });
        if (compiled.terms().dated()) {
            throw findings.fatal(
                    compiled.table().place(compiled.table().table()),
                    "dated",
                    "Expected rows that always hold, but some have a day in \"" + TableTerms.FROM + "\" or \""
                            + TableTerms.UNTIL + "\": who approves is asked on no business date");
        }
        return new DmnApprovalTable(compiled);
    }

    RuleInfo info() {
        return table.info(RuleKind.APPROVAL);
    }

    /** What each row that fits asks for, and because of which accounts. Several threads may ask. */
    List<ApprovalsNeeded.Asked> ask(List<ProposedAccount> accounts) {
        SortedMap<Integer, List<String>> byRow = new TreeMap<>();
        Map<Integer, List<String>> groups = new HashMap<>();
        for (ProposedAccount account : accounts) {
            var values = account.values();
            List<@Nullable Object> cells = new ArrayList<>();
            for (Fact<?> fact : table.asked()) {
                cells.add(values.cell(fact));
            }
            CompiledTable.Said said = table.said(cells);
            byRow.computeIfAbsent(said.row(), _ -> new ArrayList<>()).add(account.account());
            groups.computeIfAbsent(said.row(), _ -> each(said));
        }
        List<ApprovalsNeeded.Asked> asked = new ArrayList<>();
        byRow.forEach((row, because) -> {
            List<String> each = groups.getOrDefault(row, List.of());
            asked.add(new ApprovalsNeeded.Asked(
                    each,
                    String.join(", ", each) + " because of " + because.getFirst()
                            + (because.size() == 1 ? "" : " and " + (because.size() - 1) + " more") + " (rules/"
                            + table.file().path() + ", version "
                            + table.file().rule().version() + ", row " + row + ")"));
        });
        return asked;
    }

    /** One group for each approval. */
    private static List<String> each(CompiledTable.Said said) {
        int approvals = said.cells().get("approvals") instanceof BigDecimal number ? number.intValueExact() : 0;
        List<String> groups = groups(String.valueOf(said.cells().get("groups")));
        return groups.size() == 1 ? Collections.nCopies(approvals, groups.getFirst()) : groups;
    }

    private static void shape(DmnTable table) {
        table.mustDecide(DECISION);
        if (table.table().getHitPolicy() != HitPolicy.FIRST) {
            throw table.findings()
                    .fatal(
                            table.place(table.table()),
                            "hit-policy",
                            "Expected hitPolicy FIRST, so that every proposal finds a row, but it is "
                                    + table.table().getHitPolicy());
        }
    }

    private static void row(DmnTable table, DecisionRule row) {
        TableRows rows = new TableRows(table);
        LiteralExpression approvals = row.getOutputEntry().get(APPROVALS);
        String count = TableRows.text(approvals);
        if (!COUNT.matcher(count).matches()) {
            rows.at(
                    approvals,
                    "approvals",
                    "Expected a whole number of approvals from 1 to " + MOST + ", but the cell says " + count);
        }
        LiteralExpression cell = row.getOutputEntry().get(GROUPS);
        String text = TableRows.text(cell);
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        List<String> groups = quoted ? groups(text.substring(1, text.length() - 1)) : List.of();
        if (groups.isEmpty()
                || !groups.stream().allMatch(group -> GROUP.matcher(group).matches())) {
            rows.at(
                    cell,
                    "groups",
                    "Expected groups in quotes and lower case, like \"checkers\" or \"checkers, risk\", but the cell says "
                            + text);
        }
        if (groups.size() > 1 && !count.equals(String.valueOf(groups.size()))) {
            rows.at(
                    cell,
                    "groups",
                    "Expected one group for all approvals, or one for each of the " + count + ", but there are "
                            + groups.size());
        }
    }

    private static List<String> groups(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }
}
