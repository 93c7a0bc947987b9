package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.Heading;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.execution.cost.AccountCost;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderRanking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Implementation shortfall: what trading cost against the decision prices; the dearest orders first. */
final class CostsSection implements Section {
    private static final int SHOWN = 20;

    @Override
    public String word() {
        return "costs";
    }

    @Override
    public String title() {
        return "Implementation shortfall";
    }

    @Override
    public List<Block> page(RunFacts run) {
        return run.orders().isEmpty() || !run.worked()
                ? List.of()
                : List.of(
                        Sentence.quiet(note(run)),
                        new Heading("By account", ""),
                        byAccount(run),
                        new Heading("By order", ""),
                        grid(run));
    }

    private static String note(RunFacts run) {
        return run.report().session().isEmpty()
                ? "The session's arrival and closing prices are not known: delay is zero by construction, and"
                        + " what stayed unfilled is marked at the last fill of the day. Positive is a cost, negative a gain."
                : "Delay: from decision to arrival. Execution: from arrival to the fills. Opportunity: what"
                        + " stayed unfilled, at the last price of the session. Positive is a cost, negative a gain.";
    }

    private static Grid<AccountCost> byAccount(RunFacts run) {
        return Grid.of(
                        List.copyOf(run.costs().values()),
                        new Column<>("Account", PageFormats.NAME, AccountCost::account),
                        new Column<>("Orders", PageFormats.COUNT, AccountCost::orders),
                        new Column<>(
                                "Paper notional",
                                PageFormats.AMOUNT,
                                (AccountCost c) -> c.costs().paper()),
                        new Column<>("", PageFormats.NAME, AccountCost::currency),
                        new Column<>("Delay", PageFormats.SIGNED, c -> c.costs().delay()),
                        new Column<>(
                                "Execution", PageFormats.SIGNED, c -> c.costs().execution()),
                        new Column<>(
                                "Opportunity",
                                PageFormats.SIGNED,
                                c -> c.costs().opportunity()),
                        new Column<>("Fees", PageFormats.SIGNED, c -> c.costs().fees()),
                        new Column<>(
                                "Cost (−: gain)",
                                PageFormats.SIGNED,
                                c -> c.costs().total()),
                        new Column<>("bps", PageFormats.BPS, c -> c.costs().totalBps()))
                .worstFirst(AccountCost.DEAREST_FIRST, "that cost most")
                .first(SHOWN)
                .restIn("accounts.csv");
    }

    private static Grid<ExecutedOrder> grid(RunFacts run) {
        Grid<ExecutedOrder> grid = Grid.of(
                        run.orders(),
                        new Column<>(
                                "Order",
                                PageFormats.NAME,
                                (ExecutedOrder o) -> o.order().id()),
                        new Column<>("Account", PageFormats.NAME, o -> o.order().account()),
                        new Column<>("Symbol", PageFormats.NAME, o -> o.order().symbol()),
                        new Column<>(
                                "Side",
                                PageFormats.TEXT,
                                o -> ReportTexts.side(o.order().side())),
                        new Column<>(
                                "Paper notional",
                                PageFormats.AMOUNT,
                                o -> o.costs().paper()),
                        new Column<>("", PageFormats.NAME, o -> o.order().currency()),
                        new Column<>("Delay", PageFormats.SIGNED, o -> o.costs().delay()),
                        new Column<>(
                                "Execution", PageFormats.SIGNED, o -> o.costs().execution()),
                        new Column<>(
                                "Opportunity",
                                PageFormats.SIGNED,
                                o -> o.costs().opportunity()),
                        new Column<>("Fees", PageFormats.SIGNED, o -> o.costs().fees()),
                        new Column<>(
                                "Cost (−: gain)",
                                PageFormats.SIGNED,
                                o -> o.costs().total()),
                        new Column<>("bps", PageFormats.BPS, o -> o.costs().totalBps()))
                .worstFirst(OrderRanking.dearestFirst(run.totals()), "that cost most")
                .first(SHOWN)
                .restIn("costs.csv");
        for (CurrencyTotal total : run.totals().values()) {
            ImplementationShortfall costs = total.costs();
            grid = grid.total(
                            "all orders",
                            "",
                            "",
                            "",
                            Numbers.amount(costs.paper()),
                            total.currency(),
                            Numbers.signed(costs.delay(), 2),
                            Numbers.signed(costs.execution(), 2),
                            Numbers.signed(costs.opportunity(), 2),
                            Numbers.signed(costs.fees(), 2),
                            Numbers.signed(costs.total(), 2),
                            Numbers.bps(costs.totalBps()))
                    .total(
                            "in basis points",
                            "",
                            "",
                            "",
                            "",
                            "bps",
                            Numbers.bps(costs.delayBps()),
                            Numbers.bps(costs.executionBps()),
                            Numbers.bps(costs.opportunityBps()),
                            Numbers.bps(costs.feesBps()),
                            Numbers.bps(costs.totalBps()),
                            "");
        }
        return grid;
    }

    /** What the sign means, where the number stands. */
    private static String sense(ImplementationShortfall costs) {
        return switch (costs.total().signum()) {
            case 1 -> "a cost";
            case -1 -> "a gain";
            default -> "neither cost nor gain";
        };
    }

    @Override
    public List<Figure> headline(RunFacts run) {
        if (!run.worked()) {
            return List.of();
        }
        return run.totals().values().stream()
                .map(total -> Figure.of(
                        "Cost" + (run.totals().size() > 1 ? ", " + total.currency() : ""),
                        Numbers.bps(total.costBps()) + " bps",
                        total.currency() + " " + Numbers.amount(total.costs().total()) + ", " + sense(total.costs())))
                .toList();
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(run.orders()),
                new Column<>(
                        "order", CsvFormats.TEXT, (ExecutedOrder o) -> o.order().id()),
                new Column<>("account", CsvFormats.TEXT, o -> o.order().account()),
                new Column<>("symbol", CsvFormats.TEXT, o -> o.order().symbol()),
                new Column<>("side", CsvFormats.WORD, o -> o.order().side().name()),
                new Column<>("currency", CsvFormats.WORD, o -> o.order().currency()),
                new Column<>("paper_notional", CsvFormats.EXACT, o -> o.costs().paper()),
                new Column<>("delay", CsvFormats.EXACT, o -> o.costs().delay()),
                new Column<>("execution", CsvFormats.EXACT, o -> o.costs().execution()),
                new Column<>("opportunity", CsvFormats.EXACT, o -> o.costs().opportunity()),
                new Column<>("fees", CsvFormats.EXACT, o -> o.costs().fees()),
                new Column<>("total", CsvFormats.EXACT, o -> o.costs().total()),
                new Column<>(
                        "delay_bps", CsvFormats.statistic(4), o -> o.costs().delayBps()),
                new Column<>(
                        "execution_bps", CsvFormats.statistic(4), o -> o.costs().executionBps()),
                new Column<>(
                        "opportunity_bps",
                        CsvFormats.statistic(4),
                        o -> o.costs().opportunityBps()),
                new Column<>("fees_bps", CsvFormats.statistic(4), o -> o.costs().feesBps()),
                new Column<>(
                        "total_bps", CsvFormats.statistic(4), o -> o.costs().totalBps())));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        List<String> lines = new ArrayList<>();
        if (!run.worked()) {
            return lines;
        }
        for (CurrencyTotal total : run.totals().values()) {
            ImplementationShortfall costs = total.costs();
            lines.add(Terminal.figure(
                    ink,
                    "cost",
                    Numbers.bps(total.costBps()) + " bps",
                    total.currency() + " " + Numbers.amount(costs.total()) + " against the decision prices, "
                            + sense(costs)));
            lines.add(Terminal.figure(
                    ink,
                    "",
                    "",
                    "delay " + Numbers.bps(costs.delayBps()) + ", execution " + Numbers.bps(costs.executionBps())
                            + ", opportunity " + Numbers.bps(costs.opportunityBps()) + ", fees "
                            + Numbers.bps(costs.feesBps())));
        }
        return lines;
    }

    /** The headline figures where the run has one currency, null where it has several or nothing was worked, and each currency by itself. */
    @Override
    public void json(RunFacts run, ObjectNode root) {
        if (!run.worked() || run.totals().size() > 1) {
            root.putNull("costBps").putNull("notional").putNull("currency");
        } else if (run.totals().isEmpty()) {
            root.put("costBps", 0).put("notional", 0).putNull("currency");
        } else {
            CurrencyTotal only = run.totals().firstEntry().getValue();
            root.put("costBps", JsonNumbers.decimal(only.costBps(), 4))
                    .put("notional", JsonNumbers.cents(only.notional()))
                    .put("currency", only.currency());
        }
        ArrayNode costs = root.putArray("costs");
        if (!run.worked()) {
            return;
        }
        for (CurrencyTotal total : run.totals().values()) {
            ImplementationShortfall split = total.costs();
            costs.addObject()
                    .put("currency", total.currency())
                    .put("notional", JsonNumbers.cents(total.notional()))
                    .put("filledNotional", JsonNumbers.cents(total.filled()))
                    .put("fillRate", JsonNumbers.decimal(total.fillRate(), 6))
                    .put("delay", JsonNumbers.cents(split.delay()))
                    .put("execution", JsonNumbers.cents(split.execution()))
                    .put("opportunity", JsonNumbers.cents(split.opportunity()))
                    .put("fees", JsonNumbers.cents(split.fees()))
                    .put("total", JsonNumbers.cents(split.total()))
                    .put("totalBps", JsonNumbers.decimal(total.costBps(), 4));
        }
    }
}
