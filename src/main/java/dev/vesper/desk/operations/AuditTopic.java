package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Asker;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.audit.anchor.AnchorState;
import java.util.ArrayList;
import java.util.List;

/** The audit log for somebody who may see it. */
record AuditTopic(Guard guard, AuditParts parts) implements Audit {
    @Override
    public List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, long until, int most) {
        return parts.log().search(query, order, row("after", after), row("until", until), Bounds.positive(most));
    }

    private static long row(String name, long number) {
        if (number < 0) {
            throw Problem.usage("Expected " + name + " to be the number of a row, or 0, but got " + number);
        }
        return number;
    }

    @Override
    public List<ExportedRow> chained(AuditQuery query, long after, int most) {
        return parts.log().chained(query, row("after", after), Bounds.positive(most)).stream()
                .map(ExportedRow::of)
                .toList();
    }

    @Override
    public ChainHead head() {
        return parts.log().head();
    }

    @Override
    public List<AuditLog.Row> ofRun(RunId run) {
        return parts.log().rows(run);
    }

    @Override
    public List<AuditLog.Fault> verify() {
        return parts.chain().get().everything(() -> {
            List<AuditLog.Fault> faults = new ArrayList<>(parts.log().verify());
            faults.addAll(parts.anchors().get().compare());
            return faults;
        });
    }

    @Override
    public ChainState state() {
        return parts.chain().get().look();
    }

    @Override
    public List<AnchorState> anchors() {
        return parts.anchors().get().states();
    }

    @Override
    public List<AnchorState> anchor() {
        return parts.anchors()
                .get()
                .anchor(guard.caller()
                        .person()
                        .orElse(guard.caller() instanceof Owner ? Asker.OWNER : RepairParts.NOBODY));
    }
}
