package dev.vesper.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cash and units change hands: what was to be paid is paid, what was to come has come, units in transit are with the
 * custodian. One entry for each client account and settlement date takes all trades of that date which stand. Example: 200
 * bought for 10,022.00 settle as payable +10,022.00, settled cash -10,022.00, transit +200, custody -200.
 */
public final class SettlementEntries {
    private final Map<EntryId, LedgerEntry> open = new LinkedHashMap<>();
    private final Map<EntryId, List<LedgerEntry>> settled = new LinkedHashMap<>();
    private final Set<EntryId> takenBack = new HashSet<>();

    private SettlementEntries() {}

    /**
     * What is due and has no entry yet; nothing a second time.
     *
     * @param entries all of one client account, oldest first
     * @param until the last settlement date that is due
     * @param source unique to whoever books them; with the account and the date, the source of an entry
     */
    public static List<LedgerEntry> due(Collection<LedgerEntry> entries, LocalDate until, String source) {
        SettlementEntries account = new SettlementEntries();
        entries.forEach(account::see);
        Map<LocalDate, List<LedgerEntry>> byDate = new TreeMap<>();
        for (LedgerEntry trade : account.open.values()) {
            LocalDate settles = trade.settles();
            if (settles != null && !settles.isAfter(until)) {
                byDate.computeIfAbsent(settles, _ -> new ArrayList<>()).add(trade);
            }
        }
        List<LedgerEntry> due = new ArrayList<>();
        byDate.forEach((date, trades) -> due.add(entry(trades, date, source)));
        return due;
    }

    /** Whether an account of the ledger holds what waits for a settlement. */
    public static boolean waits(AccountType type) {
        return type == AccountType.PAYABLE || type == AccountType.RECEIVABLE || type == AccountType.TRANSIT;
    }

    private void see(LedgerEntry entry) {
        EntryId back = entry.reverses();
        if (back != null) {
            takenBack.add(back);
            open.remove(back);
            List<LedgerEntry> again = settled.getOrDefault(back, List.of());
            again.stream()
                    .filter(trade -> !takenBack.contains(trade.id()))
                    .forEach(trade -> open.put(trade.id(), trade));
        } else if (entry.kind().ofFills() && entry.settles() != null) {
            open.put(entry.id(), entry);
        } else if (entry.kind().equals(EntryKind.SETTLEMENT)) {
            List<LedgerEntry> taken = open.values().stream()
                    .filter(trade -> entry.effective().equals(trade.settles()))
                    .toList();
            taken.forEach(trade -> open.remove(trade.id()));
            settled.put(entry.id(), taken);
        }
    }

    private static LedgerEntry entry(List<LedgerEntry> trades, LocalDate date, String source) {
        String account = trades.getFirst().account();
        Map<LedgerAccount, BigDecimal> sums = new LinkedHashMap<>();
        for (LedgerEntry trade : trades) {
            for (Posting posting : trade.postings()) {
                LedgerAccount from = posting.account();
                if (waits(from.type())) {
                    LedgerAccount to = from.type() == AccountType.TRANSIT
                            ? LedgerAccount.units(
                                    AccountType.CUSTODY, from.unit().code())
                            : LedgerAccount.money(
                                    AccountType.SETTLED_CASH, from.unit().code());
                    sums.merge(from, posting.amount().negate(), BigDecimal::add);
                    sums.merge(to, posting.amount(), BigDecimal::add);
                }
            }
        }
        List<Posting> postings = new ArrayList<>();
        sums.forEach((to, amount) -> {
            if (amount.signum() != 0) {
                postings.add(Posting.of(to, amount));
            }
        });
        return LedgerEntry.of(
                EntryKind.SETTLEMENT,
                source + "/" + account + "/" + date,
                account,
                date,
                postings,
                trades.size() == 1 ? "1 trade settled" : trades.size() + " trades settled");
    }
}
