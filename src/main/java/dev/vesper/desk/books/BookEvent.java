package dev.vesper.desk.books;

import dev.vesper.orders.slice.RowSum;

/** What vouches for the stored entries of a book. */
public sealed interface BookEvent {
    /**
     * Entries were stored together.
     *
     * @param first sequence of the first of them
     * @param entries how many, and their sum
     */
    record EntriesStored(long first, RowSum entries) implements BookEvent {}
}
