package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.AccountVerifier;
import dev.vesper.books.BookId;
import dev.vesper.books.BooksVerifier;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.books.wash.WashVerifier;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

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

    /**
     * What is wrong with a book, as far as it is asked for. All entries are read once in their order, then each account's
     * together.
     */
    public BookCheck verify(BookQuery query) {
        PostedFills fills = new PostedFills(runs(query), orders);
        BooksVerifier whole = new BooksVerifier(fills::posted, gaps(query));
        List<Fault> faults = new ArrayList<>();
        FlowVerifier asked = asked(query.book(), faults);
        WashVerifier washes = new WashVerifier();
        Set<String> accounts = new TreeSet<>();
        AtomicLong counted = new AtomicLong();
        try {
            books.each(query.book(), booked -> {
                if (query.counts(booked)) {
                    counted.incrementAndGet();
                    accounts.add(booked.entry().account());
                    fills.begins(booked.entry());
                    whole.add(booked);
                    asked.add(booked);
                    washes.add(booked);
                } else if (booked.entry().kind().ofFills()) {
                    fills.posted(booked.entry().order()); // later than what is asked about
                }
            });
        } catch (BrokenHistory e) {
            return BookCheck.of(0, List.of(new Fault(0, String.valueOf(e.getMessage()))));
        }
        faults.addAll(whole.faults());
        for (String account : accounts) {
            faults.addAll(AccountVerifier.verify(books.entries(query.book(), account).stream()
                    .filter(query::counts)
                    .toList()));
        }
        faults.addAll(washes.faults());
        faults.addAll(fills.missing());
        if (query.asOf() == null && query.knownAt() == null) {
            faults.addAll(whole.notAmended());
        }
        faults.addAll(asked.faults());
        return BookCheck.of(counted.get(), faults);
    }

    private FlowVerifier asked(BookId book, List<Fault> faults) {
        AmendedEntries amended = new AmendedEntries(orders);
        try {
            return new FlowVerifier(flows.agreed(flows.past(book), flows.answers(book)), amended);
        } catch (Problem altered) {
            faults.add(new Fault(0, String.valueOf(altered.getMessage())));
            return new FlowVerifier(List.of(), amended);
        }
    }

    /** With a day or a time given, entries between others may be left out. */
    private static boolean gaps(BookQuery query) {
        return query.asOf() != null || query.knownAt() != null;
    }

    /** Every run of the book's firm that has ended, up to the day that is asked about. */
    private List<RunRecord> runs(BookQuery query) {
        BookId book = query.book();
        LocalDate asOf = query.asOf();
        return runs.recent(RUNS_LOOKED_AT).stream()
                .filter(run -> run.firm().equals(book.firm())
                        && run.rehearsal() == book.rehearsal()
                        && run.status().ended()
                        && (asOf == null || !run.date().isAfter(asOf)))
                .toList();
    }
}
