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
import dev.vesper.basics.Rows;
import dev.vesper.books.wash.DisallowedLoss;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The wash sales that the books found after the day's trades: which loss does not count, and what takes it. */
final class WashSalesSection implements Section {
    private static final int SHOWN = 20;

    @Override
    public String word() {
        return "wash-sales";
    }

    @Override
    public String title() {
        return "Wash sales";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<DisallowedLoss> washSales = run.report().washSales();
        if (washSales.isEmpty()) {
            return List.of();
        }
        return List.of(
                Sentence.quiet(
                        "Losses of this day and of the 30 days before whose units the household has replaced. What is"
                                + " disallowed joins the cost of the replacement, which is held that much longer; where a"
                                + " retirement account bought, it is lost for good."),
                Grid.of(
                                washSales,
                                new Column<>(
                                        "Account",
                                        PageFormats.NAME,
                                        (DisallowedLoss w) -> w.sold().account()),
                                new Column<>(
                                        "Lot sold",
                                        PageFormats.NAME,
                                        w -> w.sold().toString()),
                                new Column<>("Units", PageFormats.QUANTITY, DisallowedLoss::units),
                                new Column<>("Disallowed", PageFormats.AMOUNT, DisallowedLoss::disallowed),
                                new Column<>(
                                        "Replaced by",
                                        PageFormats.NAME,
                                        w -> w.replacement().toString()),
                                new Column<>("Loss", PageFormats.TEXT, WashSalesSection::loss))
                        .worstFirst(
                                Comparator.comparing(DisallowedLoss::disallowed).reversed(), "with the largest losses")
                        .first(SHOWN)
                        .restIn("wash-sales.csv"));
    }

    private static String loss(DisallowedLoss wash) {
        return wash.forGood() ? "lost for good" : "deferred";
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(run.report().washSales()),
                new Column<>(
                        "account",
                        CsvFormats.TEXT,
                        (DisallowedLoss w) -> w.sold().account()),
                new Column<>("sale", CsvFormats.TEXT, DisallowedLoss::sale),
                new Column<>("lot", CsvFormats.TEXT, w -> w.sold().toString()),
                new Column<>("units", CsvFormats.EXACT, DisallowedLoss::units),
                new Column<>("disallowed", CsvFormats.rounded(2), DisallowedLoss::disallowed),
                new Column<>(
                        "replacement", CsvFormats.TEXT, w -> w.replacement().toString()),
                new Column<>("loss", CsvFormats.WORD, WashSalesSection::loss)));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ArrayNode washSales = root.putArray("washSales");
        for (DisallowedLoss wash : run.report().washSales()) {
            washSales
                    .addObject()
                    .put("account", wash.sold().account())
                    .put("sale", wash.sale())
                    .put("lot", wash.sold().toString())
                    .put("units", wash.units())
                    .put("disallowed", wash.disallowed())
                    .put("replacement", wash.replacement().toString())
                    .put("forGood", wash.forGood());
        }
    }
}
