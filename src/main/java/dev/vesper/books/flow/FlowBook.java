package dev.vesper.books.flow;

import dev.vesper.basics.NearestName;
import dev.vesper.books.Balances;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
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
 * @param books what it holds
 * @param instruments the symbols that the firm knows
 */
public record FlowBook(AccountBooks books, Set<String> instruments) {
    private static final Comparator<LotBalance> OLDEST = Comparator.comparing(
                    (LotBalance lot) -> lot.id().acquired())
            .thenComparingInt(lot -> lot.id().number());

    /** Whether an account was opened. */
    boolean knows(String account) {
        return accounts().contains(account);
    }

    /** What all entries come to. */
    Balances balances() {
        return books.balances();
    }

    /** The accounts there are. */
    Set<String> accounts() {
        return balances().clients();
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
        books.opened(account).filter(words.date()::isBefore).ifPresent(day -> {
            throw words.problem(
                    FlowWords.DATE,
                    "Expected a date on or after " + day + ", when the books of " + account + " begin, but got "
                            + words.date() + "; what was before is in accounts.csv and positions.csv");
        });
        return account;
    }

    /** The currency of an account, which must be the one that the words say. */
    String currency(FlowWords words, String account) {
        String currency = balances().currency(account);
        if (words.has("currency") && !words.text("currency").equals(currency)) {
            throw words.problem(
                    "currency",
                    "Expected " + currency + ", the currency of " + account + ", but got " + words.text("currency"));
        }
        return currency;
    }

    /** The id of the flow that an entry belongs to: its source up to the account. */
    public static String flowOf(LedgerEntry entry) {
        int slash = entry.source().indexOf('/');
        return slash < 0 ? "" : entry.source().substring(0, slash);
    }

    /** The lots of an instrument that were acquired before a day, oldest first, by account. */
    SortedMap<String, List<LotBalance>> lotsBefore(FlowWords words, String symbol) {
        LocalDate day = words.date();
        for (LotMove move : books.movesSince(day)) {
            if (move.stands()
                    && move.lot().symbol().equals(symbol)
                    && move.lot().acquired().isBefore(day)) {
                throw words.problem(
                        FlowWords.DATE,
                        "Expected a day after the last entry on the lots of " + symbol + ", but a " + move.kind()
                                + " of " + move.effective() + " moved " + move.lot()
                                + "; take it back first, or say a later day");
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
        balances().lots().stream()
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
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        balances().lots().stream()
                .filter(lot -> lot.id().symbol().equals(symbol))
                .forEach(lot -> held.merge(lot.id().account(), lot.units(), BigDecimal::add));
        books.movesSince(day).stream()
                .filter(move -> move.lot().symbol().equals(symbol))
                .forEach(move -> held.merge(move.lot().account(), move.units().negate(), BigDecimal::add));
        held.values().removeIf(units -> units.signum() == 0);
        return held;
    }

    /** Numbers of new lots, each given once: the first that no lot of the books ever had. */
    NewLots newLots() {
        return new NewLots(books, new HashMap<>());
    }

    /** Numbers that were given. */
    record NewLots(AccountBooks books, Map<LotId, Boolean> given) {
        LotId next(String account, String symbol, LocalDate acquired) {
            return next(account, symbol, new LotId(account, symbol, acquired, 1));
        }

        /** A new name for a lot that goes to another account or gets another symbol: what it replaces goes with it. */
        LotId next(String account, String symbol, LotId from) {
            LedgerState state = books.state(account);
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
        boolean held =
                balances().lots().stream().anyMatch(lot -> lot.id().symbol().equals(symbol));
        if (!held && !instruments.contains(symbol)) {
            throw words.problem(
                    column,
                    "Expected a symbol of the instruments, but got \"" + symbol + "\""
                            + NearestName.hint(symbol, instruments));
        }
        return symbol;
    }
}
