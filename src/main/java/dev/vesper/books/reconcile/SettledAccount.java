package dev.vesper.books.reconcile;

import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One client account on the settled basis of a day, as its custodian must show it: a trade counts from the day it settles,
 * whether its settlement was booked by then or not, a wash sale with the purchase that replaces, and a dividend once it was
 * paid. Everything else counts from the day it is effective.
 */
public final class SettledAccount {
    /** A trade that settled longer ago, and that the custodian still does not show, no longer explains a difference. */
    private static final int LATE_DAYS = 10;

    private static final EntryKind DIVIDEND = new EntryKind("dividend");
    private static final EntryKind DIVIDEND_PAYMENT = new EntryKind("dividend-payment");
    private static final Set<String> SPLITS = Set.of("split", "stock-dividend");

    private final List<LedgerEntry> entries;
    private final String currency;
    private final List<OpenItem> open = new ArrayList<>();
    private final List<OpenItem> late = new ArrayList<>();
    private final Set<EntryId> splits;
    private final Set<EntryId> washSales;
    private final View settled;

    /** Cash and lots without some trades. */
    record View(BigDecimal cash, List<LotBalance> lots) {}

    private SettledAccount(List<LedgerEntry> entries, String currency, LocalDate asOf) {
        this.entries = entries;
        this.currency = currency;
        this.splits = with(entries, entry -> SPLITS.contains(entry.kind().word()));
        this.washSales = with(entries, entry -> entry.kind().equals(EntryKind.WASH_SALE));
        Items items = new Items(entries);
        for (OpenItem item : items.all) {
            LocalDate settles = item.settles();
            if (settles == null || settles.isAfter(asOf)) {
                open.add(item);
            } else if (settles.isAfter(asOf.minusDays(LATE_DAYS))) {
                late.add(item);
            }
        }
        this.settled = view(open);
    }

    /** Some entries, and those that take one of them back. */
    private static Set<EntryId> with(List<LedgerEntry> entries, Predicate<LedgerEntry> some) {
        Set<EntryId> found = new HashSet<>();
        for (LedgerEntry entry : entries) {
            EntryId back = entry.reverses();
            if (some.test(entry) || (back != null && found.contains(back))) {
                found.add(entry.id());
            }
        }
        return found;
    }

    /**
     * An account as of a day.
     *
     * @param all the account's entries, oldest first; those that are effective later do not count
     * @param currency of the account
     */
    public static SettledAccount of(List<LedgerEntry> all, String currency, LocalDate asOf) {
        return new SettledAccount(
                all.stream().filter(entry -> !entry.effective().isAfter(asOf)).toList(), currency, asOf);
    }

    public String currency() {
        return currency;
    }

    /** What settles after the day. */
    List<OpenItem> open() {
        return open;
    }

    /** What settled a short while before the day, or on it. */
    List<OpenItem> late() {
        return late;
    }

    /** Money that has settled. */
    public BigDecimal cash() {
        return settled.cash();
    }

    /** The lots that have settled, by symbol, day and number. */
    public List<LotBalance> lots() {
        return settled.lots();
    }

    /** What the entries come to without some of the trades and dividends. */
    View view(Collection<OpenItem> without) {
        Set<EntryId> left = without.stream().map(OpenItem::id).collect(Collectors.toSet());
        BigDecimal cash = BigDecimal.ZERO;
        Map<LotId, BigDecimal> traded = new HashMap<>();
        Set<LotId> notYetHeld = new HashSet<>();
        Map<LotId, BigDecimal> units = new LinkedHashMap<>();
        Map<LotId, BigDecimal> costs = new HashMap<>();
        for (LedgerEntry entry : entries) {
            boolean counts = !left.contains(entry.id());
            if (counts) {
                cash = cash.add(sum(entry, Items::money));
            }
            for (Map.Entry<LotId, Moved> lot : Moved.of(entry).entrySet()) {
                Moved moved = lot.getValue();
                BigDecimal before = traded.getOrDefault(lot.getKey(), BigDecimal.ZERO);
                if (!counts && !traded.containsKey(lot.getKey())) {
                    notYetHeld.add(lot.getKey());
                }
                traded.put(lot.getKey(), before.add(moved.units));
                boolean washed = washSales.contains(entry.id())
                        && notYetHeld.contains(lot.getKey().purchase());
                if (counts && !washed) {
                    BigDecimal held = units.getOrDefault(lot.getKey(), BigDecimal.ZERO);
                    units.put(
                            lot.getKey(),
                            held.add(splits.contains(entry.id()) ? moved.ofHeld(held, before) : moved.units));
                    costs.merge(lot.getKey(), moved.cost, BigDecimal::add);
                }
            }
        }
        List<LotBalance> lots = new ArrayList<>();
        units.forEach((lot, held) -> {
            if (held.signum() != 0) {
                lots.add(new LotBalance(
                        lot, Unit.plain(held), Unit.plain(costs.getOrDefault(lot, BigDecimal.ZERO)), currency));
            }
        });
        lots.sort(Comparator.comparing((LotBalance lot) -> lot.id().symbol())
                .thenComparing(lot -> lot.id().acquired())
                .thenComparingInt(lot -> lot.id().number()));
        return new View(Unit.plain(cash), lots);
    }

    private static BigDecimal sum(LedgerEntry entry, Predicate<LedgerAccount> which) {
        return entry.postings().stream()
                .filter(line -> which.test(line.account()))
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What an entry does to one lot. */
    private static final class Moved {
        private BigDecimal units = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;

        static Map<LotId, Moved> of(LedgerEntry entry) {
            Map<LotId, Moved> lots = new LinkedHashMap<>();
            for (Posting line : entry.postings()) {
                LotId lot = line.account().lot();
                if (lot != null) {
                    Moved moved = lots.computeIfAbsent(lot, _ -> new Moved());
                    if (line.account().unit().kind() == Unit.Kind.INSTRUMENT) {
                        moved.units = moved.units.add(line.amount());
                    } else {
                        moved.cost = moved.cost.add(line.amount());
                    }
                }
            }
            return lots;
        }

        /**
         * The units of those held that a split moves: in the proportion in which it moved the traded ones.
         */
        BigDecimal ofHeld(BigDecimal held, BigDecimal traded) {
            return traded.signum() != 0 && held.compareTo(traded) != 0
                    ? held.multiply(units).divide(traded, Unit.Kind.INSTRUMENT.decimals(), RoundingMode.HALF_EVEN)
                    : units;
        }
    }

    /** The trades and dividends of an account that stand, each with the day on which it settles. */
    private static final class Items {
        private final List<OpenItem> all = new ArrayList<>();
        private final Map<EntryId, LedgerEntry> byId = new HashMap<>();
        private final Map<String, LedgerEntry> takenBackFor = new HashMap<>();

        Items(List<LedgerEntry> entries) {
            Set<EntryId> back = new HashSet<>();
            Set<String> paid = new HashSet<>();
            for (LedgerEntry entry : entries) {
                byId.put(entry.id(), entry);
                if (entry.reverses() != null) {
                    back.add(entry.reverses());
                    takenBackFor.put(flow(entry.memo(), ':'), entry);
                }
            }
            for (LedgerEntry entry : entries) {
                if (entry.kind().equals(DIVIDEND_PAYMENT) && !back.contains(entry.id())) {
                    paid.add(entry.source());
                }
            }
            for (LedgerEntry entry : entries) {
                if (back.contains(entry.id())) {
                    continue;
                }
                LocalDate settles = settles(entry);
                boolean owed = entry.kind().equals(DIVIDEND) && !paid.contains(entry.source());
                if (settles != null || owed) {
                    all.add(item(entry, settles));
                }
            }
        }

        private static OpenItem item(LedgerEntry entry, @Nullable LocalDate settles) {
            String symbol = entry.postings().stream()
                    .map(Posting::account)
                    .filter(account -> account.lot() != null && account.unit().kind() == Unit.Kind.INSTRUMENT)
                    .map(account -> account.unit().code())
                    .findFirst()
                    .orElse("");
            return new OpenItem(
                    entry.id(),
                    entry.source(),
                    symbol,
                    sum(
                            entry,
                            account -> account.lot() != null && account.unit().kind() == Unit.Kind.INSTRUMENT),
                    sum(entry, Items::money),
                    settles);
        }

        static boolean money(LedgerAccount account) {
            return account.type().cash();
        }

        /** A trade that was booked anew settles when the one did that it takes the place of. */
        private @Nullable LocalDate settles(LedgerEntry entry) {
            LedgerEntry trade = entry;
            for (int corrections = 0;
                    trade.kind().equals(EntryKind.CORRECTION) && corrections < byId.size();
                    corrections++) {
                LedgerEntry reversal = takenBackFor.get(flow(trade.source(), '/'));
                LedgerEntry before =
                        reversal == null || reversal.reverses() == null ? null : byId.get(reversal.reverses());
                if (before == null) {
                    return null;
                }
                trade = before;
            }
            return trade.kind().ofFills() ? trade.settles() : null;
        }

        private static String flow(String text, char end) {
            int at = text.indexOf(end);
            return at < 0 ? text : text.substring(0, at);
        }
    }
}
