package dev.vesper.adapters.store;

import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.Posting;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.books.BookEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

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
            long last = page.getLast().sequence;
            Map<Long, List<Posting>> lines = lines(
                    session.createSelectionQuery(
                                    "from LedgerPostingRow p where p.book = :book and p.sequence > :after"
                                            + " and p.sequence <= :last order by p.book, p.sequence, p.line",
                                    LedgerPostingRow.class)
                            .setParameter("book", book.value())
                            .setParameter("after", after)
                            .setParameter("last", last),
                    texts);
            page.forEach(row -> each.accept(row.toEntry(lines.getOrDefault(row.sequence, List.of()), texts)));
            after = last;
        }
    }

    /** The entries of one client account, oldest first, as they are there. */
    static List<BookedEntry> ofAccount(StatelessSession session, BookId book, String account) {
        SharedTexts texts = new SharedTexts();
        Map<Long, List<Posting>> lines = lines(
                session.createSelectionQuery(
                                "select p from LedgerEntryRow e join LedgerPostingRow p"
                                        + " on p.book = e.book and p.sequence = e.sequence"
                                        + " where e.book = :book and e.account = :account order by p.sequence, p.line",
                                LedgerPostingRow.class)
                        .setParameter("book", book.value())
                        .setParameter("account", account),
                texts);
        return Batches.streamed(
                session.createSelectionQuery(
                                "from LedgerEntryRow e where e.book = :book and e.account = :account"
                                        + " order by e.book, e.account, e.sequence",
                                LedgerEntryRow.class)
                        .setParameter("book", book.value())
                        .setParameter("account", account),
                row -> row.toEntry(lines.getOrDefault(row.sequence, List.of()), texts));
    }

    private static Map<Long, List<Posting>> lines(SelectionQuery<LedgerPostingRow> query, SharedTexts texts) {
        Map<Long, List<Posting>> lines = new HashMap<>();
        Batches.each(
                query,
                row -> lines.computeIfAbsent(row.sequence, _ -> new ArrayList<>())
                        .add(row.toPosting(texts)));
        return lines;
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
