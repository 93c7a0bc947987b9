package dev.vesper.desk.execution;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.WorkingSession;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The parents of one session. Sessions are worked one after the other, the earlier first, and their slices are numbered
 * through: what one exchange does tells nothing of another's prices.
 *
 * @param first number of its first slice
 * @param minimumLots smallest child worth sending of each parent
 */
@SuppressWarnings("ArrayRecordComponent") // a column, read in place; nobody compares the work of sessions
record SessionWork(WorkingSession session, int first, List<ParentOrder> parents, long[] minimumLots) {
    private static final int ALL = 10_000;

    /** The work of every session that the parents meet. */
    static List<SessionWork> of(
            List<ParentOrder> parents, Function<String, WorkingSession> sessions, ExecutionSettings settings) {
        Map<WorkingSession, List<ParentOrder>> bySession = new TreeMap<>(WorkingSession.EARLIER_FIRST);
        for (ParentOrder parent : parents) {
            bySession
                    .computeIfAbsent(sessions.apply(parent.symbol()), _ -> new ArrayList<>())
                    .add(parent);
        }
        List<SessionWork> work = new ArrayList<>();
        int first = 0;
        for (var entry : bySession.entrySet()) {
            long[] minimumLots = entry.getValue().stream()
                    .mapToLong(parent -> minimumLots(parent, settings))
                    .toArray();
            work.add(new SessionWork(entry.getKey(), first, entry.getValue(), minimumLots));
            first += entry.getKey().hours().slices();
        }
        return work;
    }

    /** Slices of all sessions. */
    static int slices(List<SessionWork> work) {
        return work.stream().mapToInt(SessionWork::slices).sum();
    }

    int slices() {
        return session.hours().slices();
    }

    /** When a slice begins, milliseconds since midnight at the exchange. */
    long startMillis(int slice) {
        return session.hours().startMillis(slice - first);
    }

    /** When it ends. */
    long endMillis(int slice) {
        return session.hours().endMillis(slice - first);
    }

    private static long minimumLots(ParentOrder parent, ExecutionSettings settings) {
        BigDecimal lotValue = parent.decisionPrice().multiply(parent.lotSize());
        if (lotValue.signum() <= 0) {
            return 1;
        }
        BigDecimal lots = settings.minimumChildNotional().divide(lotValue, 0, RoundingMode.CEILING);
        return Math.clamp(lots.longValue(), 1L, Math.max(1, parent.wholeLots()));
    }

    /** A share in basis points. */
    static int bps(double share) {
        return (int) Math.clamp(Math.round(share * ALL), 0L, ALL);
    }
}
