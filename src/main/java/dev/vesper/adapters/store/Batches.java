package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/** Many rows at once. */
final class Batches {
    private static final int ROWS = 1000;

    private Batches() {}

    /** Inserts rows in JDBC batches. */
    static void insert(StatelessSession session, List<?> rows) {
        if (!rows.isEmpty()) {
            session.setJdbcBatchSize(ROWS);
            session.insertMultiple(rows);
        }
    }

    /** All rows of a run, ordered by fields of {@code w}. */
    static <R> List<R> ofRun(StatelessSession session, Class<R> type, String order, RunId run) {
        return session.createSelectionQuery(
                        "from " + type.getSimpleName() + " w where w.runId = :run order by " + order, type)
                .setParameter("run", run.value())
                .getResultList();
    }

    /**
     * The items that the store does not hold yet, in their order; an item that is given twice comes once.
     *
     * @param known answers which of some keys are there
     */
    static <T, K> List<T> missing(List<T> items, Function<T, K> key, Function<List<K>, List<K>> known) {
        Map<K, T> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.putIfAbsent(key.apply(item), item));
        List<K> keys = new ArrayList<>(byKey.keySet());
        for (int from = 0; from < keys.size(); from += ROWS) {
            known.apply(keys.subList(from, Math.min(keys.size(), from + ROWS))).forEach(byKey::remove);
        }
        return List.copyOf(byKey.values());
    }
}
