package dev.vesper.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the entries of a book come to: a projection of all of them, those that were taken back included. Not for threads
 * while entries are added.
 */
public final class Balances {
    private static final Comparator<LotBalance> BY_NAME = Comparator.comparing((LotBalance l) -> l.id().account())
            .thenComparing(l -> l.id().symbol())
            .thenComparing(l -> l.id().acquired())
            .thenComparingInt(l -> l.id().number())
            .thenComparingInt(l -> l.id().part());

    private record Key(String client, LedgerAccount account) {}

    private final Map<Key, BigDecimal> amounts;
    private final Map<String, String> currencies; // by client account

    public Balances() {
        this(new HashMap<>(), new HashMap<>());
    }

    private Balances(Map<Key, BigDecimal> amounts, Map<String, String> currencies) {
        this.amounts = amounts;
        this.currencies = currencies;
    }

    /** What some entries come to. */
    public static Balances of(Collection<LedgerEntry> entries) {
        Balances balances = new Balances();
        entries.forEach(balances::add);
        return balances;
    }

    Balances copy() {
        return new Balances(new HashMap<>(amounts), new HashMap<>(currencies));
    }

    /** Adds an entry. */
    public void add(LedgerEntry entry) {
        for (Posting posting : entry.postings()) {
            Unit unit = posting.account().unit();
            if (unit.kind() == Unit.Kind.CURRENCY) {
                currencies.put(entry.account(), unit.code());
            }
            amounts.compute(new Key(entry.account(), posting.account()), (_, before) -> {
                BigDecimal sum = before == null ? posting.amount() : before.add(posting.amount());
                return sum.signum() == 0 ? null : Unit.plain(sum);
            });
        }
    }

    /** What stands in one account of the ledger; zero where nothing does. */
    public BigDecimal of(String client, LedgerAccount account) {
        return amounts.getOrDefault(new Key(client, account), BigDecimal.ZERO);
    }

    /** Whether a client account has any entry in money. */
    boolean has(String client) {
        return currencies.containsKey(client);
    }

    /** The client accounts that have any entry in money. */
    public SortedSet<String> clients() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(currencies.keySet()));
    }

    /** The currency of a client account. @throws IllegalArgumentException for one without entries */
    public String currency(String client) {
        String found = currencies.get(client);
        if (found == null) {
            throw new IllegalArgumentException("Expected an account of the books, but got " + client);
        }
        return found;
    }

    /** Money on the traded basis: settled, less what is to be paid, plus what is to come. */
    public BigDecimal cash(String client) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountType type : AccountType.values()) {
            if (type.cash()) {
                sum = sum.add(money(client, type));
            }
        }
        return Unit.plain(sum);
    }

    /** What stands in an account of money that has no lot. */
    public BigDecimal money(String client, AccountType type) {
        return of(client, LedgerAccount.money(type, currency(client)));
    }

    /** The lots that hold units, by account, instrument, day, number and part. */
    public List<LotBalance> lots() {
        List<LotBalance> lots = new ArrayList<>();
        amounts.forEach((key, units) -> {
            LotId lot = key.account().lot();
            if (lot != null && key.account().type() == AccountType.LOT_UNITS) {
                String currency = currency(key.client());
                lots.add(new LotBalance(lot, units, of(key.client(), LedgerAccount.lotCost(lot, currency)), currency));
            }
        });
        lots.sort(BY_NAME);
        return lots;
    }

    /** Every balance that is not zero, by client account, type, unit and lot. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        amounts.forEach((key, amount) -> lines.add(new Line(key.client(), key.account(), amount)));
        lines.sort(Comparator.comparing(Line::client)
                .thenComparing(l -> l.account().type())
                .thenComparing(l -> l.account().unit().code())
                .thenComparing(l -> String.valueOf(l.account().lot())));
        return lines;
    }

    /** One balance. */
    public record Line(String client, LedgerAccount account, BigDecimal amount) {}

    /** What each unit comes to over all accounts: the trial balance, every value of which must be zero. */
    public SortedMap<String, BigDecimal> trial() {
        SortedMap<String, BigDecimal> trial = new TreeMap<>();
        amounts.forEach((key, amount) -> trial.merge(
                key.account().unit().kind() + " " + key.account().unit().code(), amount, BigDecimal::add));
        return trial;
    }
}
