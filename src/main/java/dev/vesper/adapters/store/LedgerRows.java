package dev.vesper.adapters.store;

import dev.vesper.basics.Sha256;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntrySums;
import dev.vesper.books.Posting;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.desk.books.BookEvent.EntriesStored;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hibernate.StatelessSession;

/** The stored entries of a book, and whether they are the ones that its events vouch for. */
final class LedgerRows {
    private static final String PREFIX = "books/";

    private LedgerRows() {}

    /** All entries of a book, oldest first, as they are there. */
    static List<BookedEntry> read(StatelessSession session, BookId book) {
        return read(session, book, 0, Long.MAX_VALUE);
    }

    /** The entries of a book with these numbers, oldest first, as they are there. */
    static List<BookedEntry> read(StatelessSession session, BookId book, long from, long to) {
        SharedTexts texts = new SharedTexts();
        Map<Long, List<Posting>> lines = new HashMap<>();
        Batches.each(
                session.createSelectionQuery(
                                "from LedgerPostingRow p where p.book = :book and p.sequence between :from and :to"
                                        + " order by p.book, p.sequence, p.line",
                                LedgerPostingRow.class)
                        .setParameter("book", book.value())
                        .setParameter("from", from)
                        .setParameter("to", to),
                row -> lines.computeIfAbsent(row.sequence, _ -> new ArrayList<>())
                        .add(row.toPosting(texts)));
        return Batches.streamed(
                session.createSelectionQuery(
                                "from LedgerEntryRow e where e.book = :book and e.sequence between :from and :to"
                                        + " order by e.book, e.sequence",
                                LedgerEntryRow.class)
                        .setParameter("book", book.value())
                        .setParameter("from", from)
                        .setParameter("to", to),
                row -> row.toEntry(lines.getOrDefault(row.sequence, List.of()), texts));
    }

    /** The number of the newest entry of a book, 0 where it has none. */
    static long newest(StatelessSession session, BookId book) {
        return session.createSelectionQuery(
                        "select coalesce(max(e.sequence), 0) from LedgerEntryRow e where e.book = :book", Long.class)
                .setParameter("book", book.value())
                .getSingleResult();
    }

    /** The first thing that tells that the entries are not the stored ones. */
    static Optional<String> fault(BookId book, List<BookEvent> events, List<BookedEntry> entries) {
        int next = 0;
        for (BookEvent event : events) {
            if (event instanceof EntriesStored(long first, RowSum vouched)) {
                int end = (int) Math.min((long) next + vouched.rows(), entries.size());
                Optional<String> fault = fault(book, next, first, vouched, entries.subList(next, end));
                if (fault.isPresent()) {
                    return fault;
                }
                next = end;
            }
        }
        return next == entries.size() ? Optional.empty() : Optional.of(inserted(book, next + 1));
    }

    /** What tells that the entries which follow so many others are not those that one event vouches for. */
    static Optional<String> fault(BookId book, long before, long first, RowSum vouched, List<BookedEntry> there) {
        RowSum sum = EntrySums.of(there);
        return first == before + 1 && sum.equals(vouched)
                ? Optional.empty()
                : Optional.of("entries " + first + " to " + (first + vouched.rows() - 1) + " of the book " + book
                        + " were altered: they were stored with " + Sha256.shortened(vouched.sha256()) + ", but "
                        + there.size() + " of " + vouched.rows() + " are there and give "
                        + Sha256.shortened(sum.sha256()));
    }

    static String inserted(BookId book, long entry) {
        return "entry " + entry + " of the book " + book + " was inserted: no event vouches for it";
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
                fault(book, events, read(session, book)).ifPresent(message -> faults.add(new Fault(at, message)));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(at, "the book " + book + " was altered: " + e.getMessage()));
            }
        }
        return faults;
    }
}
