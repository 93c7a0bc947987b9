package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.Books;
import dev.vesper.desk.books.LedgerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Books in memory that keep the promises of the port. */
public final class MemoryBooks implements Books {
    private final Map<BookId, List<BookedEntry>> books = new LinkedHashMap<>();

    /** What was said of each append, in their order. */
    public final List<String> told = new ArrayList<>();

    /** Whether the next append is cut off. */
    public boolean fails;

    /** What somebody else does right before the next append, once. */
    public Runnable meanwhile = () -> {};

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
    public List<BookedEntry> washSales(BookId book, RunId run) {
        return entries(book).stream()
                .filter(booked -> booked.entry().kind().equals(EntryKind.WASH_SALE)
                        && booked.entry().source().startsWith(run.value() + " "))
                .toList();
    }

    @Override
    public Optional<BookedEntry> entry(BookId book, long number) {
        return entries(book).stream()
                .filter(entry -> entry.sequence() == number)
                .findFirst();
    }

    @Override
    public long newest(BookId book) {
        return books.getOrDefault(book, List.of()).size();
    }

    @Override
    public void check(BookId book) {
        // nobody reaches these entries
    }

    @Override
    public List<LedgerLine> lines(BookQuery query, long entry, int line, int most) {
        return LedgerLine.of(
                        entries(query.book()).stream().filter(query::counts).toList())
                .stream()
                .filter(l -> l.entry() > entry || (l.entry() == entry && l.line() > line))
                .limit(most)
                .toList();
    }

    @Override
    public void append(BookId book, EntriesBooked entries, String actor, String subject, String detail, Instant at) {
        if (entries.entries().isEmpty()) {
            return;
        }
        Runnable other = meanwhile;
        meanwhile = () -> {};
        other.run();
        if (fails) {
            throw new IllegalStateException("killed");
        }
        List<BookedEntry> there = books.computeIfAbsent(book, _ -> new ArrayList<>());
        if (entries.entries().getFirst().sequence() != there.size() + 1) {
            throw Problem.refused("Expected " + there.size() + " entries");
        }
        there.addAll(entries.entries());
        told.add(subject + " " + detail);
    }
}
