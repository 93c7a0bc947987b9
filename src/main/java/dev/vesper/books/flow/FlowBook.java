package dev.vesper.books.flow;

import dev.vesper.basics.NearestName;
import dev.vesper.books.Balances;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A book as a flow meets it.
 *
 * @param entries all of it, oldest first
 * @param ofFlows the entries of each flow by its id, without those of a rehearsed day that was taken back to be done again
 * @param state what they come to
 * @param instruments the symbols that the firm knows
 */
public record FlowBook(
        List<LedgerEntry> entries, Map<String, List<LedgerEntry>> ofFlows, LedgerState state, Set<String> instruments) {
    private static final Comparator<LotBalance> OLDEST = Comparator.comparing(
                    (LotBalance lot) -> lot.id().acquired())
            .thenComparingInt(lot -> lot.id().number());

    /** Whether an account was opened. */
    boolean knows(String account) {
        return state.balances().clients().contains(account);
    }

    /** The accounts there are. */
    Set<String> accounts() {
        return state.balances().clients();
    }

    /**
     * The account that a column names.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the book has none of that name, or it opens later
     */
    String account(FlowWords words, String column) {
        String account = words.text(column);
        if (!knows(account)) {
            throw words.problem(
                    column,
                    "Expected an account of the books, but got \"" + account + "\""
                            + NearestName.hint(account, accounts()));
        }
        opened(account).filter(words.date()::isBefore).ifPresent(day -> {
            throw words.problem(
                    FlowWords.DATE,
                    "Expected a date on or after " + day + ", when the books of " + account + " begin, but got "
                            + words.date() + "; what was before is in accounts.csv and positions.csv");
        });
        return account;
    }

    /** The currency of an account, which must be the one that the words say. */
    String currency(FlowWords words, String account) {
        String currency = state.balances().currency(account);
        if (words.has("currency") && !words.text("currency").equals(currency)) {
            throw words.problem(
                    "currency",
                    "Expected " + currency + ", the currency of " + account + ", but got " + words.text("currency"));
        }
        return currency;
    }

    /** The day an account's books begin. */
    Optional<LocalDate> opened(String account) {
        return entries.stream()
                .filter(entry ->
                        OpeningEntries.opens(entry) && entry.account().equals(account) && !state.reversed(entry.id()))
                .map(LedgerEntry::effective)
                .findFirst();
    }

    /** The day at which the books stand: of the newest entry that was not taken back. */
    public Optional<LocalDate> stands() {
        return entries.stream()
                .filter(entry -> entry.reverses() == null && !state.reversed(entry.id()))
                .map(LedgerEntry::effective)
                .max(LocalDate::compareTo);
    }

    /** The id of the flow that an entry belongs to: its source up to the account. */
    public static String flowOf(LedgerEntry entry) {
        int slash = entry.source().indexOf('/');
        return slash < 0 ? "" : entry.source().substring(0, slash);
    }

    /** Whether any entry of a kind stands or stood for a flow. */
    boolean holds(EntryKind kind, String flow) {
        return ofFlows.getOrDefault(flow, List.of()).stream()
                .anyMatch(entry -> entry.kind().equals(kind));
    }

    /** The entries of a kind of a flow, without those that were taken back. */
    List<LedgerEntry> standing(EntryKind kind, String flow) {
        return ofFlows.getOrDefault(flow, List.of()).stream()
                .filter(entry -> entry.kind().equals(kind) && !state.reversed(entry.id()))
                .toList();
    }

    /** The lots of an instrument that were acquired before a day, oldest first, by account. */
    SortedMap<String, List<LotBalance>> lotsBefore(FlowWords words, String symbol) {
        LocalDate day = words.date();
        for (LedgerEntry entry : entries) {
            if (!entry.effective().isBefore(day) && entry.reverses() == null && !state.reversed(entry.id())) {
                for (Posting posting : entry.postings()) {
                    LotId lot = posting.account().lot();
                    if (lot != null
                            && lot.symbol().equals(symbol)
                            && lot.acquired().isBefore(day)) {
                        throw words.problem(
                                FlowWords.DATE,
                                "Expected a day after the last entry on the lots of " + symbol + ", but a "
                                        + entry.kind() + " of " + entry.effective() + " moved " + lot
                                        + "; take it back first, or say a later day");
                    }
                }
            }
        }
        SortedMap<String, List<LotBalance>> lots = new TreeMap<>();
        lots(symbol).forEach((account, held) -> {
            List<LotBalance> before = held.stream()
                    .filter(lot -> lot.id().acquired().isBefore(day))
                    .toList();
            if (!before.isEmpty()) {
                lots.put(account, before);
            }
        });
        return lots;
    }

    /** The lots of one instrument, oldest first, by account. */
    SortedMap<String, List<LotBalance>> lots(String symbol) {
        SortedMap<String, List<LotBalance>> lots = new TreeMap<>();
        state.balances().lots().stream()
                .filter(lot -> lot.id().symbol().equals(symbol))
                .sorted(OLDEST)
                .forEach(lot -> lots.computeIfAbsent(lot.id().account(), _ -> new ArrayList<>())
                        .add(lot));
        return lots;
    }

    /** One lot; empty where nothing is left of it. */
    Optional<LotBalance> lot(LotId id) {
        return lots(id.symbol()).getOrDefault(id.account(), List.of()).stream()
                .filter(lot -> lot.id().equals(id))
                .findFirst();
    }

    /** Units of an instrument by account at the close before a day, traded, whether they are settled or not. */
    SortedMap<String, BigDecimal> heldBefore(LocalDate day, String symbol) {
        Balances balances = Balances.of(entries.stream()
                .filter(entry -> entry.effective().isBefore(day))
                .toList());
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        balances.lots().stream()
                .filter(lot -> lot.id().symbol().equals(symbol))
                .forEach(lot -> held.merge(lot.id().account(), lot.units(), BigDecimal::add));
        held.values().removeIf(units -> units.signum() == 0);
        return held;
    }

    /** Numbers of new lots, each given once: the first that no lot of the books ever had. */
    NewLots newLots() {
        return new NewLots(state, new HashMap<>());
    }

    /** Numbers that were given. */
    record NewLots(LedgerState state, Map<LotId, Boolean> given) {
        LotId next(String account, String symbol, LocalDate acquired) {
            return next(account, symbol, new LotId(account, symbol, acquired, 1));
        }

        /** A new name for a lot that goes to another account or gets another symbol: what it replaces goes with it. */
        LotId next(String account, String symbol, LotId from) {
            int number = 1;
            while (true) {
                LotId id = from.as(account, symbol, number);
                if (!state.known(id) && given.putIfAbsent(id, true) == null) {
                    return id;
                }
                number++;
            }
        }
    }

    /** Refuses a symbol that the firm does not know. */
    String symbol(FlowWords words, String column) {
        String symbol = words.text(column);
        boolean held = state.balances().lots().stream()
                .anyMatch(lot -> lot.id().symbol().equals(symbol));
        if (!held && !instruments.contains(symbol)) {
            throw words.problem(
                    column,
                    "Expected a symbol of the instruments, but got \"" + symbol + "\""
                            + NearestName.hint(symbol, instruments));
        }
        return symbol;
    }
}
