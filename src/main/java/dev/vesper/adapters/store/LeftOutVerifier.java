package dev.vesper.adapters.store;

import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.BrokenHistory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/** Finds children that were sent for an order which whoever proposed or approved the trades had left out. */
final class LeftOutVerifier {
    private LeftOutVerifier() {}

    /** Who left out each order of which a child was sent, by the order's id. */
    static Map<String, String> sent(StatelessSession session, String run) {
        Map<String, String> left = leftOut(session, run);
        if (left.isEmpty()) {
            return left;
        }
        List<String> worked = session.createSelectionQuery(
                        "select distinct c.parentId from ChildRow c where c.runId = :run and c.parentId in (:left)",
                        String.class)
                .setParameter("run", run)
                .setParameterList("left", left.keySet())
                .getResultList();
        left.keySet().retainAll(worked);
        return left;
    }

    private static Map<String, String> leftOut(StatelessSession session, String run) {
        Map<String, String> left = new TreeMap<>();
        try {
            for (EventRow row : HibernateEventLog.rows(session, "four-eyes/" + run)) {
                if (StreamKind.of(FourEyesEvent.class).read(HibernateEventLog.written(row))
                        instanceof FourEyesEvent.LeftOut event) {
                    event.orders().forEach(order -> left.put(order, event.by()));
                }
            }
        } catch (BrokenHistory altered) {
            return new TreeMap<>(); // events that cannot be read are named already
        }
        return left;
    }
}
