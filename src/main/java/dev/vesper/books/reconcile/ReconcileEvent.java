package dev.vesper.books.reconcile;

import java.time.LocalDate;
import java.util.Map;

/** What happened to the breaks of a book. */
public sealed interface ReconcileEvent {
    /** A statement was compared; what it differs in follows. */
    record Reconciled(String statement, LocalDate asOf, Map<String, String> sums, String by) implements ReconcileEvent {
        public Reconciled {
            sums = Map.copyOf(sums);
        }
    }

    /** A statement shows a break for the first time, or again after it was gone. */
    record Found(String id, Break what, LocalDate asOf, String owner) implements ReconcileEvent {}

    /** A statement shows a known break with other figures. */
    record Changed(String id, Break what, LocalDate asOf) implements ReconcileEvent {}

    /** A statement does not show it any more. */
    record Cleared(String id, LocalDate asOf) implements ReconcileEvent {}

    /** Somebody decided that the books are right. */
    record Kept(String id, String by, String reason) implements ReconcileEvent {}

    /** Somebody decided that the custodian is right. */
    record Accepted(String id, String by, String reason, String flow) implements ReconcileEvent {}

    /** The adjusting entry was rejected: somebody must decide anew. */
    record Reopened(String id, String flow) implements ReconcileEvent {}

    /** Somebody else looks after it. */
    record Owned(String id, String owner, String by) implements ReconcileEvent {}
}
