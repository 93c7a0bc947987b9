package dev.vesper.desk.books;

import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A book as it was on a day, as far as it was known at a time.
 *
 * @param entries those that count, oldest first
 */
public record BookView(BookId book, List<BookedEntry> entries) {
    public BookView {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a book.
     *
     * @param asOf only what is effective on this day or before; null for everything
     * @param knownAt only what was booked by then; null for everything
     * @throws dev.vesper.basics.BrokenHistory where the book was altered
     */
    public static BookView of(Books books, BookId book, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        return new BookView(
                book,
                books.entries(book).stream()
                        .filter(e -> asOf == null || !e.entry().effective().isAfter(asOf))
                        .filter(e -> knownAt == null || !e.booked().isAfter(knownAt))
                        .toList());
    }

    /** What the entries come to. */
    public Balances balances() {
        return Balances.of(entries.stream().map(BookedEntry::entry).toList());
    }

    /** The entries that another one takes back. */
    public Set<EntryId> reversed() {
        return entries.stream()
                .map(e -> e.entry().reverses())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
