package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.books.reconcile.ReconcileEvent;
import dev.vesper.books.reconcile.ReconcileState;
import dev.vesper.books.reconcile.Reconciliation;
import dev.vesper.books.reconcile.StandingBreak;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The breaks of every book: replayed from the stored events. */
final class BreakLog {
    private static final String BREAKS = "reconciliation/";

    private final EventLog events;
    private final FlowLog flows;
    private final Reconciliation reconciliation = new Reconciliation();

    BreakLog(EventLog events) {
        this.events = events;
        this.flows = new FlowLog(events);
    }

    static StreamId<ReconcileEvent> stream(BookId book) {
        return new StreamId<>(ReconcileEvent.class, BREAKS + book.value());
    }

    /** What the audit log calls a break. */
    static String subject(String id) {
        return "break/" + id;
    }

    /**
     * The events of a book's breaks, oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered
     */
    List<ReconcileEvent> past(BookId book) {
        return whole(() -> events.read(stream(book)));
    }

    /** The events of every book that was ever reconciled, oldest first, by book. */
    Map<BookId, List<Told<ReconcileEvent>>> all() {
        return whole(() -> events.readAll(ReconcileEvent.class, BREAKS)).stream()
                .collect(Collectors.groupingBy(
                        told -> BookId.of(told.stream().value().substring(BREAKS.length())),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
    }

    /** Where the breaks stand after their events. */
    ReconcileState state(List<ReconcileEvent> past) {
        return whole(() -> reconciliation.replay(past));
    }

    private static <T> T whole(Supplier<T> read) {
        try {
            return read.get();
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** Every break of a book that stands or stood, oldest first, as people see it. */
    List<BreakRecord> records(BookId book, ReconcileState state) {
        Set<String> rejected = rejected(book, state);
        return state.all().stream()
                .map(known -> record(state, known, rejected.contains(known.flow())))
                .toList();
    }

    private static BreakRecord record(ReconcileState state, StandingBreak known, boolean rejected) {
        boolean again = rejected && known.state() == BreakState.ACCEPTED;
        var until = known.cleared() == null
                ? state.last().map(ReconcileEvent.Reconciled::asOf).orElse(known.since())
                : known.cleared();
        return new BreakRecord(
                known.id(),
                known.what(),
                again ? BreakState.OPEN : known.state(),
                known.since(),
                ChronoUnit.DAYS.between(known.since(), until),
                known.owner(),
                again ? "" : known.by(),
                again ? "" : known.reason(),
                again ? "" : known.flow());
    }

    /** The adjusting entries of a book to which somebody said no. */
    Set<String> rejected(BookId book, ReconcileState state) {
        boolean asked = state.all().stream().anyMatch(known -> known.state() == BreakState.ACCEPTED);
        return asked
                ? flows.agreed(flows.past(book), flows.answers(book)).stream()
                        .filter(flow -> flow.state() == FlowState.REJECTED)
                        .map(FlowRecord::id)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
