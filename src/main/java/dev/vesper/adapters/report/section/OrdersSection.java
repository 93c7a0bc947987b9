package dev.vesper.adapters.report.section;

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
import dev.vesper.adapters.report.block.Tone;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.desk.report.RunReport;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderFigures;
import dev.vesper.execution.cost.OrderRanking;
import dev.vesper.execution.cost.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The orders and what became of them; what is missing most comes first. */
final class OrdersSection implements Section {
    /** The most of the largest on the page; all that were not filled whole stand above them. */
    private static final int LARGEST = 30;

    @Override
    public String word() {
        return "orders";
    }

    @Override
    public String title() {
        return "Orders";
    }

    @Override
    public List<Block> page(RunFacts run) {
        if (run.orders().isEmpty()) {
            return List.of(Sentence.quiet("No orders."));
        }
        List<Block> blocks = new ArrayList<>();
        if (!run.worked()) {
            blocks.add(Sentence.of(Counted.of(run.orders().size(), "order") + " had been proposed; none was sent."));
        } else {
            blocks.add(Sentence.of(Counted.of(run.orders().size(), "order") + ": " + outcomes(run.ordered()) + "."
                    + (run.report().fills().isEmpty() ? "" : " Worked " + worked(run.report()) + ".")));
            List<ExecutedOrder> exceptions = run.orders().stream()
                    .filter(order -> order.status() != OrderStatus.FILLED)
                    .toList();
            if (!exceptions.isEmpty()) {
                blocks.add(new Heading("Not filled whole", "the most left unfilled first"));
                blocks.add(grid(run, exceptions)
                        .toned(OrdersSection::tone)
                        .worstFirst(OrderRanking.leastFilledFirst(run.totals()), "with the most left unfilled"));
            }
        }
        blocks.add(new Heading("The largest", "at decision prices"));
        blocks.add(grid(run, run.orders())
                .toned(order -> run.worked() ? tone(order) : Tone.NONE)
                .worstFirst(OrderRanking.largestFirst(run.totals()), "largest")
                .first(LARGEST));
        return blocks;
    }

    /** For example {@code on 2026-11-27 from 09:30 to 13:00 America/New_York, a half day (XNYS)}. */
    private static String worked(RunReport report) {
        return report.sessions().stream()
                .map(session -> "on " + session + " (" + session.market().calendar() + "), settled on "
                        + report.firm().calendars().settles(session.market()))
                .collect(Collectors.joining("; "));
    }

    private static Grid<ExecutedOrder> grid(RunFacts run, List<ExecutedOrder> orders) {
        return Grid.of(
                        orders,
                        new Column<>(
                                "Order",
                                PageFormats.NAME,
                                (ExecutedOrder o) -> o.order().id()),
                        new Column<>("Account", PageFormats.NAME, o -> o.order().account()),
                        new Column<>("Symbol", PageFormats.NAME, o -> o.order().symbol()),
                        new Column<>(
                                "Name",
                                PageFormats.TEXT,
                                o -> ReportTexts.fitted(run.name(o.order().symbol()), 32)),
                        new Column<>(
                                "Side",
                                PageFormats.TEXT,
                                o -> ReportTexts.side(o.order().side())),
                        new Column<>(
                                "Quantity", PageFormats.QUANTITY, o -> o.order().quantity()),
                        new Column<>("Filled", PageFormats.QUANTITY, ExecutedOrder::filled),
                        new Column<>(
                                "Decision price",
                                PageFormats.PRICE,
                                o -> o.order().decisionPrice()),
                        new Column<>(
                                "Average price", PageFormats.decimals(4).or(Numbers.NONE), ExecutedOrder::averagePrice),
                        new Column<>("Filled notional", PageFormats.AMOUNT, ExecutedOrder::filledNotional),
                        new Column<>("", PageFormats.NAME, o -> o.order().currency()),
                        new Column<>("Status", PageFormats.TONED, OrdersSection::status))
                .restIn("orders.csv");
    }

    private static String outcomes(OrderFigures orders) {
        return Numbers.count(orders.filled()) + " filled, " + Numbers.count(orders.partlyFilled()) + " in part, "
                + Numbers.count(orders.notFilled()) + " not";
    }

    private static String status(ExecutedOrder order) {
        return order.status().words()
                + (order.reason().isEmpty() ? "" : " · " + ReportTexts.fitted(order.reason(), 60));
    }

    private static Tone tone(ExecutedOrder order) {
        return switch (order.status()) {
            case FILLED -> Tone.GOOD;
            case PARTIAL, WORKING -> Tone.WARN;
            case UNFILLED, NOT_SENT -> Tone.BAD;
            case LEFT_OUT -> Tone.NONE;
        };
    }

    @Override
    public List<Figure> headline(RunFacts run) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "Orders",
                Numbers.count(run.orders().size()),
                Counted.of(run.report().children(), "child order")));
        if (!run.worked()) {
            return figures;
        }
        for (CurrencyTotal total : run.totals().values()) {
            figures.add(Figure.of(
                    "Traded, " + total.currency(),
                    Numbers.compact(total.filled()),
                    "of " + Numbers.compact(total.notional()) + " ordered"));
        }
        for (CurrencyTotal total : run.totals().values()) {
            String of = run.totals().size() > 1 ? ", " + total.currency() : "";
            figures.add(Figure.of("Fill rate" + of, Numbers.percent(total.fillRate(), 1), "of notional"));
        }
        return figures;
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(run.orders()),
                new Column<>(
                        "order", CsvFormats.TEXT, (ExecutedOrder o) -> o.order().id()),
                new Column<>("account", CsvFormats.TEXT, o -> o.order().account()),
                new Column<>("symbol", CsvFormats.TEXT, o -> o.order().symbol()),
                new Column<>("name", CsvFormats.TEXT, o -> run.name(o.order().symbol())),
                new Column<>("side", CsvFormats.WORD, o -> o.order().side().name()),
                new Column<>("quantity", CsvFormats.EXACT, o -> o.order().quantity()),
                new Column<>("filled", CsvFormats.EXACT, ExecutedOrder::filled),
                new Column<>("leaves", CsvFormats.EXACT, ExecutedOrder::leaves),
                new Column<>("status", CsvFormats.WORD, o -> o.status().words()),
                new Column<>("decision_price", CsvFormats.EXACT, o -> o.order().decisionPrice()),
                new Column<>("arrival_price", CsvFormats.EXACT, ExecutedOrder::arrival),
                new Column<>("average_price", CsvFormats.rounded(6).or(""), ExecutedOrder::averagePrice),
                new Column<>("notional", CsvFormats.EXACT, o -> o.order().notional()),
                new Column<>("filled_notional", CsvFormats.EXACT, ExecutedOrder::filledNotional),
                new Column<>("currency", CsvFormats.WORD, o -> o.order().currency()),
                new Column<>(
                        "strategy", CsvFormats.WORD, o -> o.order().strategy().name()),
                new Column<>("children", CsvFormats.COUNT, ExecutedOrder::children),
                new Column<>("reason", CsvFormats.TEXT, ExecutedOrder::reason)));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        if (run.orders().isEmpty()) {
            return List.of(Terminal.figure(ink, "orders", "0", "the books stay as they are"));
        }
        List<String> lines = new ArrayList<>();
        if (!run.worked()) {
            return List.of(
                    Terminal.figure(ink, "orders", Numbers.count(run.orders().size()), "proposed, none sent"));
        }
        lines.add(Terminal.figure(ink, "orders", Numbers.count(run.orders().size()), outcomes(run.ordered())));
        for (CurrencyTotal total : run.totals().values()) {
            lines.add(Terminal.figure(
                    ink,
                    "traded",
                    total.currency() + " " + Numbers.amount(total.filled()),
                    Numbers.percent(total.fillRate(), 1) + " of " + Numbers.amount(total.notional()) + " ordered"));
        }
        return lines;
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        root.put("parents", run.report().orders().size());
        root.put("children", run.report().children());
    }
}
