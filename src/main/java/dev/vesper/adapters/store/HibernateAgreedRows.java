package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.quarantine.AgreedRowsStore;
import java.util.List;
import org.hibernate.StatelessSession;

/** A verdict with decided rows: it takes the place of the one before together with the event that vouches for it. */
public final class HibernateAgreedRows implements AgreedRowsStore {
    private final HibernateAuditLog audit;

    public HibernateAgreedRows(HibernateAuditLog audit) {
        this.audit = audit;
    }

    @Override
    public boolean agree(RunId run, DataCheck check, UserTask asks, Agreed agreed) {
        return audit.write(end -> agreeIn(end, run, check, asks, agreed));
    }

    private static boolean agreeIn(ChainEnd end, RunId run, DataCheck check, UserTask asks, Agreed agreed) {
        StatelessSession session = end.session();
        // an answer to the question about the data comes before or after, never between
        if (HibernateEventLog.count(session, agreed.stream().value()) != agreed.expected()) {
            return false;
        }
        int asked = session.createMutationQuery("update TaskRow t set t.question = :question, t.detail = :detail"
                        + " where t.taskId = :id and t.decision is null")
                .setParameter("question", Exact.text(asks.question()))
                .setParameter("detail", Exact.text(asks.detail()))
                .setParameter("id", asks.id())
                .executeUpdate();
        if (asked == 0) {
            return false;
        }
        session.update(DataCheckRow.of(run, check));
        var append = new Append<>(
                agreed.stream(), agreed.expected(), List.of(agreed.event().apply(ProposalRows.data(session, run))));
        Vouched vouched = HibernateEventLog.appendIn(session, append, agreed.at(), agreed.by());
        end.append(
                agreed.at(),
                agreed.by(),
                AuditAction.ROWS_AGREED,
                agreed.subject(),
                agreed.detail(),
                agreed.rehearsal(),
                vouched);
        return true;
    }
}
