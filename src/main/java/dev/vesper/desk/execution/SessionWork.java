package dev.vesper.desk.execution;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Session;
import dev.vesper.execution.SliceBatch;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Tape;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Its part in which a slice lies. */
    static SessionWork at(List<SessionWork> work, int slice) {
        return work.stream()
                .filter(part -> part.first <= slice)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** When a slice begins, milliseconds since midnight at the exchange. */
    long startMillis(int slice) {
        return session.hours().startMillis(slice - first);
    }

    /** When it ends. */
    long endMillis(int slice) {
        return session.hours().endMillis(slice - first);
    }

    /**
     * What the slicer is asked at the start of a slice.
     *
     * @param done lots filled so far, by parent id
     */
    SliceBatch batch(int slice, MarketTape tape, ExecutionSettings settings, Map<String, Long> done) {
        Session hours = session.hours();
        int orders = parents.size();
        var batch = new SliceBatch(
                slice - first,
                hours.slices(),
                new int[orders],
                new long[orders],
                new long[orders],
                new long[orders],
                new int[orders],
                minimumLots.clone());
        long now = startMillis(slice);
        int rateBps = bps(settings.participationRate());
        Map<String, Long> volumes = new HashMap<>();
        for (int i = 0; i < orders; i++) {
            ParentOrder parent = parents.get(i);
            batch.strategy()[i] = SliceBatch.codeOf(parent.strategy());
            batch.totalLots()[i] = parent.wholeLots();
            batch.doneLots()[i] = done.getOrDefault(parent.id(), 0L);
            batch.marketLots()[i] = volumes.computeIfAbsent(
                    parent.symbol(), symbol -> seenLots(tape.tape(symbol), hours.openMillis(), now));
            batch.rateBps()[i] = rateBps;
        }
        return batch;
    }

    /** Lots traded from the open to now, both included; what comes later nobody knows yet. */
    private static long seenLots(Optional<Tape> day, long openMillis, long nowMillis) {
        return day.map(t -> t.volumeLots(openMillis - 1, nowMillis)).orElse(SliceBatch.UNKNOWN);
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
