package dev.vesper.desk.books;

import dev.vesper.basics.RunId;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.OpeningEntries;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fills that a book must have posted, a run at a time: trades follow each other run by run, so the fills of one run are
 * held, and of the others those that no entry was seen of.
 */
final class PostedFills {
    private static final int RUN_ID = 14;

    private final Map<String, RunRecord> runs;
    private final OrderStore orders;
    private final Map<String, Map<String, Integer>> left = new HashMap<>();
    private @Nullable Instant begins;
    private String held = "";
    private Map<String, List<Fill>> fills = Map.of();
    private final Set<RunId> amendedRuns;
    private Map<String, List<Fill>> booked = Map.of();
    private Map<String, List<Amendment>> amendments = Map.of();

    /** @param runs those of the book's firm that have ended, as far as they are asked about */
    PostedFills(List<RunRecord> runs, OrderStore orders) {
        this.runs = runs.stream().collect(Collectors.toMap(run -> run.id().value(), run -> run));
        this.orders = orders;
        this.amendedRuns = orders.amended();
    }

    /** An entry of the book: the first run that opened an account begins it. */
    void begins(LedgerEntry entry) {
        if (OpeningEntries.opens(entry)) {
            RunRecord run = runs.get(
                    entry.source().substring(0, Math.max(0, entry.source().indexOf('/'))));
            if (run != null && (begins == null || run.openedAt().isBefore(begins))) {
                begins = run.openedAt();
            }
        }
    }

    /**
     * The fills of an order that the book posts, as they were booked and after each amendment; none where its run does not
     * belong to the book.
     */
    List<List<Fill>> posted(String order) {
        String run = order.length() < RUN_ID ? "" : order.substring(0, RUN_ID);
        if (!runs.containsKey(run)) {
            return List.of(List.of());
        }
        hold(run);
        left.getOrDefault(run, Map.of()).remove(order);
        List<Amendment> amended = amendments.get(order);
        return amended == null
                ? List.of(fills.getOrDefault(order, List.of()))
                : AmendedFills.versions(booked.getOrDefault(order, List.of()), amended, new RunId(run).date());
    }

    private void hold(String run) {
        if (!held.equals(run)) {
            held = run;
            fills = orders.fills(new RunId(run)).stream().collect(Collectors.groupingBy(Fill::parentId));
            boolean amended = amendedRuns.contains(new RunId(run));
            amendments = amended ? AmendedFills.byOrder(orders.history(new RunId(run))) : Map.of();
            booked = amended
                    ? orders.booked(new RunId(run)).stream().collect(Collectors.groupingBy(Fill::parentId))
                    : Map.of();
            left.computeIfAbsent(run, _ -> {
                Map<String, Integer> counts = new TreeMap<>();
                fills.forEach((order, all) -> counts.put(order, all.size()));
                return counts;
            });
        }
    }

    /** What no entry was seen of, once all were. */
    List<Fault> missing() {
        Instant from = begins;
        if (from == null) {
            return List.of();
        }
        return runs.values().stream()
                .filter(run -> !run.openedAt().isBefore(from))
                .map(run -> run.id().value())
                .sorted()
                .flatMap(run -> {
                    if (!left.containsKey(run)) {
                        hold(run);
                    }
                    return left.getOrDefault(run, Map.of()).entrySet().stream();
                })
                .map(order -> new Fault(0, order.getValue() + " fills of " + order.getKey() + " are not in the books"))
                .toList();
    }
}
