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
import dev.vesper.books.GainTotal;
import dev.vesper.books.LotGain;
import java.util.List;
import java.util.Optional;

/** What the day realised, for the tax: by account on the page, lot by lot below it and in the CSV. */
final class GainsSection implements Section {
    private static final int SHOWN = 20;

    @Override
    public String word() {
        return "gains";
    }

    @Override
    public String title() {
        return "Tax by lot";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<LotGain> gains = run.gains();
        if (gains.isEmpty()) {
            return List.of();
        }
        return List.of(
                Sentence.quiet(
                        "Proceeds less fees, less what the closed units had cost. Long term: held for more than a"
                                + " year. Disallowed: losses that a wash sale defers to what replaced the units; for the"
                                + " tax they are added back. Nothing else about what is deductible is judged here."),
                Grid.of(
                                GainTotal.of(gains),
                                new Column<>("Account", PageFormats.NAME, GainTotal::account),
                                new Column<>("Lots closed", PageFormats.COUNT, GainTotal::lots),
                                new Column<>("Proceeds", PageFormats.AMOUNT, GainTotal::proceeds),
                                new Column<>("Cost", PageFormats.AMOUNT, GainTotal::cost),
                                new Column<>("Short-term gain", PageFormats.SIGNED, GainTotal::shortTerm),
                                new Column<>("Long-term gain", PageFormats.SIGNED, GainTotal::longTerm),
                                new Column<>("Gain", PageFormats.SIGNED, GainTotal::gain),
                                new Column<>("Disallowed", PageFormats.AMOUNT, GainTotal::disallowed))
                        .restIn("gains.csv"),
                Grid.of(
                                gains,
                                new Column<>(
                                        "Lot",
                                        PageFormats.NAME,
                                        (LotGain g) -> g.lot().id()),
                                new Column<>(
                                        "Acquired",
                                        PageFormats.NAME,
                                        g -> g.lot().acquired().toString()),
                                new Column<>("Term", PageFormats.TEXT, GainsSection::term),
                                new Column<>("Units", PageFormats.QUANTITY, LotGain::quantity),
                                new Column<>("Proceeds", PageFormats.AMOUNT, LotGain::proceeds),
                                new Column<>("Cost", PageFormats.AMOUNT, LotGain::cost),
                                new Column<>("Gain", PageFormats.SIGNED, LotGain::gain),
                                new Column<>("Disallowed", PageFormats.AMOUNT, LotGain::disallowed))
                        .worstFirst(LotGain.LARGEST_FIRST, "largest gains and losses")
                        .first(SHOWN)
                        .restIn("gains.csv"));
    }

    private static String term(LotGain gain) {
        return gain.longTerm() ? "long" : "short";
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(run.gains()),
                new Column<>("account", CsvFormats.TEXT, (LotGain g) -> g.lot().account()),
                new Column<>("symbol", CsvFormats.TEXT, g -> g.lot().symbol()),
                new Column<>("lot", CsvFormats.TEXT, g -> g.lot().id()),
                new Column<>(
                        "acquired", CsvFormats.WORD, g -> g.lot().acquired().toString()),
                new Column<>("term", CsvFormats.WORD, GainsSection::term),
                new Column<>("quantity", CsvFormats.EXACT, LotGain::quantity),
                new Column<>("proceeds", CsvFormats.rounded(2), LotGain::proceeds),
                new Column<>("cost", CsvFormats.rounded(2), LotGain::cost),
                new Column<>("gain", CsvFormats.rounded(2), LotGain::gain),
                new Column<>("disallowed", CsvFormats.rounded(2), LotGain::disallowed)));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ArrayNode gains = root.putArray("gains");
        for (GainTotal total : GainTotal.of(run.gains())) {
            gains.addObject()
                    .put("account", total.account())
                    .put("shortTerm", total.shortTerm())
                    .put("longTerm", total.longTerm())
                    .put("disallowed", total.disallowed());
        }
    }
}
