package dev.vesper.adapters.store;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntrySums;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.Posting;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.desk.books.BookEvent.EntriesStored;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.Books;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * The books in {@code ledger_entry} and {@code ledger_posting}. Each append has an event with the sum of its rows and an
 * audit row that vouches for the event, all in one transaction.
 */
public final class HibernateBooks implements Books {
    private final Database database;
    private final HibernateAuditLog audit;

    public HibernateBooks(Database database, HibernateAuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public List<BookId> all() {
        return database.read(LedgerRows::books);
    }

    @Override
    public void each(BookId book, Consumer<BookedEntry> each) {
        Optional<String> fault = database.read(session -> {
            VouchedEntries entries = new VouchedEntries(book, HibernateEventLog.readIn(session, Books.stream(book)));
            LedgerRows.each(session, book, entry -> {
                entries.add(entry);
                each.accept(entry);
            });
            return entries.fault();
        });
        fault.ifPresent(message -> {
            throw new BrokenHistory(message + "; ./vesper audit verify tells more");
        });
    }

    @Override
    public List<BookedEntry> entries(BookId book, String account) {
        return database.read(session -> LedgerRows.ofAccount(session, book, account));
    }

    @Override
    public List<BookedEntry> washSales(BookId book, RunId run) {
        return database.read(session -> LedgerRows.washSales(session, book, run));
    }

    @Override
    public Optional<BookedEntry> entry(BookId book, long number) {
        return database.read(session -> LedgerRows.entry(session, book, number));
    }

    @Override
    public long newest(BookId book) {
        return database.read(session -> LedgerRows.newest(session, book));
    }

    @Override
    public void check(BookId book) {
        each(book, _ -> {});
    }

    @Override
    public List<LedgerLine> lines(BookQuery query, long entry, int line, int most) {
        return database.read(session -> LedgerPages.lines(session, query, entry, line, most));
    }

    @Override
    public void append(BookId book, EntriesBooked decided, String actor, String subject, String detail, Instant at) {
        if (decided.entries().isEmpty()) {
            return;
        }
        List<BookedEntry> entries = decided.entries().stream()
                .map(e -> new BookedEntry(e.sequence(), Exact.time(e.booked()), cleaned(e.entry())))
                .toList();
        StreamId<BookEvent> stream = Books.stream(book);
        audit.write(
                end -> { // line numbers rise over all books
                    StatelessSession session = end.session();
                    EntriesStored event = new EntriesStored(entries.getFirst().sequence(), EntrySums.of(entries));
                    int events = HibernateEventLog.count(session, stream.value());
                    Append<BookEvent> append = new Append<>(stream, events, List.of(event));
                    if (events > 0
                            && HibernateEventLog.holds(session, new Append<>(stream, events - 1, List.of(event)))) {
                        return false;
                    }
                    long newest = LedgerRows.newest(session, book);
                    if (newest + 1 != entries.getFirst().sequence()) {
                        throw Problem.refused("Expected the book " + book + " to hold "
                                + (entries.getFirst().sequence() - 1) + " entries, but it holds " + newest
                                + "; maybe somebody else posted a moment ago");
                    }
                    Vouched vouched = HibernateEventLog.appendIn(session, append, at, actor);
                    long first = LedgerRows.nextLine(session);
                    Batches.insert(
                            session,
                            "ledger_entry",
                            LedgerEntryRow.COLUMNS,
                            rows(book, entries, first),
                            LedgerEntryRow::bind);
                    Batches.insert(
                            session,
                            "ledger_posting",
                            LedgerPostingRow.COLUMNS,
                            lines(entries, first),
                            LedgerPostingRow::bind);
                    end.append(at, actor, AuditAction.BOOKS_POSTED, subject, detail, book.rehearsal(), vouched);
                    return true;
                });
    }

    private static Stream<LedgerEntryRow> rows(BookId book, List<BookedEntry> entries, long firstLine) {
        AtomicLong next = new AtomicLong(firstLine);
        return entries.stream()
                .map(entry -> LedgerEntryRow.of(
                        book, entry, next.getAndAdd(entry.entry().postings().size())));
    }

    private static Stream<LedgerPostingRow> lines(List<BookedEntry> entries, long firstLine) {
        AtomicLong next = new AtomicLong(firstLine);
        return entries.stream().flatMap(entry -> {
            List<LedgerPostingRow> rows = new ArrayList<>();
            for (Posting posting : entry.entry().postings()) {
                rows.add(LedgerPostingRow.of(next.getAndIncrement(), entry.sequence(), rows.size() + 1, posting));
            }
            return rows.stream();
        });
    }

    /** With a memo that every engine can keep. */
    private static LedgerEntry cleaned(LedgerEntry entry) {
        return new LedgerEntry(
                entry.kind(),
                entry.source(),
                entry.account(),
                entry.effective(),
                entry.settles(),
                entry.postings(),
                Exact.text(entry.memo()),
                entry.executions(),
                entry.reverses());
    }
}
