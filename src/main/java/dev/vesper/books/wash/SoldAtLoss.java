package dev.vesper.books.wash;

import dev.vesper.books.AccountType;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an account sold at a loss, read from its entries. */
public final class SoldAtLoss {
    private SoldAtLoss() {}

    private record Key(String sale, LotId lot) {}

    /** What one lot brought in a trade, as its lines are read. */
    private static final class Closed {
        private final LotId lot;
        private final BigDecimal units;
        private BigDecimal loss = BigDecimal.ZERO;
        private boolean realised;
        private boolean longTerm;

        Closed(LotId lot, BigDecimal units) {
            this.lot = lot;
            this.units = units;
        }
    }

    /**
     * The losses, with what of each is replaced already.
     *
     * @param entries of one client account, oldest first; those that were taken back are passed over
     * @param since the first day of trade that counts
     */
    public static List<LossSale> of(Collection<LedgerEntry> entries, LocalDate since) {
        Set<EntryId> back = new HashSet<>();
        Map<Key, BigDecimal> replaced = new HashMap<>();
        entries.stream().filter(entry -> entry.reverses() != null).forEach(entry -> back.add(entry.reverses()));
        List<LossSale> sales = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.reverses() != null || entry.effective().isBefore(since) || back.contains(entry.id())) {
                continue;
            }
            if (entry.kind().equals(EntryKind.WASH_SALE) && !WashSource.isBasis(entry)) {
                WashSource source = WashSource.of(entry);
                replaced.merge(new Key(source.sale(), source.sold()), source.units(), BigDecimal::add);
            } else {
                sales.addAll(of(entry));
            }
        }
        return sales.stream()
                .map(sale -> replaced.containsKey(new Key(sale.sale(), sale.lot()))
                        ? sale.withReplaced(replaced.getOrDefault(new Key(sale.sale(), sale.lot()), BigDecimal.ZERO))
                        : sale)
                .toList();
    }

    /** Whether an entry may sell at a loss. */
    private static boolean trades(LedgerEntry entry) {
        return entry.kind().equals(EntryKind.TRADE) || entry.kind().equals(EntryKind.CORRECTION);
    }

    /**
     * The losses of one entry, none where it is no trade: each lot's lines follow each other, its units first. A short lot is
     * passed over.
     */
    public static List<LossSale> of(LedgerEntry trade) {
        if (!trades(trade)) {
            return List.of();
        }
        List<Closed> closed = new ArrayList<>();
        for (Posting line : trade.postings()) {
            LotId lot = line.account().lot();
            AccountType type = line.account().type();
            if (type == AccountType.LOT_UNITS && lot != null) {
                closed.add(new Closed(lot, line.amount().negate()));
            } else if (!closed.isEmpty() && (type == AccountType.GAIN_LONG || type == AccountType.GAIN_SHORT)) {
                Closed last = closed.getLast();
                last.loss = last.loss.add(line.amount());
                last.realised = true;
                last.longTerm = type == AccountType.GAIN_LONG;
            }
        }
        return closed.stream()
                .filter(one -> one.realised && one.units.signum() > 0 && one.loss.signum() > 0)
                .map(one -> new LossSale(
                        trade.source(), one.lot, trade.effective(), one.units, one.loss, BigDecimal.ZERO, one.longTerm))
                .toList();
    }
}
