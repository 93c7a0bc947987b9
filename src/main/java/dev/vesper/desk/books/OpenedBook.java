package dev.vesper.desk.books;

import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
import dev.vesper.books.flow.FlowBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A book while flows are booked in it: read once, and brought on with each entry. */
final class OpenedBook {
    private final Books books;
    private final BookId id;
    private final Set<String> instruments;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<EntryId, LedgerEntry> byId = new HashMap<>();
    private final Map<String, List<LedgerEntry>> ofFlows = new HashMap<>();
    private final Ledger ledger = new Ledger();
    private LedgerState state;
    private LocalDate stands = LocalDate.MIN;

    /**
     * Reads a book.
     *
     * @param instruments the symbols that the firm knows
     * @throws dev.vesper.basics.BrokenHistory where it was altered
     */
    OpenedBook(Books books, BookId id, Set<String> instruments) {
        this.books = books;
        this.id = id;
        this.instruments = instruments;
        List<BookedEntry> booked = books.entries(id);
        this.state = ledger.replay(List.of(new EntriesBooked(booked)));
        booked.forEach(entry -> add(entry.entry()));
        stands = book().stands().orElse(LocalDate.MIN);
    }

    private void add(LedgerEntry entry) {
        entries.add(entry);
        EntryId back = entry.reverses();
        if (back == null) {
            byId.put(entry.id(), entry);
            ofFlows.computeIfAbsent(FlowBook.flowOf(entry), _ -> new ArrayList<>(2))
                    .add(entry);
        } else if (entry.memo().equals(DayBooks.REHEARSED_AGAIN)) {
            LedgerEntry taken = byId.get(back);
            if (taken != null) {
                ofFlows.getOrDefault(FlowBook.flowOf(taken), new ArrayList<>()).remove(taken);
            }
        }
    }

    /** As a flow meets it. */
    FlowBook book() {
        return new FlowBook(
                Collections.unmodifiableList(entries), Collections.unmodifiableMap(ofFlows), state, instruments);
    }

    /** The day at which the book stands; {@link LocalDate#MIN} where nothing does. */
    LocalDate stands() {
        return stands;
    }

    /** Whether an account was opened. */
    boolean knows(String account) {
        return state.balances().clients().contains(account);
    }

    /**
     * Decides entries, and books none.
     *
     * @throws Problem of kind REFUSED where they cannot follow
     */
    EntriesBooked decided(List<LedgerEntry> made, Instant at) {
        List<LedgerEntry> named =
                id.rehearsal() ? made.stream().map(this::again).toList() : made;
        return switch (ledger.decide(state, new BookEntries(named, at))) {
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) -> EntriesBooked.of(decided);
            case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
        };
    }

    /** An entry of a rehearsed day that was taken back is done again under another name. */
    private LedgerEntry again(LedgerEntry entry) {
        LedgerEntry named = entry;
        for (int time = 2; entry.reverses() == null && state.reversed(named.id()); time++) {
            named = LedgerEntry.of(
                    entry.kind(),
                    entry.source() + "/" + time,
                    entry.account(),
                    entry.effective(),
                    entry.postings(),
                    entry.memo());
        }
        return named;
    }

    /** Books what a flow is made of; what stands already is passed over. */
    void append(List<LedgerEntry> made, FlowRecord flow, Instant at) {
        EntriesBooked decided = decided(made, at);
        if (decided.entries().isEmpty()) {
            return;
        }
        books.append(id, decided, flow.by(), FlowLog.subject(flow.id()), flow.line(), at);
        state = ledger.apply(state, decided);
        for (BookedEntry entry : decided.entries()) {
            add(entry.entry());
            if (entry.entry().reverses() == null && entry.entry().effective().isAfter(stands)) {
                stands = entry.entry().effective();
            }
        }
    }
}
