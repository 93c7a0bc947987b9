package dev.vesper.desk.execution;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Children and fills of a run, and the events that vouch for them. Every save is one transaction; where its events are
 * stored already, word for word, it changes nothing, so it may be repeated.
 */
public interface OrderStore {
    /** The stream of a run, for example {@code orders/2018-04-11-001}. */
    static StreamId<SliceEvent> stream(RunId run) {
        return new StreamId<>(SliceEvent.class, "orders/" + run);
    }

    /** Stores the children of a slice before they are sent. */
    void saveChildren(RunId run, List<ChildOrder> children, Append<SliceEvent> events, Instant at);

    /** Books fills exactly once for each (venue, execution id), and how the children of one slice ended. */
    void saveOutcomes(RunId run, List<ChildOutcome> outcomes, List<Fill> fills, Append<SliceEvent> events, Instant at);

    /**
     * Books one amendment of a fill with its row and its audit row, in one transaction.
     *
     * @param detail one line for people
     */
    void amend(RunId run, Append<SliceEvent> event, Instant at, String detail);

    /**
     * Writes into the audit that a venue told of a run's fills what cannot be booked; the same again writes nothing.
     *
     * @param detail what it told, and why not
     */
    void lateDenied(RunId run, Instant at, String detail);

    /** Runs of which a fill was amended. */
    Set<RunId> amended();

    /**
     * Writes the audit row that vouches for all events of a run whose execution has ended; again, or without events, it
     * writes nothing.
     *
     * @param detail one line for people
     * @throws BrokenHistory where the stored events cannot have happened so
     */
    void vouch(RunId run, Instant at, String detail, boolean rehearsal);

    /**
     * All events of a run, oldest first.
     *
     * @throws BrokenHistory where they are not the events that the audit log vouches for
     */
    List<SliceEvent> history(RunId run);

    /** In the order they were decided. */
    List<ChildOrder> children(RunId run);

    Map<String, ChildOutcome> outcomes(RunId run);

    /**
     * Those of one parent with what became of them, so many from a place on.
     *
     * @param from how many are passed over
     */
    List<WorkedChild> worked(RunId run, String parent, int from, int most);

    /** What became of the children of each parent that has any. */
    Map<String, SentChildren> sent(RunId run);

    /** How much is stored of a run; one question, however large the run. */
    OrderCounts counts(RunId run);

    /** As slices booked them, whatever venues told of them since. */
    List<Fill> booked(RunId run);

    /** Those that stand, with what venues told of them since; ordered by trade date, market time, venue and execution id. */
    List<Fill> fills(RunId run);
}
