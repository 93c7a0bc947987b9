package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.desk.report.RunReport.LeftOut;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The orders that people left out when they proposed or approved the others: who, and why. */
final class LeftOutSection implements Section {
    private static final int SHOWN = 30;

    @Override
    public String word() {
        return "left-out";
    }

    @Override
    public String title() {
        return "Left out";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<LeftOut> orders = run.report().leftOut();
        if (orders.isEmpty()) {
            return List.of();
        }
        return List.of(
                Sentence.of(Counted.of(orders.size(), "order") + " left out of what was approved, and never sent."),
                Grid.of(
                                orders,
                                new Column<>(
                                        "Order",
                                        PageFormats.NAME,
                                        (LeftOut o) -> o.order().id()),
                                new Column<>(
                                        "Account",
                                        PageFormats.NAME,
                                        o -> o.order().account()),
                                new Column<>(
                                        "Symbol",
                                        PageFormats.NAME,
                                        o -> o.order().symbol()),
                                new Column<>(
                                        "Side",
                                        PageFormats.TEXT,
                                        o -> ReportTexts.side(o.order().side())),
                                new Column<>(
                                        "Quantity",
                                        PageFormats.QUANTITY,
                                        o -> o.order().quantity()),
                                new Column<>(
                                        "Notional",
                                        PageFormats.AMOUNT,
                                        o -> o.order().notional()),
                                new Column<>(
                                        "", PageFormats.NAME, o -> o.order().currency()),
                                new Column<>("By", PageFormats.NAME, LeftOut::by),
                                new Column<>("Why", PageFormats.TEXT, o -> ReportTexts.fitted(o.reason(), 80)))
                        .worstFirst(
                                Comparator.comparing((LeftOut o) -> o.order().notional())
                                        .reversed(),
                                "largest")
                        .first(SHOWN)
                        .restIn("left-out.csv"));
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(run.report().leftOut()),
                new Column<>("order", CsvFormats.TEXT, (LeftOut o) -> o.order().id()),
                new Column<>("account", CsvFormats.TEXT, o -> o.order().account()),
                new Column<>("symbol", CsvFormats.TEXT, o -> o.order().symbol()),
                new Column<>("side", CsvFormats.WORD, o -> o.order().side().name()),
                new Column<>("quantity", CsvFormats.EXACT, o -> o.order().quantity()),
                new Column<>("notional", CsvFormats.EXACT, o -> o.order().notional()),
                new Column<>("currency", CsvFormats.WORD, o -> o.order().currency()),
                new Column<>("by", CsvFormats.TEXT, LeftOut::by),
                new Column<>("reason", CsvFormats.TEXT, LeftOut::reason)));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        List<LeftOut> orders = run.report().leftOut();
        return orders.isEmpty()
                ? List.of()
                : List.of(Terminal.figure(
                        ink,
                        "unsent",
                        Numbers.count(orders.size()),
                        "left out by "
                                + String.join(
                                        ", ",
                                        orders.stream()
                                                .map(LeftOut::by)
                                                .distinct()
                                                .toList())));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ArrayNode orders = root.putArray("leftOut");
        for (LeftOut one : run.report().leftOut()) {
            orders.addObject()
                    .put("order", one.order().id())
                    .put("by", one.by())
                    .put("reason", one.reason());
        }
    }
}
