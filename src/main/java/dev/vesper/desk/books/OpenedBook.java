package dev.vesper.desk.books;

import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.books.AccountType;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.Posting;
import dev.vesper.books.SettlementEntries;
import dev.vesper.books.flow.AccountBooks;
import dev.vesper.books.flow.LotMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A book while flows are booked in it: what it comes to is gathered in one pass and brought on with each entry; the entries
 * of one account, or of some days, are read where a flow asks for them.
 */
final class OpenedBook implements AccountBooks {
    private final Books books;
    private final BookId id;
    private final Ledger ledger = new Ledger();
    private final Balances balances = new Balances();
    private final FlowEntries flows;
    private final Map<EntryId, LedgerEntry> openings = new LinkedHashMap<>();
    private final NavigableMap<LocalDate, Integer> perDay = new TreeMap<>();
    private final Set<EntryId> reversed = new HashSet<>();
    private final Set<String> corrected = new TreeSet<>();
    private long newest;
    private @Nullable LocalDate closed;
    private @Nullable LaterMoves later;

    /**
     * Reads a book.
     *
     * @param lastParts the kind of the last part of each flow, by its id
     * @throws dev.vesper.basics.BrokenHistory where it was altered
     */
    OpenedBook(Books books, BookId id, Map<String, EntryKind> lastParts) {
        this.books = books;
        this.id = id;
        this.flows = new FlowEntries(lastParts, id.rehearsal());
        books.each(id, this::add);
    }

    private void add(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        balances.add(entry);
        newest = booked.sequence();
        flows.add(entry);
        EntryId back = entry.reverses();
        if (back != null) {
            openings.remove(back);
            reversed.add(back);
            corrected.add(entry.account());
            return;
        }
        perDay.merge(entry.effective(), 1, Integer::sum);
        if (OpeningEntries.opens(entry)) {
            openings.put(entry.id(), entry);
        }
        if (entry.kind().equals(EntryKind.CLOSE)) {
            closed = entry.effective();
        }
    }

    /** Knows another flow from now on, of which nothing is booked. */
    void expect(String flow, EntryKind lastPart) {
        flows.expect(flow, lastPart);
    }

    @Override
    public Balances balances() {
        return balances;
    }

    @Override
    public long newest() {
        return newest;
    }

    @Override
    public Optional<LedgerEntry> entry(long number) {
        return books.entry(id, number).map(BookedEntry::entry);
    }

    @Override
    public LedgerState state(String account) {
        return ledger.ofAccount(books.entries(id, account), newest, closed());
    }

    @Override
    public List<LotMove> movesSince(LocalDate day) {
        LaterMoves moves = later;
        if (moves == null || moves.since().isAfter(day)) {
            LaterMoves read = new LaterMoves(day);
            books.each(id, entry -> read.add(entry.entry()));
            later = read;
            moves = read;
        }
        return moves.since(day);
    }

    @Override
    public Optional<LocalDate> opened(String account) {
        return openings.values().stream()
                .filter(entry -> entry.account().equals(account))
                .map(LedgerEntry::effective)
                .findFirst();
    }

    /** A day with more entries than were ever taken back stands; else it is seen which of them were. */
    @Override
    public Optional<LocalDate> stands() {
        if (perDay.isEmpty() || perDay.lastEntry().getValue() > reversed.size()) {
            return perDay.isEmpty() ? Optional.empty() : Optional.of(perDay.lastKey());
        }
        NavigableMap<LocalDate, Integer> left = new TreeMap<>(perDay);
        for (String account : corrected) {
            for (BookedEntry booked : books.entries(id, account)) {
                if (reversed.contains(booked.entry().id())) {
                    left.merge(booked.entry().effective(), -1, Integer::sum);
                }
            }
        }
        return left.descendingMap().entrySet().stream()
                .filter(day -> day.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<LocalDate> closed() {
        return Optional.ofNullable(closed);
    }

    @Override
    public List<String> unsettled(LocalDate until) {
        Set<String> waiting = new TreeSet<>();
        balances.lines().stream()
                .filter(line -> SettlementEntries.waits(line.account().type()))
                .forEach(line -> waiting.add(line.client()));
        return waiting.stream()
                .filter(account -> !SettlementEntries.due(
                                books.entries(id, account).stream()
                                        .map(BookedEntry::entry)
                                        .toList(),
                                until,
                                "")
                        .isEmpty())
                .toList();
    }

    @Override
    public boolean holds(EntryKind kind, String flow) {
        return flows.holds(kind, flow);
    }

    @Override
    public List<LedgerEntry> standing(EntryKind kind, String flow) {
        return flows.standing(kind, flow);
    }

    @Override
    public boolean takenBack(String why) {
        return flows.takenBack(why);
    }

    /** Whether an account was opened. */
    boolean knows(String account) {
        return balances.clients().contains(account);
    }

    /**
     * Decides entries, and books none.
     *
     * @throws Problem of kind REFUSED where they cannot follow
     */
    List<BookedEntry> decided(List<LedgerEntry> made, Instant at) {
        Map<String, List<LedgerEntry>> byAccount = new LinkedHashMap<>();
        made.forEach(entry -> byAccount
                .computeIfAbsent(entry.account(), _ -> new ArrayList<>())
                .add(entry));
        List<BookedEntry> decided = new ArrayList<>();
        byAccount.forEach((account, entries) -> decided.addAll(decided(account, entries, newest + decided.size(), at)));
        return decided;
    }

    private List<BookedEntry> decided(String account, List<LedgerEntry> entries, long after, Instant at) {
        boolean alone = !id.rehearsal() && entries.stream().allMatch(OpenedBook::alone);
        LedgerState state = ledger.ofAccount(alone ? List.of() : books.entries(id, account), after, closed());
        List<LedgerEntry> named = id.rehearsal()
                ? entries.stream().map(entry -> again(state, entry)).toList()
                : entries;
        return switch (ledger.decide(state, new BookEntries(named, at))) {
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) ->
                EntriesBooked.of(decided).entries();
            case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
        };
    }

    /** Whether nothing of the account matters to an entry: it moves no lot, takes nothing back, and its flow is not booked. */
    private static boolean alone(LedgerEntry entry) {
        return entry.reverses() == null
                && entry.postings().stream().allMatch(line -> line.account().lot() == null);
    }

    /** An entry of a rehearsed day that was taken back is done again under another name. */
    private static LedgerEntry again(LedgerState state, LedgerEntry entry) {
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
        List<BookedEntry> decided = decided(made, at);
        if (decided.isEmpty()) {
            return;
        }
        books.append(id, new EntriesBooked(decided), flow.by(), FlowLog.subject(flow.id()), flow.line(), at);
        decided.forEach(this::add);
        LaterMoves moves = later;
        if (moves != null) {
            decided.forEach(entry -> moves.add(entry.entry()));
        }
    }

    /** What was moved from a day on. */
    private record LaterMoves(LocalDate since, Map<EntryId, List<LotMove>> moves) {
        LaterMoves(LocalDate since) {
            this(since, new LinkedHashMap<>());
        }

        void add(LedgerEntry entry) {
            EntryId back = entry.reverses();
            if (back != null) {
                moves.computeIfPresent(
                        back,
                        (_, moved) -> moved.stream()
                                .map(move ->
                                        new LotMove(move.kind(), move.effective(), move.lot(), move.units(), false))
                                .toList());
            }
            if (!entry.effective().isBefore(since)) {
                List<LotMove> moved = new ArrayList<>();
                for (Posting posting : entry.postings()) {
                    var lot = posting.account().lot();
                    if (lot != null && posting.account().type() == AccountType.LOT_UNITS) {
                        moved.add(new LotMove(entry.kind(), entry.effective(), lot, posting.amount(), back == null));
                    }
                }
                if (!moved.isEmpty()) {
                    moves.put(entry.id(), moved);
                }
            }
        }

        List<LotMove> since(LocalDate day) {
            return moves.values().stream()
                    .flatMap(List::stream)
                    .filter(move -> !move.effective().isBefore(day))
                    .toList();
        }
    }
}
