package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.quarantine.AgreedRowsStore;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** A verdict with decided rows: it takes the place of the one before together with the event that vouches for it. */
public final class HibernateAgreedRows implements AgreedRowsStore {
    private final Database database;
    private final HibernateAuditLog audit;

    public HibernateAgreedRows(Database database, HibernateAuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public boolean agree(RunId run, DataCheck check, UserTask asks, Agreed agreed) {
        Optional<AuditLog.Row> row = database.write(session -> agreeIn(session, run, check, asks, agreed));
        row.ifPresent(audit::committed);
        return row.isPresent();
    }

    private Optional<AuditLog.Row> agreeIn(
            StatelessSession session, RunId run, DataCheck check, UserTask asks, Agreed agreed) {
        audit.lock(session); // an answer to the question about the data comes before or after, never between
        if (HibernateEventLog.count(session, agreed.stream().value()) != agreed.expected()) {
            return Optional.empty();
        }
        int asked = session.createMutationQuery("update TaskRow t set t.question = :question, t.detail = :detail"
                        + " where t.taskId = :id and t.decision is null")
                .setParameter("question", Exact.text(asks.question()))
                .setParameter("detail", Exact.text(asks.detail()))
                .setParameter("id", asks.id())
                .executeUpdate();
        if (asked == 0) {
            return Optional.empty();
        }
        session.update(DataCheckRow.of(run, check));
        var append = new Append<>(
                agreed.stream(), agreed.expected(), List.of(agreed.event().apply(ProposalRows.data(session, run))));
        Vouched vouched = HibernateEventLog.appendIn(session, append, agreed.at(), agreed.by());
        return Optional.of(audit.appendIn(
                session,
                agreed.at(),
                agreed.by(),
                AuditAction.ROWS_AGREED,
                agreed.subject(),
                agreed.detail(),
                agreed.rehearsal(),
                vouched));
    }
}
