package dev.vesper.books.wash;

import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.PostingCode;
import dev.vesper.books.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Books wash sales. The units that replace become a part of their lot with a name of its own; what they cost rises by the
 * loss that is disallowed, and the realised loss falls by it. Where another account of the household bought, each of the two
 * has an entry, and the amount goes through {@code flows}; where a retirement account did, nothing joins the cost, and the
 * loss stays in {@code loss-for-good}. The line of zero names the lot that was sold: its trade cannot be taken back before
 * this entry is.
 *
 * <p>Example: 100 that cost 1,000.00 were sold for 750.00, and 100 bought for 800.00: {@code lot-cost} of the part +800.00
 * and +250.00, of its lot -800.00, {@code gain-short} -250.00, {@code lot-units} +100 and -100.
 */
public final class WashEntries {
    private final String run;
    private final Map<String, LedgerState> states;
    private final Map<LotId, LotBalance> left = new HashMap<>();
    private final Map<LotId, Integer> parts = new HashMap<>();
    private final SortedMap<String, List<LedgerEntry>> entries = new TreeMap<>();

    private WashEntries(String run, Map<String, LedgerState> states) {
        this.run = run;
        this.states = states;
        states.values().forEach(state -> state.balances().lots().forEach(lot -> left.put(lot.id(), lot)));
    }

    /**
     * The entries, by account.
     *
     * @param found by {@link WashSales}
     * @param run the day that found them
     * @param states of the accounts that sold and of those that bought, by account
     */
    public static SortedMap<String, List<LedgerEntry>> of(
            List<WashSale> found, String run, Map<String, LedgerState> states) {
        WashEntries booked = new WashEntries(run, states);
        found.forEach(booked::book);
        return Collections.unmodifiableSortedMap(booked.entries);
    }

    private void book(WashSale wash) {
        LotId from = wash.replacement();
        LotBalance lot = left.get(from);
        if (lot == null || lot.units().compareTo(wash.units()) < 0) {
            throw new IllegalArgumentException("Expected " + wash.units().toPlainString() + " units of " + from
                    + ", but got " + (lot == null ? "none" : lot.units().toPlainString()));
        }
        LossSale loss = wash.loss();
        LotId to = new LotId(
                from.account(),
                from.symbol(),
                from.acquired(),
                from.number(),
                new LotId.Replaces(nextPart(from), wash.carriedDays()));
        WashSource source = new WashSource(run, loss.sale(), Unit.plain(wash.units()), loss.lot(), to);
        String seller = loss.lot().account();
        boolean one = seller.equals(from.account());
        BigDecimal disallowed = wash.disallowed();
        List<Posting> postings = new ArrayList<>(moved(wash, lot, to));
        List<Posting> sold = one ? postings : new ArrayList<>();
        if (!wash.lostForGood()) {
            postings.add(washed(LedgerAccount.lotCost(to, lot.currency()), disallowed));
        }
        if (!one) {
            AccountType other = wash.lostForGood() ? AccountType.LOSS_FOR_GOOD : AccountType.FLOWS;
            sold.add(washed(LedgerAccount.money(other, lot.currency()), disallowed));
            if (!wash.lostForGood()) {
                postings.add(washed(LedgerAccount.money(AccountType.FLOWS, lot.currency()), disallowed.negate()));
            }
        }
        sold.add(washed(
                LedgerAccount.money(loss.longTerm() ? AccountType.GAIN_LONG : AccountType.GAIN_SHORT, lot.currency()),
                disallowed.negate()));
        sold.add(washed(LedgerAccount.lotCost(loss.lot(), lot.currency()), BigDecimal.ZERO));
        if (!one) {
            add(wash, from.account(), source.ofBasis(), postings);
        }
        add(wash, seller, source.ofLoss(), sold);
    }

    private int nextPart(LotId lot) {
        LedgerState state = states.get(lot.account());
        int last = parts.computeIfAbsent(lot, _ -> state == null ? 0 : state.lastPart(lot));
        parts.put(lot, last + 1);
        return last + 1;
    }

    /** Units with what they cost, from their lot to the part. */
    private List<Posting> moved(WashSale wash, LotBalance lot, LotId to) {
        BigDecimal units = wash.units();
        BigDecimal cost = lot.costOf(units);
        left.put(
                lot.id(),
                new LotBalance(lot.id(), lot.units().subtract(units), lot.cost().subtract(cost), lot.currency()));
        return List.of(
                Posting.of(LedgerAccount.lotUnits(lot.id()), units.negate()),
                Posting.of(LedgerAccount.lotUnits(to), units),
                Posting.of(LedgerAccount.lotCost(lot.id(), lot.currency()), cost.negate()),
                Posting.of(LedgerAccount.lotCost(to, lot.currency()), cost));
    }

    private static Posting washed(LedgerAccount account, BigDecimal amount) {
        return new Posting(account, amount, PostingCode.WASH_SALE);
    }

    private void add(WashSale wash, String account, String source, List<Posting> postings) {
        LossSale loss = wash.loss();
        LocalDate bought = wash.replacement().acquired();
        LocalDate effective = bought.isAfter(loss.sold()) ? bought : loss.sold();
        LedgerState state = states.get(account);
        LocalDate open = state == null
                ? effective
                : state.closed()
                        .filter(end -> !effective.isAfter(end))
                        .map(end -> end.plusDays(1))
                        .orElse(effective);
        String memo = Unit.plain(wash.units()).toPlainString() + " "
                + loss.lot().symbol() + " sold on " + loss.sold() + " were replaced by units of " + bought + ": "
                + Unit.plain(wash.disallowed()).toPlainString() + " of the loss is disallowed"
                + (wash.lostForGood() ? " for good" : ", " + wash.carriedDays() + " days are carried over");
        entries.computeIfAbsent(account, _ -> new ArrayList<>())
                .add(LedgerEntry.of(EntryKind.WASH_SALE, source, account, open, postings, memo));
    }
}
