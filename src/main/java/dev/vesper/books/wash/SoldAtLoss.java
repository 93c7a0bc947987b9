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

/** What was sold at a loss, read from entries: those of one account, or of many. */
public final class SoldAtLoss {
    private final List<Sale> sales = new ArrayList<>();
    private final List<Wash> washes = new ArrayList<>();
    private final Set<EntryId> back = new HashSet<>();

    private record Sale(EntryId entry, LossSale loss) {}

    private record Wash(EntryId entry, Key key, BigDecimal units) {}

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
        SoldAtLoss sold = new SoldAtLoss();
        entries.stream()
                .filter(entry -> entry.reverses() != null || !entry.effective().isBefore(since))
                .forEach(sold::add);
        return sold.since(since);
    }

    /** Takes the next entry, oldest first; only what has to do with losses is kept. */
    public void add(LedgerEntry entry) {
        if (entry.reverses() != null) {
            back.add(entry.reverses());
        } else if (!entry.kind().equals(EntryKind.WASH_SALE)) {
            of(entry).forEach(loss -> sales.add(new Sale(entry.id(), loss)));
        } else if (!WashSource.isBasis(entry)) {
            WashSource source = WashSource.of(entry);
            washes.add(new Wash(entry.id(), new Key(source.sale(), source.sold()), source.units()));
        }
    }

    /**
     * The losses that stand, with what of each is replaced already.
     *
     * @param since the first day of trade that counts
     */
    public List<LossSale> since(LocalDate since) {
        Map<Key, BigDecimal> replaced = new HashMap<>();
        for (Wash wash : washes) {
            if (!back.contains(wash.entry())) {
                replaced.merge(wash.key(), wash.units(), BigDecimal::add);
            }
        }
        return sales.stream()
                .filter(sale -> !sale.loss().sold().isBefore(since) && !back.contains(sale.entry()))
                .map(Sale::loss)
                .map(loss -> {
                    BigDecimal units = replaced.get(new Key(loss.sale(), loss.lot()));
                    return units == null ? loss : loss.withReplaced(units);
                })
                .toList();
    }

    /** Whether an entry may sell at a loss. */
    private static boolean trades(LedgerEntry entry) {
        return entry.kind().ofFills() || entry.kind().equals(EntryKind.CORRECTION);
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
