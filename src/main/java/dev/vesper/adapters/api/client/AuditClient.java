package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.AuditResources;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.audit.anchor.AnchorState;
import dev.vesper.desk.operations.Audit;
import java.util.List;

/** The audit of a Vesper that runs elsewhere. */
record AuditClient(Transport http) implements Audit {
    @Override
    public List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, long until, int most) {
        return http.send(AuditResources.ROWS, AuditResources.Search.of(query, order, after, until, most));
    }

    @Override
    public List<ExportedRow> chained(AuditQuery query, long after, int most) {
        return http.send(AuditResources.CHAIN, AuditResources.Chain.of(query, after, most));
    }

    @Override
    public ChainHead head() {
        return http.send(AuditResources.HEAD, new AuditResources.All());
    }

    @Override
    public List<AuditLog.Row> ofRun(RunId run) {
        return http.send(AuditResources.OF_RUN, new AuditResources.Which(run));
    }

    @Override
    public ChainState state() {
        return http.send(AuditResources.STATE, new AuditResources.All());
    }

    @Override
    public List<AnchorState> anchors() {
        return http.send(AuditResources.ANCHORS, new AuditResources.All());
    }

    @Override
    public List<AnchorState> anchor() {
        return http.send(AuditResources.ANCHOR, new AuditResources.All());
    }

    @Override
    public List<AuditLog.Fault> verify() {
        return http.send(AuditResources.VERIFY, new AuditResources.All());
    }
}
