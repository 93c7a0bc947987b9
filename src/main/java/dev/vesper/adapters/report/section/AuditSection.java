package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.desk.audit.AuditLog;
import java.util.List;

/** Who did what, as the append-only audit log has it. */
final class AuditSection implements Section {
    @Override
    public String word() {
        return "audit";
    }

    @Override
    public String title() {
        return "Audit";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<AuditLog.Row> rows = run.report().audit();
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        Sentence.quiet("Each row holds the hash of the row before. Head: "
                                + rows.getLast().hash()),
                        Grid.of(
                                        rows,
                                        new Column<>("Row", PageFormats.COUNT, AuditLog.Row::sequence),
                                        new Column<>("When (UTC)", PageFormats.STAMP, AuditLog.Row::at),
                                        new Column<>("Who", PageFormats.TEXT, AuditLog.Row::actor),
                                        new Column<>(
                                                "What",
                                                PageFormats.TEXT,
                                                (AuditLog.Row row) ->
                                                        row.action().word()),
                                        new Column<>("To what", PageFormats.TEXT, AuditLog.Row::subject),
                                        new Column<>("Detail", PageFormats.TEXT, r -> run.safe(r.detail())),
                                        new Column<>(
                                                "Hash",
                                                PageFormats.NAME,
                                                r -> r.hash()
                                                        .substring(
                                                                0,
                                                                Math.min(
                                                                        12,
                                                                        r.hash().length()))))
                                .restIn("the audit table"));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        List<AuditLog.Row> rows = run.report().audit();
        ObjectNode node = root.putObject("audit").put("rows", rows.size());
        if (rows.isEmpty()) {
            node.putNull("headHash");
        } else {
            node.put("headHash", rows.getLast().hash());
        }
    }
}
