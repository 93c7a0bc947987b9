package dev.vesper.books.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The breaks of a book, and the statement that was reconciled last. Only {@link Reconciliation} changes one, and only a copy. */
public final class ReconcileState {
    private final Map<String, StandingBreak> breaks;
    private ReconcileEvent.@Nullable Reconciled last;

    ReconcileState() {
        this(new LinkedHashMap<>(), null);
    }

    private ReconcileState(Map<String, StandingBreak> breaks, ReconcileEvent.@Nullable Reconciled last) {
        this.breaks = breaks;
        this.last = last;
    }

    ReconcileState copy() {
        return new ReconcileState(new LinkedHashMap<>(breaks), last);
    }

    /** Every break there ever was, oldest first. */
    public List<StandingBreak> all() {
        return List.copyOf(breaks.values());
    }

    public Optional<StandingBreak> find(String id) {
        return Optional.ofNullable(breaks.get(id));
    }

    /** The statement that was reconciled last. */
    public Optional<ReconcileEvent.Reconciled> last() {
        return Optional.ofNullable(last);
    }

    /** By what they tell of, without those that are gone. */
    Map<String, StandingBreak> standing() {
        Map<String, StandingBreak> byKey = new LinkedHashMap<>();
        breaks.values().stream()
                .filter(known -> known.state() != BreakState.CLEARED)
                .forEach(known -> byKey.put(known.what().key(), known));
        return byKey;
    }

    void put(StandingBreak changed) {
        breaks.put(changed.id(), changed);
    }

    void put(ReconcileEvent.Reconciled statement) {
        last = statement;
    }
}
