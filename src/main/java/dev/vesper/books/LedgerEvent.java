package dev.vesper.books;

import java.util.List;

/** What happened to the ledger. */
public sealed interface LedgerEvent {
    /** Entries were appended, in the order of their sequences. */
    record EntriesBooked(List<BookedEntry> entries) implements LedgerEvent {
        public EntriesBooked {
            entries = List.copyOf(entries);
        }

        /** All entries of some events, together. */
        public static EntriesBooked of(List<LedgerEvent> decided) {
            return new EntriesBooked(decided.stream()
                    .flatMap(event -> switch (event) {
                        case EntriesBooked(List<BookedEntry> booked) -> booked.stream();
                    })
                    .toList());
        }
    }
}
