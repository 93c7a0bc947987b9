package dev.vesper.adapters.api;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Which book, and which page of its flows. */
    public record AfterFlow(
            String firm,
            @Otherwise("false") boolean rehearsal,
            @Otherwise("") String after,
            @Otherwise("1000") int most) {}

    /** A flow of a book, by column. */
    public record Post(
            String firm,
            @Otherwise("false") boolean rehearsal,
            String id,
            String kind,
            String date,
            @Otherwise("") String account,
            @Otherwise("") String amount,
            @Otherwise("") String currency,
            @Otherwise("") String symbol,
            @Otherwise("") String units,
            @Otherwise("") String cost,
            @Otherwise("") String acquired,
            @Otherwise("") String lot,
            @Otherwise("") String to,
            @Otherwise("") String pay,
            @Otherwise("") String withheld,
            @Otherwise("") String ratio,
            @Otherwise("") String newSymbol,
            @Otherwise("") String entry,
            @Otherwise("") String price,
            @Otherwise("") String fees,
            @Otherwise("") String memo) {
        /** The columns in the order of {@link dev.vesper.books.flow.FlowWords#COLUMNS}. */
        public static Post of(BookName book, Map<String, String> words) {
            return new Post(
                    book.firm(),
                    book.rehearsal(),
                    words.getOrDefault("id", ""),
                    words.getOrDefault("kind", ""),
                    words.getOrDefault("date", ""),
                    words.getOrDefault("account", ""),
                    words.getOrDefault("amount", ""),
                    words.getOrDefault("currency", ""),
                    words.getOrDefault("symbol", ""),
                    words.getOrDefault("units", ""),
                    words.getOrDefault("cost", ""),
                    words.getOrDefault("acquired", ""),
                    words.getOrDefault("lot", ""),
                    words.getOrDefault("to", ""),
                    words.getOrDefault("pay", ""),
                    words.getOrDefault("withheld", ""),
                    words.getOrDefault("ratio", ""),
                    words.getOrDefault("new_symbol", ""),
                    words.getOrDefault("entry", ""),
                    words.getOrDefault("price", ""),
                    words.getOrDefault("fees", ""),
                    words.getOrDefault("memo", ""));
        }

        Map<String, String> words() {
            Map<String, String> words = new HashMap<>();
            words.put("id", id);
            words.put("kind", kind);
            words.put("date", date);
            words.put("account", account);
            words.put("amount", amount);
            words.put("currency", currency);
            words.put("symbol", symbol);
            words.put("units", units);
            words.put("cost", cost);
            words.put("acquired", acquired);
            words.put("lot", lot);
            words.put("to", to);
            words.put("pay", pay);
            words.put("withheld", withheld);
            words.put("ratio", ratio);
            words.put("new_symbol", newSymbol);
            words.put("entry", entry);
            words.put("price", price);
            words.put("fees", fees);
            words.put("memo", memo);
            words.values().removeIf(String::isEmpty);
            return words;
        }
    }

    /** Which flow is taken back, and why. */
    public record Cancel(
            String flow,
            String firm,
            @Otherwise("false") boolean rehearsal,
            @Otherwise("") String reason) {}

    public static final Resource<AfterFlow, List<FlowRecord>> FLOWS = Resource.get(
                    "/api/v1/books/flows",
                    "The flows of a book, oldest first, and where each stands; a page begins after the last flow before.",
                    AfterFlow.class,
                    Answers.list(FlowRecord.class),
                    (operations, q) ->
                            operations.books().flows(new BookName(q.firm(), q.rehearsal()), q.after(), q.most()))
            .pages(FlowRecord.class, last -> Map.of("after", last.id()));

    public static final Resource<Post, FlowRecord> POST = Resource.post(
                    "/api/v1/books/flows",
                    "Asks for a flow, a correction or a close, for good; the same again changes nothing.",
                    Post.class,
                    Answers.one(FlowRecord.class),
                    (operations, q) -> operations.books().post(new BookName(q.firm(), q.rehearsal()), q.words()))
            .repeatable();

    public static final Resource<Cancel, FlowRecord> CANCEL = Resource.post(
            "/api/v1/books/flows/{flow}/cancel",
            "Takes a flow back whose day has not come.",
            Cancel.class,
            Answers.one(FlowRecord.class),
            (operations, q) -> operations.books().cancel(new BookName(q.firm(), q.rehearsal()), q.flow(), q.reason()));

    public static final Resource<All, List<BookSummary>> ALL_BOOKS = Resource.get(
            "/api/v1/books",
            "The books there are, each with the number of its newest entry.",
            All.class,
            Answers.list(BookSummary.class),
            (operations, q) -> operations.books().all());

    public static final Resource<After, List<AccountBalance>> ACCOUNTS = Resource.get(
                    "/api/v1/books/accounts",
                    "What accounts come to, by name; a page begins after the last account of the page before.",
                    After.class,
                    Answers.list(AccountBalance.class),
                    (operations, q) -> operations.books().accounts(q.query(), q.after(), q.most()))
            .pages(AccountBalance.class, last -> Map.of("after", last.account()));

    public static final Resource<After, List<LotBalance>> LOTS = Resource.get(
                    "/api/v1/books/lots",
                    "The tax lots, with what they cost in all; a page begins after the last lot of the page before.",
                    After.class,
                    Answers.list(LotBalance.class),
                    (operations, q) -> operations.books().lots(q.query(), q.after(), q.most()))
            .pages(LotBalance.class, last -> Map.of("after", last.id().toString()));

    public static final Resource<AfterLine, List<LedgerLine>> LINES = Resource.get(
                    "/api/v1/books/lines",
                    "The lines of the entries, oldest first; a page begins after the last line of the page before.",
                    AfterLine.class,
                    Answers.list(LedgerLine.class),
                    (operations, q) -> operations.books().lines(q.query(), q.entry(), q.line(), q.most()))
            .pages(
                    LedgerLine.class,
                    last -> Map.of("entry", String.valueOf(last.entry()), "line", String.valueOf(last.line())));

    public static final Resource<After, List<WashFlag>> FLAGS = Resource.get(
                    "/api/v1/books/wash-flags",
                    "Losses of the last 30 days that a purchase would disallow; a page begins after the last flag before.",
                    After.class,
                    Answers.list(WashFlag.class),
                    (operations, q) -> operations.books().flags(q.query(), q.after(), q.most()))
            .pages(WashFlag.class, last -> Map.of("after", last.id()));

    public static final Resource<Which, BookCheck> VERIFY = Resource.get(
            "/api/v1/books/faults",
            "Counts a book anew and compares it with the fills: what is wrong with it.",
            Which.class,
            Answers.one(BookCheck.class),
            (operations, q) -> operations.books().verify(q.query()));

    /** A custodian's statement of a book. */
    public record Reconcile(
            String firm,
            @Otherwise("false") boolean rehearsal,
            @Otherwise("") String statement,
            @Otherwise("") @Nullable LocalDate asOf) {}

    /** Who looks after a break. */
    public record Own(
            String id, String firm, @Otherwise("false") boolean rehearsal, String owner) {}

    /** Which book. */
    public record Book(String firm, @Otherwise("false") boolean rehearsal) {}

    public static final Resource<Reconcile, ReconcileResult> RECONCILE = Resource.post(
            "/api/v1/books/reconcile",
            "Compares a custodian's statement with a book as of its day; without a statement the firm's own files.",
            Reconcile.class,
            Answers.one(ReconcileResult.class),
            (operations, q) ->
                    operations.books().reconcile(new BookName(q.firm(), q.rehearsal()), q.statement(), q.asOf()));

    public static final Resource<AfterFlow, List<BreakRecord>> BREAKS = Resource.get(
                    "/api/v1/books/breaks",
                    "What a custodian's statement differs in, oldest first; a page begins after the last break before.",
                    AfterFlow.class,
                    Answers.list(BreakRecord.class),
                    (operations, q) ->
                            operations.books().breaks(new BookName(q.firm(), q.rehearsal()), q.after(), q.most()))
            .pages(BreakRecord.class, last -> Map.of("after", last.id()));

    public static final Resource<Own, BreakRecord> OWN = Resource.post(
            "/api/v1/books/breaks/{id}/owner",
            "Lets somebody look after a break.",
            Own.class,
            Answers.one(BreakRecord.class),
            (operations, q) -> operations.books().own(new BookName(q.firm(), q.rehearsal()), q.id(), q.owner()));

    public static final Resource<Book, String> CHANGED_FILES = Resource.get(
            "/api/v1/books/changed-files",
            "Whether positions.csv or accounts.csv changed since they were opened or reconciled: a sentence, or empty.",
            Book.class,
            Answers.one(String.class),
            (operations, q) -> operations.books().changedFiles(new BookName(q.firm(), q.rehearsal())));

    static final List<Resource<?, ?>> ALL = List.of(
            ALL_BOOKS,
            ACCOUNTS,
            LOTS,
            LINES,
            FLAGS,
            VERIFY,
            RECONCILE,
            BREAKS,
            OWN,
            CHANGED_FILES,
            FLOWS,
            POST,
            CANCEL);

    private BookResources() {}
}
