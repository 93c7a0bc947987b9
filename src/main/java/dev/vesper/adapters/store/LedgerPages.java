package dev.vesper.adapters.store;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.books.BookedEntry;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.LedgerLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Parts of a book: what is read is never more than a page, or what one event vouches for. */
final class LedgerPages {
    private static final int PAGE = 1000;

    private LedgerPages() {}

    /** Lines after one line of one entry, oldest first. */
    static List<LedgerLine> lines(StatelessSession session, BookQuery asked, long entry, int line, int most) {
        SharedTexts texts = new SharedTexts();
        Map<Long, BookedEntry> entries = new HashMap<>();
        List<LedgerPostingRow> found = new ArrayList<>();
        long from = entry;
        while (found.size() < most) {
            List<LedgerEntryRow> page = entries(session, asked, from, Math.min(most, PAGE));
            for (LedgerEntryRow row : page) {
                int left = most - found.size();
                int passed = row.sequence == entry ? line : 0;
                if (left > 0 && row.lines > passed) {
                    found.addAll(lines(session, row.firstLine + passed, Math.min(left, row.lines - passed)));
                    entries.put(row.sequence, row.toEntry(List.of(), texts));
                }
            }
            if (page.isEmpty()) {
                break;
            }
            from = page.getLast().sequence + 1;
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Set<String> takenBack = takenBack(session, asked, entries);
        return found.stream()
                .map(row -> line(row, entries, takenBack, texts, asked))
                .toList();
    }

    private static LedgerLine line(
            LedgerPostingRow row,
            Map<Long, BookedEntry> entries,
            Set<String> takenBack,
            SharedTexts texts,
            BookQuery asked) {
        BookedEntry of = entries.get(row.sequence);
        if (of == null) {
            throw new BrokenHistory("Expected the entry " + row.sequence + " of the book " + asked.book()
                    + ", but its lines belong to another");
        }
        boolean back = takenBack.contains(of.entry().id().value());
        return LedgerLine.of(of, row.line, row.toPosting(texts), back);
    }

    private static List<LedgerEntryRow> entries(StatelessSession session, BookQuery asked, long from, int most) {
        return counted(
                        session.createSelectionQuery(
                                        "from LedgerEntryRow e where e.book = :book and e.sequence >= :from"
                                                + counted(asked) + " order by e.book, e.sequence",
                                        LedgerEntryRow.class)
                                .setParameter("from", from),
                        asked)
                .setMaxResults(most)
                .getResultList();
    }

    private static List<LedgerPostingRow> lines(StatelessSession session, long first, int most) {
        return session.createSelectionQuery(
                        "from LedgerPostingRow p where p.number >= :first and p.number < :end order by p.number",
                        LedgerPostingRow.class)
                .setParameter("first", first)
                .setParameter("end", first + most)
                .getResultList();
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
