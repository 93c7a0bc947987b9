package dev.vesper.app.cli;

import dev.vesper.app.terminal.Figure;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedTotals;
import dev.vesper.desk.operations.ProposedVerdict;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** All that people are asked about, in tables: every order, before and after, every verdict. Read part by part. */
final class ProposalTables {
    private static final int PART = 1_000;

    private ProposalTables() {}

    static void print(Operations operations, RunId run, PrintWriter out) {
        totals(operations.runs().proposedTotals(run), out);
        ProposalTables.<ProposedOrder>table(
                out,
                "Orders, after cuts, the largest first; one is named by its account and symbol, as in ACC1-IBM",
                from -> operations.runs().proposedOrders(run, from, PART),
                (table, o) -> table.row(
                        o.account(),
                        o.side().name().toLowerCase(Locale.ROOT),
                        o.symbol(),
                        o.quantity(),
                        Figure.price(o.decisionPrice()),
                        Figure.amount(o.notional()),
                        o.currency(),
                        o.expectedCost() == null ? "" : Figure.amount(o.expectedCost()),
                        o.leftOut()),
                "account",
                "side",
                "symbol",
                "quantity",
                "price",
                "notional",
                "currency",
                "expected cost",
                "left out");
        ProposalTables.<ProposedHolding>table(
                out,
                "Before and after, in percent of the account's value",
                from -> operations.runs().proposedHoldings(run, from, PART),
                (table, h) -> table.row(
                        h.account(), h.symbol(), percent(h.before()), percent(h.target()), percent(h.after())),
                "account",
                "symbol",
                "before",
                "target",
                "after");
        ProposalTables.<ProposedVerdict>table(
                out,
                "Verdicts, what did not pass first",
                from -> operations.runs().proposedVerdicts(run, from, PART),
                (table, v) -> table.row(
                        v.outcome().name().toLowerCase(Locale.ROOT),
                        v.rule(),
                        v.account(),
                        v.subject(),
                        v.reason(),
                        v.wouldPass()),
                "outcome",
                "rule",
                "account",
                "subject",
                "reason",
                "would pass");
        out.flush();
    }

    private static void totals(ProposedTotals totals, PrintWriter out) {
        for (ProposedTotals.OfCurrency one : totals.currencies()) {
            BigDecimal cost = one.expectedCost();
            BigDecimal fees = one.expectedFees();
            if (cost != null && fees != null) {
                out.println();
                out.println("Expected cost of " + Counted.of(totals.orders(), "order") + ": " + one.currency() + " "
                        + Numbers.amount(cost) + " (rebalance.cost_bps of "
                        + Numbers.amount(one.bought().add(one.sold()))
                        + "), fees of the venues " + Numbers.amount(fees)
                        + (totals.leftOut() == 0 ? "" : "; " + Counted.of(totals.leftOut(), "order") + " left out"));
            }
        }
    }

    private static <R> void table(
            PrintWriter out, String title, IntFunction<List<R>> parts, BiConsumer<Table, R> row, String... columns) {
        int from = 0;
        List<R> part = parts.apply(from);
        if (part.isEmpty()) {
            return;
        }
        out.println();
        out.println(title + ":");
        while (!part.isEmpty()) {
            Table table = new Table(columns);
            part.forEach(one -> row.accept(table, one));
            out.print(table.render(Table.Format.TABLE));
            from += part.size();
            part = part.size() < PART ? List.of() : parts.apply(from);
        }
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_EVEN);
    }
}
