package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.SettlementEntries;
import dev.vesper.books.wash.SoldAtLoss;
import dev.vesper.books.wash.WashSales;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be known of a book before its next entries: gathered in one pass, without holding its entries. */
final class StandingBook {
    /** Of {@code 2018-04-11}. */
    private static final int ISO_DATE = 10;

    private static final Set<EntryKind> OF_RUNS =
            Set.of(EntryKind.TRADE, EntryKind.AMENDED_TRADE, EntryKind.SETTLEMENT, EntryKind.WASH_SALE);

    private final LocalDate from;
    private final Balances balances = new Balances();
    private final Map<EntryId, String> openings = new HashMap<>();
    private final Map<EntryId, Standing> standing = new LinkedHashMap<>();
    private final Map<EntryId, String> losses = new HashMap<>();
    private long newest;
    private @Nullable LocalDate closed;

    private record Standing(String account, LocalDate effective, LocalDate decided) {}

    private StandingBook(LocalDate from) {
        this.from = from;
    }

    /**
     * Reads a book.
     *
     * @param from the first day whose entries are asked for
     * @throws Problem of kind REFUSED where the book was altered
     */
    static StandingBook of(Books books, BookId book, LocalDate from) {
        StandingBook read = new StandingBook(from);
        try {
            books.each(book, read::add);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
        return read;
    }

    private void add(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        balances.add(entry);
        newest = booked.sequence();
        if (entry.reverses() != null) {
            openings.remove(entry.reverses());
            standing.remove(entry.reverses());
            losses.remove(entry.reverses());
            return;
        }
        if (!entry.effective().isBefore(from.minusDays(WashSales.WINDOW_DAYS))
                && !SoldAtLoss.of(entry).isEmpty()) {
            losses.put(entry.id(), entry.account());
        }
        if (OpeningEntries.opens(entry)) {
            openings.put(entry.id(), entry.account());
        }
        if (entry.kind().equals(EntryKind.CLOSE)) {
            closed = entry.effective();
        }
        if (!entry.effective().isBefore(from)) {
            standing.put(entry.id(), new Standing(entry.account(), entry.effective(), decided(entry)));
        }
    }

    /** The business date of the run that an entry is from: trades count from the session after it. */
    private static LocalDate decided(LedgerEntry entry) {
        return OF_RUNS.contains(entry.kind())
                ? LocalDate.parse(entry.source().substring(0, ISO_DATE)) // of a run or its order
                : entry.effective();
    }

    /** The number of the newest entry; 0 before the first. */
    long newest() {
        return newest;
    }

    /** The last day of the closed period; empty where none is closed. */
    Optional<LocalDate> closed() {
        return Optional.ofNullable(closed);
    }

    Balances balances() {
        return balances;
    }

    /** The client accounts with money or units that wait for a settlement. */
    Set<String> unsettled() {
        Set<String> accounts = new TreeSet<>();
        balances.lines().stream()
                .filter(line -> SettlementEntries.waits(line.account().type()))
                .forEach(line -> accounts.add(line.client()));
        return accounts;
    }

    /** The client accounts with sales at a loss that a purchase of the day asked for may still replace. */
    Set<String> soldAtLoss() {
        return new TreeSet<>(losses.values());
    }

    /** The client accounts that are open. */
    Set<String> opened() {
        return new TreeSet<>(openings.values());
    }

    /** The latest day from which an entry counts that was not taken back, where it is not before the day asked for. */
    Optional<LocalDate> latest() {
        return standing.values().stream().map(Standing::effective).max(LocalDate::compareTo);
    }

    /** The client accounts with entries that the day asked for or a later one decided and that were not taken back. */
    Set<String> moved() {
        Set<String> accounts = new TreeSet<>();
        standing.values().stream()
                .filter(entry -> !entry.decided().isBefore(from))
                .forEach(entry -> accounts.add(entry.account()));
        return accounts;
    }

    /** Whether the day asked for or a later one decided an entry that was not taken back. */
    boolean stands(EntryId id) {
        Standing entry = standing.get(id);
        return entry != null && !entry.decided().isBefore(from);
    }
}
