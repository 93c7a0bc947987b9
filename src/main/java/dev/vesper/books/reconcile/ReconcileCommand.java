package dev.vesper.books.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is asked of the breaks of a book. */
public sealed interface ReconcileCommand {
    /**
     * Takes what a statement differs in.
     *
     * @param statement names the files, which are kept
     * @param asOf the day at whose close the statement was true
     * @param sums what it says of each account
     * @param by who brought it, and who looks after what is new
     */
    record Reconcile(String statement, LocalDate asOf, Map<String, String> sums, List<Break> breaks, String by)
            implements ReconcileCommand {}

    /** The books are right. */
    record Keep(String id, String by, String reason) implements ReconcileCommand {}

    /**
     * The custodian is right.
     *
     * @param flow the flow by which the books are adjusted
     */
    record Accept(String id, String by, String reason, String flow) implements ReconcileCommand {}

    /** The flow by which the books were to be adjusted was rejected. */
    record Reopen(String id, String flow) implements ReconcileCommand {}

    /** Somebody looks after a break from now on. */
    record Own(String id, String owner, String by) implements ReconcileCommand {}
}
