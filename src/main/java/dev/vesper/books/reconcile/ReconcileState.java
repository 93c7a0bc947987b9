package dev.vesper.books.reconcile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The breaks of a book, and the statement that was reconciled last. Only {@link Reconciliation} changes one, and only a copy. */
public final class ReconcileState {
    private final Map<String, StandingBreak> breaks;
    private final Map<String, Set<String>> said; // the sums of every statement, by account
    private ReconcileEvent.@Nullable Reconciled last;

    ReconcileState() {
        this(new LinkedHashMap<>(), new HashMap<>(), null);
    }

    private ReconcileState(
            Map<String, StandingBreak> breaks,
            Map<String, Set<String>> said,
            ReconcileEvent.@Nullable Reconciled last) {
        this.breaks = breaks;
        this.said = said;
        this.last = last;
    }

    ReconcileState copy() {
        Map<String, Set<String>> sums = new HashMap<>();
        said.forEach((account, all) -> sums.put(account, new HashSet<>(all)));
        return new ReconcileState(new LinkedHashMap<>(breaks), sums, last);
    }

    /** Whether a statement that was reconciled said this of an account: see {@link Statement#sums}. */
    public boolean knows(String account, String sum) {
        return said.getOrDefault(account, Set.of()).contains(sum);
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
        statement
                .sums()
                .forEach((account, sum) ->
                        said.computeIfAbsent(account, _ -> new HashSet<>(2)).add(sum));
    }
}
