package dev.vesper.adapters.api;

import dev.vesper.books.LotBalance;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.LedgerLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books over HTTP. */
public final class BookResources {
    /** Nothing more needs to be said. */
    public record All() {}

    /** Which book, and as it was when. */
    public record Which(
            String firm,
            @Otherwise("false") boolean rehearsal,
            @Otherwise("") @Nullable LocalDate asOf,
            @Otherwise("") @Nullable Instant knownAt,
            @Otherwise("0") long upTo) {
        BookQuery query() {
            return new BookQuery(firm, rehearsal, asOf, knownAt, upTo);
        }
    }

    /** Which book, and which page of a list whose lines have a name. */
    public record After(
            String firm,
            @Otherwise("false") boolean rehearsal,
            @Otherwise("") @Nullable LocalDate asOf,
            @Otherwise("") @Nullable Instant knownAt,
            @Otherwise("0") long upTo,
            @Otherwise("") String after,
            @Otherwise("1000") int most) {
        BookQuery query() {
            return new BookQuery(firm, rehearsal, asOf, knownAt, upTo);
        }
    }

    /** Which book, and which page of its lines. */
    public record AfterLine(
            String firm,
            @Otherwise("false") boolean rehearsal,
            @Otherwise("") @Nullable LocalDate asOf,
            @Otherwise("") @Nullable Instant knownAt,
            @Otherwise("0") long upTo,
            @Otherwise("0") long entry,
            @Otherwise("0") int line,
            @Otherwise("1000") int most) {
        BookQuery query() {
            return new BookQuery(firm, rehearsal, asOf, knownAt, upTo);
        }
    }

    public static final Resource<All, List<BookSummary>> ALL_BOOKS = Resource.get(
            "/api/books",
            "The books there are, each with the number of its newest entry.",
            All.class,
            Answers.list(BookSummary.class),
            (operations, q) -> operations.books().all());

    public static final Resource<After, List<AccountBalance>> ACCOUNTS = Resource.get(
            "/api/books/accounts",
            "What accounts come to, by name; a page begins after the last account of the page before.",
            After.class,
            Answers.list(AccountBalance.class),
            (operations, q) -> operations.books().accounts(q.query(), q.after(), q.most()));

    public static final Resource<After, List<LotBalance>> LOTS = Resource.get(
            "/api/books/lots",
            "The tax lots, with what they cost in all; a page begins after the last lot of the page before.",
            After.class,
            Answers.list(LotBalance.class),
            (operations, q) -> operations.books().lots(q.query(), q.after(), q.most()));

    public static final Resource<AfterLine, List<LedgerLine>> LINES = Resource.get(
            "/api/books/lines",
            "The lines of the entries, oldest first; a page begins after the last line of the page before.",
            AfterLine.class,
            Answers.list(LedgerLine.class),
            (operations, q) -> operations.books().lines(q.query(), q.entry(), q.line(), q.most()));

    public static final Resource<Which, BookCheck> VERIFY = Resource.get(
            "/api/books/faults",
            "Counts a book anew and compares it with the fills: what is wrong with it.",
            Which.class,
            Answers.one(BookCheck.class),
            (operations, q) -> operations.books().verify(q.query()));

    static final List<Resource<?, ?>> ALL = List.of(ALL_BOOKS, ACCOUNTS, LOTS, LINES, VERIFY);

    private BookResources() {}
}
