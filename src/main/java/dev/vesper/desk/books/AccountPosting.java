package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts to one client account after the other, each once: the ledger of an account depends on no other, and a large day,
 * with more than a thousand orders for each of its accounts, is never in memory whole. What was decided for some accounts
 * is appended together; a posting that was cut off goes on with the accounts that are left.
 */
final class AccountPosting {
    private static final int APPENDED_TOGETHER = 10_000;

    private final PostedBooks books;
    private final BookId book;
    private final RunId run;
    private final Ledger ledger = new Ledger();
    private final List<BookedEntry> waiting = new ArrayList<>();
    private long newest;

    /** @param newest the number of the newest entry of the book */
    AccountPosting(PostedBooks books, BookId book, RunId run, long newest) {
        this.books = books;
        this.book = book;
        this.run = run;
        this.newest = newest;
    }

    /** The day that posts. */
    RunId run() {
        return run;
    }

    /** The entries of an account, oldest first. */
    List<BookedEntry> entries(String account) {
        return books.entries(book, account);
    }

    /**
     * Where an account stands after its entries.
     *
     * @throws Problem of kind REFUSED where they cannot have happened so
     */
    LedgerState state(List<BookedEntry> entries) {
        try {
            return ledger.ofAccount(entries, newest);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** Decides entries that follow a state, and keeps them for the next append. @return the new ones */
    List<BookedEntry> decide(LedgerState state, LedgerCommand command) {
        List<BookedEntry> booked = new ArrayList<>();
        switch (ledger.decide(state, command)) {
            case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) -> {
                for (LedgerEvent event : decided) {
                    if (event instanceof EntriesBooked(List<BookedEntry> entries)) {
                        booked.addAll(entries);
                        newest = entries.getLast().sequence();
                    }
                }
            }
        }
        waiting.addAll(booked);
        return booked;
    }

    /** Whether enough is waiting to be appended. */
    boolean full() {
        return waiting.size() >= APPENDED_TOGETHER;
    }

    /** How many entries wait to be appended. */
    int waiting() {
        return waiting.size();
    }

    /** Appends what was decided so far; nothing where nothing was. */
    void append(String detail, Instant at) {
        if (!waiting.isEmpty()) {
            books.append(book, new EntriesBooked(waiting), run, detail, at);
            waiting.clear();
        }
    }
}
