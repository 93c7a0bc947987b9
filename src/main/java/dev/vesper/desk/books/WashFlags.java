package dev.vesper.desk.books;

import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Unit;
import dev.vesper.books.wash.LossSale;
import dev.vesper.books.wash.SoldAtLoss;
import dev.vesper.books.wash.WashSales;
import dev.vesper.portfolio.Account;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The losses that a purchase would still disallow, counted while a book is read. */
final class WashFlags {
    private static final Comparator<WashFlag> SOONEST_FIRST = Comparator.comparing(WashFlag::until)
            .thenComparing(WashFlag::account)
            .thenComparing(WashFlag::id);

    private final SoldAtLoss losses = new SoldAtLoss();
    private LocalDate newest = LocalDate.MIN;

    /** Takes the next entry of the book, oldest first. */
    void add(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        losses.add(entry);
        newest = entry.effective().isAfter(newest) ? entry.effective() : newest;
    }

    /**
     * The flags as of a day, those that end first in front. Losses of retirement accounts are none.
     *
     * @param accounts of the firm: one that it no longer lists is by itself, and taxed
     * @param asOf null for the day of the newest entry
     */
    List<WashFlag> asOf(Collection<Account> accounts, @Nullable LocalDate asOf) {
        Map<String, Account> listed = accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        LocalDate day = asOf == null ? newest : asOf;
        if (day.equals(LocalDate.MIN)) {
            return List.of();
        }
        return losses.since(day.minusDays(WashSales.WINDOW_DAYS)).stream()
                .filter(loss -> loss.open().signum() > 0)
                .filter(loss -> {
                    Account account = listed.get(loss.lot().account());
                    return account == null || !account.terms().retirement();
                })
                .map(loss -> flag(loss, listed.get(loss.lot().account())))
                .sorted(SOONEST_FIRST)
                .toList();
    }

    private static WashFlag flag(LossSale loss, @Nullable Account account) {
        return new WashFlag(
                account == null ? "" : account.terms().household(),
                loss.lot().account(),
                loss.lot().symbol(),
                loss.lot().toString(),
                loss.sale(),
                loss.sold(),
                Unit.plain(loss.open()),
                Unit.plain(loss.openLoss()),
                account == null ? "" : account.cash().currency(),
                loss.until());
    }
}
