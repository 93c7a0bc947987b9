package dev.vesper.books;

import dev.vesper.books.LedgerAccount.Type;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The entries by which accounts come into the books: what the files say they hold, against equity. */
public final class OpeningEntries {
    private OpeningEntries() {}

    /**
     * One entry for each account, also for one that holds nothing.
     *
     * @param lots of any accounts; their ids are names of lots
     * @param date the day from which they count
     * @param memo where it comes from, for people
     */
    public static List<LedgerEntry> of(List<Account> accounts, List<TaxLot> lots, LocalDate date, String memo) {
        return accounts.stream().map(account -> of(account, lots, date, memo)).toList();
    }

    private static LedgerEntry of(Account account, List<TaxLot> lots, LocalDate date, String memo) {
        String currency = account.cash().currency();
        BigDecimal equity = account.cash().amount();
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.of(
                LedgerAccount.money(Type.SETTLED_CASH, currency), account.cash().amount()));
        for (TaxLot lot : lots) {
            if (!lot.account().equals(account.id())) {
                continue;
            }
            LotId id = LotId.of(lot.id());
            BigDecimal cost = Unit.currency(currency).rounded(lot.cost().multiply(lot.quantity()));
            PostingCode code = lot.quantity().signum() < 0 ? PostingCode.SHORT_SALE : PostingCode.PRINCIPAL;
            postings.add(new Posting(LedgerAccount.lotUnits(id), lot.quantity(), code));
            postings.add(Posting.of(
                    LedgerAccount.units(Type.CUSTODY, lot.symbol()),
                    lot.quantity().negate()));
            postings.add(Posting.of(LedgerAccount.lotCost(id, currency), cost));
            equity = equity.add(cost);
        }
        postings.add(Posting.of(LedgerAccount.money(Type.EQUITY, currency), equity.negate()));
        return LedgerEntry.of(EntryKind.OPENING, account.id(), account.id(), date, postings, memo);
    }
}
