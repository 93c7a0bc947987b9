package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** The firm's limits and compliance rules. */
public interface RuleBook {
    /**
     * Judges all orders of one account against its book.
     *
     * @param told of every decision
     * @return verdicts in a stable order: by subject, then rule; every limit checked gives one, passing or not
     */
    List<Verdict> check(AccountBook book, DecisionSink told);

    /** The same, with nobody told. */
    default List<Verdict> check(AccountBook book) {
        return check(book, DecisionSink.NONE);
    }

    /**
     * What the limits allow of an account before it is planned.
     *
     * @param book its orders do not count
     * @param symbols what may be traded
     */
    Bounds bounds(AccountBook book, Collection<String> symbols);

    /**
     * What compliance would not let pass of trial orders, or not all of it.
     *
     * @param trials one order at most for each instrument and side
     */
    List<OrderBound> refused(AccountBook book, List<ParentOrder> trials);

    /** The limits that an account is over before it trades: its orders do not count. */
    default List<Breach> standing(AccountBook book) {
        return List.of();
    }

    /** What people let pass of these rules. */
    default Waivers waivers() {
        return Waivers.NONE;
    }

    /** Version of each rule file: the first 12 hex digits of its SHA-256, by path. */
    SortedMap<String, String> versions();

    /** The rules that judge a run, all of it: they stay as they are while others may be loaded for the next run. */
    default RuleBook of(RunId run) {
        return this;
    }

    /**
     * The rules that a run goes by now: those that judge it, until an urgent change becomes active. Nothing is written down.
     *
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where they cannot be loaded
     */
    default RuleBook now(RunId run) {
        return this;
    }

    /**
     * Refuses a firm whose files lack a column that a table asks for.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT that names table and column
     */
    default void require(FirmColumns columns) {
        // rules that ask for no column judge every firm
    }

    /** As {@link #versions()}, of the rules that judged a run; of those there are where it has not been judged. */
    default SortedMap<String, String> versions(RunId run) {
        return versions();
    }
}
