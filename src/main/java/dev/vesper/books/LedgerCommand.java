package dev.vesper.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the ledger. */
public sealed interface LedgerCommand {
    /** Books entries, all or none; those that stand already, word for word, are passed over. */
    record BookEntries(List<LedgerEntry> entries, Instant at) implements LedgerCommand {
        public BookEntries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Takes entries back, in the order given, all or none.
     *
     * @param effective the day from which that counts; null for the day each of them counted from
     * @param why for people
     */
    record ReverseEntries(
            List<LedgerEntry> entries, @Nullable LocalDate effective, String why, Instant at) implements LedgerCommand {
        public ReverseEntries {
            entries = List.copyOf(entries);
        }
    }
}
