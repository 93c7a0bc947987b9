package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.books.LotBalance;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.ReadBooks;
import dev.vesper.desk.books.ReconcileResult;
import dev.vesper.desk.books.WashFlag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books for one caller. */
record BooksTopic(Guard guard, BookParts parts) implements BooksOfRecord {
    @Override
    public List<BookSummary> all() {
        return parts.books().all();
    }

    @Override
    public List<AccountBalance> accounts(BookQuery query, String after, int most) {
        return parts.books().accounts(query, after, Bounds.positive(most));
    }

    @Override
    public List<LotBalance> lots(BookQuery query, String after, int most) {
        return parts.books().lots(query, after, Bounds.positive(most));
    }

    @Override
    public List<LedgerLine> lines(BookQuery query, long entry, int line, int most) {
        return parts.books().lines(query, entry, line, Bounds.positive(most));
    }

    @Override
    public List<WashFlag> flags(BookQuery query, String after, int most) {
        return parts.books().flags(query, after, Bounds.positive(most));
    }

    @Override
    public BookCheck verify(BookQuery query) {
        return parts.books().verify(query);
    }

    @Override
    public List<FlowRecord> flows(BookName book, String after, int most) {
        return ReadBooks.page(parts.flows().get().all(book.book()), FlowRecord::id, after, Bounds.positive(most));
    }

    @Override
    public FlowRecord post(BookName book, Map<String, String> words) {
        String by = guard.named(Permission.POST_TO_BOOKS, "post to the books", book::rehearsal);
        return parts.flows()
                .get()
                .record(
                        book.book(),
                        new FlowWords(words, (column, message) -> Problem.usage(column + ": " + message)),
                        by);
    }

    @Override
    public FlowRecord cancel(BookName book, String flow, String reason) {
        return parts.flows()
                .get()
                .cancel(
                        book.book(),
                        flow,
                        guard.named(Permission.POST_TO_BOOKS, "take back " + flow, book::rehearsal),
                        Bounds.line(reason));
    }

    @Override
    public ReconcileResult reconcile(BookName book, String statement, @Nullable LocalDate asOf) {
        if (guard.caller()
                .person()
                .isPresent()) { // a comparison decides nothing: whoever sees the book may ask for one
            guard.named(Permission.RECONCILE, "compare a statement", book::rehearsal);
        }
        return parts.reconcile()
                .get()
                .reconcile(book.book(), statement, asOf, guard.caller().person().orElse(""));
    }

    @Override
    public List<BreakRecord> breaks(BookName book, String after, int most) {
        return ReadBooks.page(
                parts.reconcile().get().breaks(book.book()), BreakRecord::id, after, Bounds.positive(most));
    }

    @Override
    public BreakRecord own(BookName book, String id, String owner) {
        return parts.reconcile()
                .get()
                .own(
                        book.book(),
                        id,
                        owner,
                        guard.named(Permission.RECONCILE, "say who looks after " + id, book::rehearsal));
    }

    @Override
    public String changedFiles(BookName book) {
        return parts.reconcile().get().changedFiles(book.book());
    }
}
