package dev.vesper.desk.books;

import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Books whose entries are on their way to the store while the next ones are decided: one append at a time, in the order
 * they were given. Who asks for entries of an account that are on their way waits for them, closing waits for all, and what
 * an append threw is thrown by whoever waits.
 */
final class AppendedBehind implements PostedBooks, AutoCloseable {
    private final PostedBooks books;
    private final Executor executor;
    private CompletableFuture<Void> append = CompletableFuture.completedFuture(null);
    private Set<String> accounts = Set.of();

    AppendedBehind(PostedBooks books, Executor executor) {
        this.books = books;
        this.executor = executor;
    }

    @Override
    public void append(BookId book, EntriesBooked decided, String actor, String subject, String detail, Instant at) {
        arrive();
        accounts = decided.entries().stream()
                .map(booked -> booked.entry().account())
                .collect(Collectors.toUnmodifiableSet());
        append = CompletableFuture.runAsync(() -> books.append(book, decided, actor, subject, detail, at), executor);
    }

    @Override
    public List<BookedEntry> entries(BookId book, String account) {
        if (accounts.contains(account)) {
            arrive();
        }
        return books.entries(book, account);
    }

    @Override
    public void close() {
        arrive();
    }

    private void arrive() {
        CompletableFuture<Void> waitedFor = append;
        append = CompletableFuture.completedFuture(null);
        accounts = Set.of();
        try {
            waitedFor.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
