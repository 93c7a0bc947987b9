package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.desk.books.Books;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Books in memory that keep the promises of the port. */
public final class MemoryBooks implements Books {
    private final Map<BookId, List<BookedEntry>> books = new LinkedHashMap<>();

    /** What was said of each append, in their order. */
    public final List<String> told = new ArrayList<>();

    @Override
    public List<BookId> all() {
        return List.copyOf(books.keySet());
    }

    @Override
    public void each(BookId book, Consumer<BookedEntry> each) {
        List.copyOf(books.getOrDefault(book, List.of())).forEach(each);
    }

    @Override
    public List<BookedEntry> entries(BookId book, String account) {
        return entries(book).stream()
                .filter(booked -> booked.entry().account().equals(account))
                .toList();
    }

    @Override
    public void append(BookId book, EntriesBooked entries, RunId run, String detail, Instant at) {
        if (entries.entries().isEmpty()) {
            return;
        }
        List<BookedEntry> there = books.computeIfAbsent(book, _ -> new ArrayList<>());
        if (entries.entries().getFirst().sequence() != there.size() + 1) {
            throw Problem.refused("Expected " + there.size() + " entries");
        }
        there.addAll(entries.entries());
        told.add(run + " " + detail);
    }
}
