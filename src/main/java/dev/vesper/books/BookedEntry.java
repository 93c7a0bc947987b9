package dev.vesper.books;

import java.time.Instant;

/**
 * An entry in its place in the ledger.
 *
 * @param sequence 1, 2, 3 ... in each book
 * @param booked when it was written
 */
public record BookedEntry(long sequence, Instant booked, LedgerEntry entry) {}
