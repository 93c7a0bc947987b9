package dev.vesper.books;

import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The entries by which accounts come into the books: what the files say they hold, against equity. */
public final class OpeningEntries {
    private OpeningEntries() {}

    /**
     * One entry for each account, also for one that holds nothing.
     *
     * @param lots of any accounts; their ids are names of lots
     * @param date the day from which they count
     * @param source unique to this opening: with the account, the source of its entry
     * @param memo where it comes from, for people
     */
    public static List<LedgerEntry> of(
            List<Account> accounts, List<TaxLot> lots, LocalDate date, String source, String memo) {
        Map<String, List<TaxLot>> held = lots.stream().collect(Collectors.groupingBy(TaxLot::account));
        return accounts.stream()
                .map(account -> of(account, held.getOrDefault(account.id(), List.of()), date, source, memo))
                .toList();
    }

    /** Whether an entry brings an account into the books. */
    public static boolean opens(LedgerEntry entry) {
        return entry.kind().equals(EntryKind.OPENING);
    }

    private static LedgerEntry of(Account account, List<TaxLot> lots, LocalDate date, String source, String memo) {
        String currency = account.cash().currency();
        BigDecimal equity = account.cash().amount();
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.of(
                LedgerAccount.money(AccountType.SETTLED_CASH, currency),
                account.cash().amount()));
        for (TaxLot lot : lots) {
            LotId id = LotId.of(lot.id());
            BigDecimal cost = Unit.currency(currency).rounded(lot.cost().multiply(lot.quantity()));
            PostingCode code = lot.quantity().signum() < 0 ? PostingCode.SHORT_SALE : PostingCode.PRINCIPAL;
            postings.add(new Posting(LedgerAccount.lotUnits(id), lot.quantity(), code));
            postings.add(Posting.of(
                    LedgerAccount.units(AccountType.CUSTODY, lot.symbol()),
                    lot.quantity().negate()));
            postings.add(Posting.of(LedgerAccount.lotCost(id, currency), cost));
            equity = equity.add(cost);
        }
        postings.add(Posting.of(LedgerAccount.money(AccountType.EQUITY, currency), equity.negate()));
        return LedgerEntry.of(EntryKind.OPENING, source + "/" + account.id(), account.id(), date, postings, memo);
    }
}
