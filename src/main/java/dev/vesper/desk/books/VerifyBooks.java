package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.BooksVerifier;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.wash.WashVerifier;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.orders.Fill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a book is whole: what was stored is there, it adds up, and the fills of its days are in it. */
public final class VerifyBooks {
    private static final int RUNS_LOOKED_AT = 10_000;

    private final Books books;
    private final RunStore runs;
    private final OrderStore orders;
    private final FlowLog flows;

    public VerifyBooks(Books books, RunStore runs, OrderStore orders, EventLog events) {
        this.books = books;
        this.runs = runs;
        this.orders = orders;
        this.flows = new FlowLog(events);
    }

    /** What is wrong with a book, as far as it is asked for. */
    public BookCheck verify(BookQuery query) {
        List<BookedEntry> entries;
        try {
            entries = books.entries(query.book());
        } catch (BrokenHistory e) {
            return BookCheck.of(0, List.of(new Fault(0, String.valueOf(e.getMessage()))));
        }
        List<BookedEntry> counted = entries.stream().filter(query::counts).toList();
        Map<String, List<Fill>> fills = fills(query, counted);
        entries.stream()
                .filter(booked -> !query.counts(booked))
                .forEach(later -> fills.remove(later.entry().source()));
        List<Fault> faults = new ArrayList<>(BooksVerifier.verify(counted, fills, gaps(query)));
        faults.addAll(WashVerifier.verify(counted));
        try {
            faults.addAll(
                    FlowVerifier.verify(counted, flows.agreed(flows.past(query.book()), flows.answers(query.book()))));
        } catch (Problem altered) {
            faults.add(new Fault(0, String.valueOf(altered.getMessage())));
        }
        return BookCheck.of(counted.size(), faults);
    }

    /** With a day or a time given, entries between others may be left out. */
    private static boolean gaps(BookQuery query) {
        return query.asOf() != null || query.knownAt() != null;
    }

    /** The fills of every run of the book's firm that has ended, from the day on which the book begins. */
    private Map<String, List<Fill>> fills(BookQuery query, List<BookedEntry> entries) {
        BookId book = query.book();
        LocalDate asOf = query.asOf();
        List<RunRecord> known = runs.recent(RUNS_LOOKED_AT);
        Map<String, RunRecord> byId = known.stream().collect(Collectors.toMap(r -> r.id().value(), r -> r));
        Optional<RunRecord> first = entries.stream()
                .map(BookedEntry::entry)
                .filter(OpeningEntries::opens)
                .map(entry ->
                        entry.source().substring(0, Math.max(0, entry.source().indexOf('/'))))
                .filter(byId::containsKey)
                .map(byId::get)
                .min(Comparator.comparing(RunRecord::openedAt));
        Map<String, List<Fill>> fills = new HashMap<>();
        for (RunRecord run : known) {
            boolean belongs = run.firm().equals(book.firm())
                    && run.rehearsal() == book.rehearsal()
                    && run.status().ended()
                    && (asOf == null || !run.date().isAfter(asOf))
                    && first.filter(f -> !run.openedAt().isBefore(f.openedAt())).isPresent();
            if (belongs) {
                fills.putAll(orders.fills(run.id()).stream().collect(Collectors.groupingBy(Fill::parentId)));
            }
        }
        return fills;
    }
}
