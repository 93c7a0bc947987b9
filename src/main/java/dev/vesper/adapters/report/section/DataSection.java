package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Tone;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.data.Severity;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import java.util.ArrayList;
import java.util.List;

/** What the contract of the prices found. */
final class DataSection implements Section {
    @Override
    public String word() {
        return "data";
    }

    @Override
    public String title() {
        return "Data";
    }

    @Override
    public List<Block> page(RunFacts run) {
        DataCheck data = run.report().data();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Sentence.of(Counted.of(data.rows(), "price row") + " from " + data.firstDate() + " to "
                + data.lastDate() + "; " + quarantine(data)));
        if (!data.breaches().isEmpty()) {
            blocks.add(Grid.of(
                            data.breaches(),
                            new Column<>("Rule", PageFormats.NAME, DataCheck.Breach::rule),
                            new Column<>(
                                    "Severity",
                                    PageFormats.TONED,
                                    b -> b.severity().word()),
                            new Column<>("Rows", PageFormats.COUNT, DataCheck.Breach::rows),
                            new Column<>("What is wrong", PageFormats.TEXT, b -> run.safe(b.message())),
                            new Column<>("First example", PageFormats.TEXT, b -> run.safe(b.example())))
                    .toned(b -> b.severity() == Severity.ERROR ? Tone.BAD : Tone.WARN)
                    .restIn("the lake"));
        }
        List<AuditLog.Row> decided = decided(run);
        if (!decided.isEmpty()) {
            blocks.add(Sentence.of(Counted.of(decided.size(), "decision") + " of two people on single rows:"));
            blocks.add(Grid.of(
                    decided,
                    new Column<>("Question", PageFormats.NAME, AuditLog.Row::subject),
                    new Column<>("What", PageFormats.TEXT, row -> run.safe(row.detail())),
                    new Column<>("Asked", PageFormats.TEXT, row -> run.safe(asked(run, row))),
                    new Column<>("Agreed", PageFormats.TEXT, row -> run.safe(row.actor()))));
        }
        List<String> warnings = run.report().firm().warnings();
        warnings.stream().limit(Grid.SHOWN).forEach(w -> blocks.add(Sentence.quiet(run.safe(w))));
        if (warnings.size() > Grid.SHOWN) {
            blocks.add(Sentence.quiet("And " + Counted.of(warnings.size() - Grid.SHOWN, "more warning")
                    + ": ./vesper firm check tells them all."));
        }
        return blocks;
    }

    /** Rows that two people released, corrected or kept out. */
    private static List<AuditLog.Row> decided(RunFacts run) {
        return run.report().audit().stream()
                .filter(row -> row.action() == AuditAction.ROWS_AGREED)
                .toList();
    }

    private static String asked(RunFacts run, AuditLog.Row agreed) {
        return run.report().audit().stream()
                .filter(row ->
                        row.action() == AuditAction.ROWS_ASKED && row.subject().equals(agreed.subject()))
                .map(AuditLog.Row::actor)
                .findFirst()
                .orElse("");
    }

    private static String quarantine(DataCheck data) {
        if (data.quarantined() == 0) {
            return "every row was accepted.";
        }
        return Numbers.count(data.quarantined()) + " set aside in quarantine ("
                + Numbers.percent(data.quarantinedShare(), 2) + ")."
                + (data.blocking() ? " A person had to release the day." : "");
    }

    @Override
    public List<Figure> headline(RunFacts run) {
        DataCheck data = run.report().data();
        return List.of(new Figure(
                "Quarantined",
                Numbers.count(data.quarantined()),
                "of " + Counted.of(data.rows(), "row"),
                data.quarantined() > 0 ? Tone.WARN : Tone.NONE));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        return run.report().data().breaches().stream()
                .map(b -> "  " + ink.warn(Terminal.left("data", 8))
                        + Terminal.folded(Counted.of(b.rows(), "row") + ": " + run.safe(b.message()) + "; for example "
                                + run.safe(b.example())))
                .toList();
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        DataCheck data = run.report().data();
        ObjectNode node = root.putObject("data")
                .put("snapshot", data.snapshot())
                .put("rows", data.rows())
                .put("quarantinedRows", data.quarantined())
                .put("firstDate", data.firstDate().toString())
                .put("lastDate", data.lastDate().toString())
                .put("blocking", data.blocking());
        List<AuditLog.Row> decided = decided(run);
        if (!decided.isEmpty()) {
            ArrayNode rows = node.putArray("decidedRows");
            decided.forEach(row -> rows.addObject()
                    .put("question", row.subject())
                    .put("what", run.safe(row.detail()))
                    .put("asked", run.safe(asked(run, row)))
                    .put("agreed", run.safe(row.actor())));
        }
        ArrayNode breaches = node.putArray("breaches");
        for (DataCheck.Breach breach : data.breaches()) {
            breaches.addObject()
                    .put("rule", breach.rule())
                    .put("severity", breach.severity().word())
                    .put("rows", breach.rows())
                    .put("message", run.safe(breach.message()));
        }
    }
}
