package dev.vesper.desk.books;

import dev.vesper.books.Balances;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import dev.vesper.books.wash.LossSale;
import dev.vesper.books.wash.Purchase;
import dev.vesper.books.wash.SoldAtLoss;
import dev.vesper.books.wash.WashEntries;
import dev.vesper.books.wash.WashSale;
import dev.vesper.books.wash.WashSales;
import dev.vesper.portfolio.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Posts the wash sales of one household after its trades. What is posted already is found so, and not posted again. */
final class WashPosting {
    private final AccountPosting posting;
    private final LocalDate date;

    /** @param date the business date of the day that posts: sales of the thirty days before it count */
    WashPosting(AccountPosting posting, LocalDate date) {
        this.posting = posting;
        this.date = date;
    }

    /**
     * Posts what the purchases of the household replace.
     *
     * @param members of it
     * @param entries of each, oldest first, with what waits to be appended
     * @return how many entries
     */
    int post(List<Account> members, Map<String, List<BookedEntry>> entries, Instant at) {
        List<LossSale> losses = new ArrayList<>();
        for (Account account : members) {
            if (!account.terms().retirement()) {
                losses.addAll(SoldAtLoss.of(entries(account, entries), date.minusDays(WashSales.WINDOW_DAYS)));
            }
        }
        if (losses.isEmpty()) {
            return 0;
        }
        List<Purchase> purchases = new ArrayList<>();
        for (Account account : members) {
            Balances.of(entries(account, entries)).lots().stream()
                    .filter(lot -> lot.units().signum() > 0)
                    .filter(lot -> !lot.id().acquired().isBefore(date.minusDays(2 * WashSales.WINDOW_DAYS)))
                    .forEach(lot -> purchases.add(
                            new Purchase(lot.id(), lot.units(), account.terms().retirement())));
        }
        List<WashSale> found = WashSales.of(losses, purchases);
        if (found.isEmpty()) {
            return 0;
        }
        Map<String, LedgerState> states = new HashMap<>();
        for (WashSale wash : found) {
            for (String account :
                    List.of(wash.loss().lot().account(), wash.replacement().account())) {
                states.computeIfAbsent(account, one -> posting.state(entries.getOrDefault(one, List.of())));
            }
        }
        int booked = 0;
        for (Map.Entry<String, List<LedgerEntry>> washed :
                WashEntries.of(found, posting.run().value(), states).entrySet()) {
            LedgerState state = posting.state(entries.getOrDefault(washed.getKey(), List.of()));
            booked += posting.decide(state, new BookEntries(washed.getValue(), at))
                    .size();
        }
        return booked;
    }

    private static List<LedgerEntry> entries(Account account, Map<String, List<BookedEntry>> entries) {
        return entries.getOrDefault(account.id(), List.of()).stream()
                .map(BookedEntry::entry)
                .toList();
    }
}
