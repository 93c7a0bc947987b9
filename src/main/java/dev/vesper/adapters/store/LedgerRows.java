package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.Posting;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.books.BookEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;

/** The stored entries of a book, and whether they are the ones that its events vouch for. */
final class LedgerRows {
    private static final String PREFIX = "books/";
    private static final int PAGE = 1000;

    private LedgerRows() {}

    /** Hands over all entries of a book, oldest first, as they are there; some thousand are held at a time. */
    static void each(StatelessSession session, BookId book, Consumer<BookedEntry> each) {
        SharedTexts texts = new SharedTexts();
        long after = 0;
        while (true) {
            List<LedgerEntryRow> page = session.createSelectionQuery(
                            "from LedgerEntryRow e where e.book = :book and e.sequence > :after"
                                    + " order by e.book, e.sequence",
                            LedgerEntryRow.class)
                    .setParameter("book", book.value())
                    .setParameter("after", after)
                    .setMaxResults(PAGE)
                    .getResultList();
            if (page.isEmpty()) {
                return;
            }
            entries(session, page, texts, each);
            after = page.getLast().sequence;
        }
    }

    /** The entries of one client account, oldest first, as they are there. */
    static List<BookedEntry> ofAccount(StatelessSession session, BookId book, String account) {
        List<LedgerEntryRow> rows = session.createSelectionQuery(
                        "from LedgerEntryRow e where e.book = :book and e.account = :account"
                                + " order by e.book, e.account, e.sequence",
                        LedgerEntryRow.class)
                .setParameter("book", book.value())
                .setParameter("account", account)
                .getResultList();
        List<BookedEntry> entries = new ArrayList<>(rows.size());
        entries(session, rows, new SharedTexts(), entries::add);
        return entries;
    }

    /** The wash sales whose source names a run, oldest first, as they are there. */
    static List<BookedEntry> washSales(StatelessSession session, BookId book, RunId run) {
        List<LedgerEntryRow> rows = session.createSelectionQuery(
                        "from LedgerEntryRow e where e.book = :book and e.kind = :kind and e.source like :source"
                                + " order by e.book, e.sequence",
                        LedgerEntryRow.class)
                .setParameter("book", book.value())
                .setParameter("kind", EntryKind.WASH_SALE.word())
                .setParameter("source", run.value() + " %")
                .getResultList();
        List<BookedEntry> entries = new ArrayList<>(rows.size());
        entries(session, rows, new SharedTexts(), entries::add);
        return entries;
    }

    /** One entry, as it is there. */
    static Optional<BookedEntry> entry(StatelessSession session, BookId book, long number) {
        List<LedgerEntryRow> rows = session.createSelectionQuery(
                        "from LedgerEntryRow e where e.book = :book and e.sequence = :number", LedgerEntryRow.class)
                .setParameter("book", book.value())
                .setParameter("number", number)
                .getResultList();
        List<BookedEntry> entries = new ArrayList<>(1);
        entries(session, rows, new SharedTexts(), entries::add);
        return entries.stream().findFirst();
    }

    /** Hands over entries with their lines, which are read for as many entries at once as follow each other. */
    private static void entries(
            StatelessSession session, List<LedgerEntryRow> rows, SharedTexts texts, Consumer<BookedEntry> each) {
        int next = 0;
        while (next < rows.size()) {
            int end = next + 1;
            while (end < rows.size()
                    && rows.get(end).firstLine == rows.get(end - 1).firstLine + rows.get(end - 1).lines) {
                end++;
            }
            List<LedgerEntryRow> run = rows.subList(next, end);
            Map<Long, List<Posting>> lines = new HashMap<>();
            Batches.each(
                    session.createSelectionQuery(
                                    "from LedgerPostingRow p where p.number >= :from and p.number < :to"
                                            + " order by p.number",
                                    LedgerPostingRow.class)
                            .setParameter("from", run.getFirst().firstLine)
                            .setParameter("to", run.getLast().firstLine + run.getLast().lines),
                    row -> lines.computeIfAbsent(row.sequence, _ -> new ArrayList<>())
                            .add(row.toPosting(texts)));
            run.forEach(row -> each.accept(row.toEntry(lines.getOrDefault(row.sequence, List.of()), texts)));
            next = end;
        }
    }

    /** The number of the newest entry of a book, 0 where it has none. */
    static long newest(StatelessSession session, BookId book) {
        return session.createSelectionQuery(
                        "select coalesce(max(e.sequence), 0) from LedgerEntryRow e where e.book = :book", Long.class)
                .setParameter("book", book.value())
                .getSingleResult();
    }

    /** The number after that of the newest line of all books. */
    static long nextLine(StatelessSession session) {
        return session.createSelectionQuery("select coalesce(max(p.number), 0) from LedgerPostingRow p", Long.class)
                        .getSingleResult()
                + 1;
    }

    /** Every book that has entries or events. */
    static List<BookId> books(StatelessSession session) {
        TreeSet<String> names =
                new TreeSet<>(session.createSelectionQuery("select distinct e.book from LedgerEntryRow e", String.class)
                        .getResultList());
        session.createSelectionQuery(
                        "select distinct e.stream from EventRow e where e.stream like '" + PREFIX + "%'", String.class)
                .getResultList()
                .forEach(stream -> names.add(stream.substring(PREFIX.length())));
        return names.stream().map(BookId::of).toList();
    }

    /** Faults of all books, numbered by the newest audit row of each. */
    static List<Fault> verify(StatelessSession session, List<ChainedRow> rows) {
        Map<String, Long> vouching = new HashMap<>();
        long newest = 0;
        for (ChainedRow row : rows) {
            Vouched vouched = row.vouched();
            if (vouched != null) {
                vouching.put(vouched.stream(), row.sequence());
            }
            newest = row.sequence();
        }
        List<Fault> faults = new ArrayList<>();
        for (BookId book : books(session)) {
            String stream = PREFIX + book.value();
            List<BookEvent> events = HibernateEventLog.rows(session, stream).stream()
                    .map(row -> StreamKind.BOOKS.read(HibernateEventLog.written(row)))
                    .toList();
            long at = vouching.getOrDefault(stream, newest);
            try {
                VouchedEntries entries = new VouchedEntries(book, events);
                each(session, book, entries::add);
                entries.fault().ifPresent(message -> faults.add(new Fault(at, message)));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(at, "the book " + book + " was altered: " + e.getMessage()));
            }
        }
        return faults;
    }
}
