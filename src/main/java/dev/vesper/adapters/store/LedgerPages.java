package dev.vesper.adapters.store;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.desk.books.BookEvent.EntriesStored;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.Books;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Parts of a book: what is read is never more than a page, or what one event vouches for. */
final class LedgerPages {
    private LedgerPages() {}

    /** The first thing that tells that the entries are not the stored ones; read an event at a time. */
    static Optional<String> fault(StatelessSession session, BookId book) {
        long next = 0;
        for (BookEvent event : HibernateEventLog.readIn(session, Books.stream(book))) {
            if (event instanceof EntriesStored(long first, RowSum vouched)) {
                List<BookedEntry> there = LedgerRows.read(session, book, next + 1, next + vouched.rows());
                Optional<String> fault = LedgerRows.fault(book, next, first, vouched, there);
                if (fault.isPresent()) {
                    return fault;
                }
                next += there.size();
            }
        }
        return LedgerRows.newest(session, book) == next
                ? Optional.empty()
                : Optional.of(LedgerRows.inserted(book, next + 1));
    }

    /** Lines after one line of one entry, oldest first. */
    static List<LedgerLine> lines(StatelessSession session, BookQuery asked, long entry, int line, int most) {
        String hql = "from LedgerPostingRow p join LedgerEntryRow e on e.book = p.book and e.sequence = p.sequence"
                + " where p.book = :book and p.sequence >= :entry and (p.sequence > :entry or p.line > :line)"
                + counted(asked);
        List<LedgerPostingRow> rows = counted(
                        session.createSelectionQuery(
                                        "select p " + hql + " order by p.book, p.sequence, p.line",
                                        LedgerPostingRow.class)
                                .setParameter("entry", entry)
                                .setParameter("line", line),
                        asked)
                .setMaxResults(most)
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        SharedTexts texts = new SharedTexts();
        Map<Long, BookedEntry> entries =
                entries(session, asked.book(), rows.getFirst().sequence, rows.getLast().sequence, texts);
        Set<String> takenBack = takenBack(session, asked, entries);
        List<LedgerLine> lines = new ArrayList<>(rows.size());
        for (LedgerPostingRow row : rows) {
            BookedEntry of = entries.get(row.sequence);
            if (of == null) {
                throw new BrokenHistory("Expected the entry " + row.sequence + " of the book " + asked.book()
                        + ", but its lines alone are there");
            }
            lines.add(LedgerLine.of(
                    of,
                    row.line,
                    row.toPosting(texts),
                    takenBack.contains(of.entry().id().value())));
        }
        return lines;
    }

    /** Entries without their lines. */
    private static Map<Long, BookedEntry> entries(
            StatelessSession session, BookId book, long first, long last, SharedTexts texts) {
        Map<Long, BookedEntry> entries = new HashMap<>();
        Batches.each(
                session.createSelectionQuery(
                                "from LedgerEntryRow e where e.book = :book and e.sequence between :first and :last",
                                LedgerEntryRow.class)
                        .setParameter("book", book.value())
                        .setParameter("first", first)
                        .setParameter("last", last),
                row -> entries.put(row.sequence, row.toEntry(List.of(), texts)));
        return entries;
    }

    private static Set<String> takenBack(StatelessSession session, BookQuery asked, Map<Long, BookedEntry> entries) {
        return new HashSet<>(counted(
                        session.createSelectionQuery(
                                        "select e.reverses from LedgerEntryRow e where e.book = :book"
                                                + " and e.reverses in (:ids)" + counted(asked),
                                        String.class)
                                .setParameterList(
                                        "ids",
                                        entries.values().stream()
                                                .map(e -> e.entry().id().value())
                                                .toList()),
                        asked)
                .getResultList());
    }

    private static String counted(BookQuery asked) {
        return (asked.asOf() == null ? "" : " and e.effective <= :asOf")
                + (asked.knownAt() == null ? "" : " and e.booked <= :knownAt")
                + (asked.upTo() == 0 ? "" : " and e.sequence <= :upTo");
    }

    private static <R> SelectionQuery<R> counted(SelectionQuery<R> query, BookQuery asked) {
        query.setParameter("book", asked.book().value());
        if (asked.asOf() != null) {
            query.setParameter("asOf", asked.asOf());
        }
        if (asked.knownAt() != null) {
            query.setParameter("knownAt", asked.knownAt());
        }
        if (asked.upTo() != 0) {
            query.setParameter("upTo", asked.upTo());
        }
        return query;
    }
}
