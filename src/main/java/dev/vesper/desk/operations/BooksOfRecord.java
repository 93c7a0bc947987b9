package dev.vesper.desk.operations;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the accounts of the firms hold, and why. Lists come a page at a time: a page begins after the key of the last line
 * of the page before, and one that is shorter than asked for is the last. With the number of the newest entry as the
 * question's {@code upTo}, all pages tell of one and the same book. Each method but {@link #all} throws a {@link
 * dev.vesper.basics.Problem} of kind INPUT where the book is unknown, and of kind REFUSED where it was altered.
 */
public interface BooksOfRecord {
    /** Every book there is. */
    List<BookSummary> all();

    /**
     * Cash, lots at cost and what was realised, by account.
     *
     * @param after the last account of the page before; empty for the first page
     * @param most 1 to 10,000
     */
    List<AccountBalance> accounts(BookQuery query, String after, int most);

    /**
     * The tax lots, with what they cost in all.
     *
     * @param after the last lot of the page before; empty for the first page
     * @param most 1 to 10,000
     */
    List<LotBalance> lots(BookQuery query, String after, int most);

    /**
     * Every line of every entry, oldest first; what was taken back is marked and stays.
     *
     * @param entry of the last line of the page before; 0 for the first page
     * @param line its number in that entry; 0 for the first page
     * @param most 1 to 10,000
     */
    List<LedgerLine> lines(BookQuery query, long entry, int line, int most);

    /**
     * The losses of the last thirty days that a purchase would still disallow, those that end first in front.
     *
     * @param after the id of the last flag of the page before; empty for the first page
     * @param most 1 to 10,000
     */
    List<WashFlag> flags(BookQuery query, String after, int most);

    /** Counts everything anew and compares it with the fills. */
    BookCheck verify(BookQuery query);

    /**
     * The flows that were asked for, oldest first, and where each stands.
     *
     * @param after the id of the last flow of the page before; empty for the first page
     * @param most 1 to 10,000
     */
    List<FlowRecord> flows(BookName book, String after, int most);

    /**
     * Asks for a flow, for good; the very same again changes nothing. Below the amount of firm.yaml it is booked once the
     * books stand at its day; above it, and for what cannot be told in money, another person must agree.
     *
     * @param words by column
     * @throws dev.vesper.basics.Problem of kind INPUT that names the column, REFUSED for a caller without a name, an id that
     *     another flow has, a closed period
     */
    FlowRecord post(BookName book, Map<String, String> words);

    /**
     * Takes a flow back whose day has not come. One that waits for people is ended by a no among the {@link Tasks}.
     *
     * @param reason why, for the audit; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown, REFUSED where it is denied: no named caller, a
     *     stranger, one that is booked or waits
     */
    FlowRecord cancel(BookName book, String flow, String reason);

    /**
     * Compares a custodian's statement with the book on the settled basis of its day, and records what differs: a task decides
     * each. What it shows no more is cleared.
     *
     * @param statement the name of a kept statement; empty for the firm's own positions.csv and accounts.csv as they are now
     * @param asOf the day at whose close it was true; null where {@code books_as_of} of firm.yaml says it
     * @throws dev.vesper.basics.Problem of kind INPUT where a file or the day is none, REFUSED for a day before the last one,
     *     or a statement of another book
     */
    ReconcileResult reconcile(BookName book, String statement, @Nullable LocalDate asOf);

    /**
     * The breaks that stand or stood, oldest first.
     *
     * @param after the id of the last break of the page before; empty for the first page
     * @param most 1 to 10,000
     */
    List<BreakRecord> breaks(BookName book, String after, int most);

    /**
     * Lets somebody look after a break.
     *
     * @param owner a person's name
     * @throws dev.vesper.basics.Problem of kind INPUT for a name that is none, REFUSED for a caller without a name, or a break
     *     that is unknown or cleared
     */
    BreakRecord own(BookName book, String id, String owner);

    /**
     * Whether the firm's positions.csv or accounts.csv changed since they opened the book or were reconciled: one sentence, or
     * empty.
     */
    String changedFiles(BookName book);
}
