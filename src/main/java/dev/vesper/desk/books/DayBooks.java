package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerCommand.ReverseEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LotBalance;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.TradeEntries;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.OpeningBooks;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The books over the days of a firm: a day opens where the last one closed, and its fills are posted once. Days and
 * rehearsals of days have a book each.
 */
public final class DayBooks implements OpeningBooks {
    private static final int RUNS_LOOKED_AT = 10_000;

    private final Books books;
    private final RunStore runs;
    private final RebalanceStore rebalances;
    private final OrderStore orders;
    private final Inputs inputs;
    private final InstantSource clock;
    private final Ledger ledger = new Ledger();

    public DayBooks(
            Books books,
            RunStore runs,
            RebalanceStore rebalances,
            OrderStore orders,
            Inputs inputs,
            InstantSource clock) {
        this.books = books;
        this.runs = runs;
        this.rebalances = rebalances;
        this.orders = orders;
        this.inputs = inputs;
        this.clock = clock;
    }

    @Override
    public void admit(Firm firm, LocalDate date, boolean rehearsal, boolean again) {
        if (again && !rehearsal) {
            throw Problem.usage("Expected to repeat a rehearsal, but this day is none: what was traded is not traded"
                    + " again; maybe --rehearse is missing");
        }
        String folder = firm.folder().toString();
        Optional<RunRecord> traded = runs.recent(RUNS_LOOKED_AT).stream()
                .filter(r -> r.firm().equals(folder) && r.rehearsal() == rehearsal && traded(r))
                .filter(r -> !r.date().isBefore(date))
                .max(Comparator.comparing((RunRecord r) -> r.date().equals(date))
                        .thenComparing(RunRecord::date)
                        .thenComparing(RunRecord::id));
        Optional<RunRecord> sameDate = traded.filter(r -> r.date().equals(date));
        if (sameDate.isPresent() && !again) {
            throw Problem.refused("Run " + sameDate.get().id() + (rehearsal ? " rehearsed " : " traded ") + date
                    + " already; "
                    + (rehearsal
                            ? "--again takes it back in the rehearsals' book and does it again"
                            : "a date is traded once"));
        }
        switch (firm.settings().books()) {
            case BookKeeping.Files(LocalDate asOf) -> admitFiles(firm, asOf);
            case BookKeeping.Vesper() -> admitBooks(firm, date, rehearsal, again);
        }
    }

    /** A run of another date whose fills are still to come. */
    private Optional<RunRecord> unfinished(Firm firm, LocalDate date, boolean rehearsal) {
        return runs.recent(RUNS_LOOKED_AT).stream()
                .filter(r -> r.firm().equals(firm.folder().toString())
                        && r.rehearsal() == rehearsal
                        && !r.date().equals(date)
                        && !r.status().ended())
                .findFirst();
    }

    /** Whether a run has traded its date: to its end, or until somebody closed it. */
    public boolean traded(RunRecord run) {
        return run.status() == RunStatus.DONE
                || (run.status() == RunStatus.ABANDONED
                        && !orders.fills(run.id()).isEmpty());
    }

    private void admitFiles(Firm firm, LocalDate asOf) {
        runs.recent(RUNS_LOOKED_AT).stream()
                .filter(r -> r.firm().equals(firm.folder().toString()) && !r.rehearsal() && traded(r))
                .max(Comparator.comparing(RunRecord::date))
                .filter(last -> asOf.isBefore(last.date()))
                .ifPresent(last -> {
                    throw Problem.refused("Run " + last.id() + " traded " + last.date()
                            + ", but accounts.csv and positions.csv are as of " + asOf
                            + " (firm.yaml, books_as_of): bring files that know its trades, and say their date there");
                });
    }

    private void admitBooks(Firm firm, LocalDate date, boolean rehearsal, boolean again) {
        unfinished(firm, date, rehearsal).ifPresent(run -> {
            throw Problem.refused("Run " + run.id() + " of " + run.date() + " is not finished, and " + date
                    + " opens where it closes; ./vesper eod --resume --run " + run.id()
                    + " goes on with it, ./vesper runs abandon " + run.id() + " closes it");
        });
        BookId id = new BookId(firm.folder().toString(), rehearsal);
        Book book = read(id);
        List<LedgerEntry> standing = book.standing();
        List<LedgerEntry> from = standing.stream()
                .filter(entry -> !entry.effective().isBefore(date))
                .toList();
        if (again && !from.isEmpty()) {
            EntriesBooked back =
                    decide(book, new ReverseEntries(from.reversed(), null, "rehearsed again", clock.instant()));
            books.append(
                    id,
                    back,
                    RunId.of(date, 1),
                    from.size() + " entries from " + date + " on taken back, to rehearse again",
                    clock.instant());
            return;
        }
        standing.stream()
                .map(LedgerEntry::effective)
                .max(LocalDate::compareTo)
                .filter(newest -> newest.isAfter(date))
                .ifPresent(newest -> {
                    throw Problem.refused("Expected a date after the books of "
                            + firm.settings().name()
                            + ", which stand at " + newest + ", but got " + date
                            + (rehearsal ? "; --again takes the rehearsals from " + date + " on back" : ""));
                });
        Set<String> opened = opened(standing);
        List<Account> unopened = firm.accounts().stream()
                .filter(account -> !opened.contains(account.id()))
                .toList();
        decide(book, new BookEntries(openings(firm, unopened, RunId.of(date, 1), date), clock.instant()));
    }

    private static Set<String> opened(List<LedgerEntry> standing) {
        return standing.stream()
                .filter(OpeningEntries::opens)
                .map(LedgerEntry::account)
                .collect(Collectors.toSet());
    }

    private static List<LedgerEntry> openings(Firm firm, List<Account> accounts, RunId run, LocalDate date) {
        return OpeningEntries.of(accounts, firm.lots(), date, run.value(), "as accounts.csv and positions.csv say");
    }

    @Override
    public Optional<OpeningBook> opening(RunRecord run) {
        Book book = read(new BookId(run.firm(), run.rehearsal()));
        Set<String> opened = opened(book.standing());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Balances balances = book.state().balances();
        SortedMap<String, Money> cash = new TreeMap<>();
        opened.forEach(account -> cash.put(account, Money.of(balances.cash(account), balances.currency(account))));
        List<TaxLot> lots = balances.lots().stream().map(LotBalance::toTaxLot).toList();
        return Optional.of(new OpeningBook(cash, lots));
    }

    /**
     * Posts the fills of a run; a second time changes nothing. Where the firm's book of record is elsewhere, nothing is
     * posted.
     *
     * @throws Problem of kind REFUSED where the fills are not those that were posted, or the books were altered
     */
    public void post(RunRecord run) {
        Firm firm = inputs.firm(run.id());
        if (firm.settings().books() instanceof BookKeeping.Files) {
            return;
        }
        BookId id = new BookId(run.firm(), run.rehearsal());
        Book book = read(id);
        Set<String> opened = opened(book.standing());
        List<Account> unopened = firm.accounts().stream()
                .filter(account -> !opened.contains(account.id()))
                .toList();
        book = append(
                id,
                book,
                new BookEntries(openings(firm, unopened, run.id(), run.date()), clock.instant()),
                run,
                Counted.of(unopened.size(), "account") + " opened from the files");
        List<ParentOrder> parents = rebalances.orders(run.id()).orElse(List.of());
        List<Fill> fills = orders.fills(run.id());
        if (posted(book, parents, fills)) {
            return;
        }
        List<LedgerEntry> trades = TradeEntries.of(
                book.state(),
                parents,
                fills,
                run.date(),
                Set.copyOf(firm.settings().shortAllowed()));
        append(
                id,
                book,
                new BookEntries(trades, clock.instant()),
                run,
                Counted.of(fills.size(), "fill") + " of " + Counted.of(trades.size(), "order") + " posted");
    }

    /** Posts the fills of a run that is closed before its end; where there are none, nothing. */
    public void postTraded(RunRecord run) {
        if (!orders.fills(run.id()).isEmpty()) {
            post(run);
        }
    }

    /** Whether the trades of a run stand in the book. All of them are posted at once, so one is enough to tell. */
    private static boolean posted(Book book, List<ParentOrder> parents, List<Fill> fills) {
        Map<String, RowSum> sums = book.trades(parents);
        if (sums.isEmpty()) {
            return false;
        }
        Map<String, List<Fill>> byOrder = fills.stream().collect(Collectors.groupingBy(Fill::parentId));
        for (ParentOrder parent : parents) {
            List<Fill> filled = byOrder.getOrDefault(parent.id(), List.of());
            RowSum now = filled.isEmpty() ? null : RowSums.fills(filled);
            if (!Objects.equals(now, sums.get(parent.id()))) {
                throw Problem.refused("Expected the fills of " + parent.id()
                        + " to be those that were posted, but they differ; ./vesper books verify tells more");
            }
        }
        return true;
    }

    private Book append(BookId id, Book book, LedgerCommand command, RunRecord run, String detail) {
        EntriesBooked decided = decide(book, command);
        books.append(id, decided, run.id(), detail, clock.instant());
        return book.with(ledger, decided);
    }

    private EntriesBooked decide(Book book, LedgerCommand command) {
        return switch (ledger.decide(book.state(), command)) {
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) -> Book.all(decided);
            case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
        };
    }

    private Book read(BookId id) {
        try {
            return Book.of(ledger, books.entries(id));
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }
}
