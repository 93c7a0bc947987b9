package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.BookResources;
import dev.vesper.books.LotBalance;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.ReconcileResult;
import dev.vesper.desk.books.WashFlag;
import dev.vesper.desk.operations.BooksOfRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books of a Vesper that runs elsewhere. */
record BooksClient(Transport http) implements BooksOfRecord {
    @Override
    public List<BookSummary> all() {
        return http.send(BookResources.ALL_BOOKS, new BookResources.All());
    }

    @Override
    public List<AccountBalance> accounts(BookQuery q, String after, int most) {
        return http.send(
                BookResources.ACCOUNTS,
                new BookResources.After(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), after, most));
    }

    @Override
    public List<LotBalance> lots(BookQuery q, String after, int most) {
        return http.send(
                BookResources.LOTS,
                new BookResources.After(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), after, most));
    }

    @Override
    public List<LedgerLine> lines(BookQuery q, long entry, int line, int most) {
        return http.send(
                BookResources.LINES,
                new BookResources.AfterLine(
                        q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), entry, line, most));
    }

    @Override
    public List<WashFlag> flags(BookQuery q, String after, int most) {
        return http.send(
                BookResources.FLAGS,
                new BookResources.After(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), after, most));
    }

    @Override
    public BookCheck verify(BookQuery q) {
        return http.send(
                BookResources.VERIFY,
                new BookResources.Which(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo()));
    }

    @Override
    public List<FlowRecord> flows(BookName book, String after, int most) {
        return http.send(BookResources.FLOWS, new BookResources.AfterFlow(book.firm(), book.rehearsal(), after, most));
    }

    @Override
    public FlowRecord post(BookName book, Map<String, String> words) {
        return http.send(BookResources.POST, BookResources.Post.of(book, words));
    }

    @Override
    public FlowRecord cancel(BookName book, String flow, String reason) {
        return http.send(BookResources.CANCEL, new BookResources.Cancel(flow, book.firm(), book.rehearsal(), reason));
    }

    @Override
    public ReconcileResult reconcile(BookName book, String statement, @Nullable LocalDate asOf) {
        return http.send(
                BookResources.RECONCILE, new BookResources.Reconcile(book.firm(), book.rehearsal(), statement, asOf));
    }

    @Override
    public List<BreakRecord> breaks(BookName book, String after, int most) {
        return http.send(BookResources.BREAKS, new BookResources.AfterFlow(book.firm(), book.rehearsal(), after, most));
    }

    @Override
    public BreakRecord own(BookName book, String id, String owner) {
        return http.send(BookResources.OWN, new BookResources.Own(id, book.firm(), book.rehearsal(), owner));
    }

    @Override
    public String changedFiles(BookName book) {
        return http.send(BookResources.CHANGED_FILES, new BookResources.Book(book.firm(), book.rehearsal()));
    }
}
