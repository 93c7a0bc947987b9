package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.LotBalance;
import dev.vesper.desk.firm.FirmReader;
import dev.vesper.portfolio.Account;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the books say, a page at a time. A page begins after the key of the last line of the page before; one that is
 * shorter than asked for is the last.
 */
public final class ReadBooks {
    private final Books books;
    private final VerifyBooks verifier;
    private final FirmReader firms;
    private final AtomicReference<@Nullable SoftReference<Holdings>> lastCounted = new AtomicReference<>();

    /** What a question comes to: kept between two pages, while there is memory for it. */
    private record Holdings(BookQuery query, List<AccountBalance> accounts, List<LotBalance> lots) {}

    /** @param firms reads which accounts belong together, and which are not taxed */
    public ReadBooks(Books books, VerifyBooks verifier, FirmReader firms) {
        this.books = books;
        this.verifier = verifier;
        this.firms = firms;
    }

    /** Every book there is. */
    public List<BookSummary> all() {
        return books.all().stream()
                .map(book -> new BookSummary(book.firm(), book.rehearsal(), books.newest(book)))
                .toList();
    }

    /**
     * What accounts come to, by name.
     *
     * @param after the last account of the page before; empty for the first page
     */
    public List<AccountBalance> accounts(BookQuery query, String after, int most) {
        return page(holdings(query).accounts(), AccountBalance::account, after, most);
    }

    /**
     * The lots that hold units, by account, symbol, day and number.
     *
     * @param after the last lot of the page before; empty for the first page
     */
    public List<LotBalance> lots(BookQuery query, String after, int most) {
        return page(holdings(query).lots(), lot -> lot.id().toString(), after, most);
    }

    /**
     * The lines of the entries, oldest first. The first page is answered after every entry was compared with what vouches
     * for it.
     *
     * @param entry of the last line of the page before, and {@code line} its number there; 0 and 0 for the first page
     */
    public List<LedgerLine> lines(BookQuery query, long entry, int line, int most) {
        return known(query, () -> {
            if (entry == 0 && line == 0) {
                books.check(query.book());
            }
            return books.lines(query, entry, line, most);
        });
    }

    /**
     * The losses of the last thirty days that a purchase would still disallow, those that end first in front.
     *
     * @param after the id of the last flag of the page before; empty for the first page
     */
    public List<WashFlag> flags(BookQuery query, String after, int most) {
        WashFlags flags = known(query, () -> {
            WashFlags found = new WashFlags();
            books.each(query.book(), booked -> {
                if (query.counts(booked)) {
                    found.add(booked);
                }
            });
            return found;
        });
        List<Account> accounts = firms.read(Path.of(query.firm())).accounts();
        return page(flags.asOf(accounts, query.asOf()), WashFlag::id, after, most);
    }

    /** What is wrong with a book. */
    public BookCheck verify(BookQuery query) {
        known(query, () -> query);
        return verifier.verify(query);
    }

    private Holdings holdings(BookQuery query) {
        SoftReference<Holdings> kept = lastCounted.get();
        Holdings counted = kept == null ? null : kept.get();
        if (counted != null && counted.query().equals(query) && query.upTo() > 0) {
            return counted;
        }
        return known(query, () -> {
            Balances balances = new Balances();
            books.each(query.book(), booked -> {
                if (query.counts(booked)) {
                    balances.add(booked.entry());
                }
            });
            List<LotBalance> lots = balances.lots();
            Holdings fresh = new Holdings(query, AccountBalance.of(balances, lots), lots);
            lastCounted.set(new SoftReference<>(fresh));
            return fresh;
        });
    }

    private <T> T known(BookQuery query, Supplier<T> answer) {
        BookId book = query.book();
        if (books.newest(book) == 0) {
            throw Problem.usage("Expected the books of a firm that " + (book.rehearsal() ? "rehearsed" : "traded")
                    + ", but \"" + book.firm() + "\" has none; ./vesper eod opens them");
        }
        try {
            return answer.get();
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper books verify tells more");
        }
    }

    /**
     * A page of a list.
     *
     * @param after key of the last of the page before; empty for the first page
     * @throws Problem of kind INPUT where nothing has that key
     */
    public static <T> List<T> page(List<T> all, Function<T, String> key, String after, int most) {
        int from = 0;
        if (!after.isEmpty()) {
            while (from < all.size() && !key.apply(all.get(from)).equals(after)) {
                from++;
            }
            if (from == all.size()) {
                throw Problem.usage(
                        "Expected after to be the last of the page before, but \"" + after + "\" is not there");
            }
            from++;
        }
        return all.subList(from, Math.min(all.size(), from + most));
    }
}
