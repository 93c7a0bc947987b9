package dev.vesper.desk.books;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.AccountType;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerCommand.ReverseEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import dev.vesper.books.LotBalance;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.SettlementEntries;
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
import dev.vesper.market.Instrument;
import dev.vesper.market.calendar.SettlementCalendar;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The books over the days of a firm: a day opens where the last one closed, and its fills are posted once. Days and
 * rehearsals of days have a book each.
 */
public final class DayBooks implements OpeningBooks {
    /** Why an entry of a rehearsal was taken back that is done again. */
    static final String REHEARSED_AGAIN = "rehearsed again";

    private static final int RUNS_LOOKED_AT = 10_000;

    private final Books books;
    private final RunStore runs;
    private final RebalanceStore rebalances;
    private final OrderStore orders;
    private final Inputs inputs;
    private final InstantSource clock;
    private final Executor appender;

    /** @param appender stores what was decided for some accounts, while it is decided for the next ones */
    public DayBooks(
            Books books,
            RunStore runs,
            RebalanceStore rebalances,
            OrderStore orders,
            Inputs inputs,
            InstantSource clock,
            Executor appender) {
        this.books = books;
        this.runs = runs;
        this.rebalances = rebalances;
        this.orders = orders;
        this.inputs = inputs;
        this.clock = clock;
        this.appender = appender;
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
            case BookKeeping.Vesper _ -> admitBooks(firm, date, rehearsal, again);
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
                .filter(last -> asOf.isBefore(tradeDate(last)))
                .ifPresent(last -> {
                    throw Problem.refused("Run " + last.id() + " traded " + tradeDate(last)
                            + ", but accounts.csv and positions.csv are as of " + asOf
                            + " (firm.yaml, books_as_of): bring files that know its trades, and say their date there");
                });
    }

    /** The last session in which a run traded; its business date where it did not. */
    private LocalDate tradeDate(RunRecord run) {
        return orders.fills(run.id()).stream()
                .map(fill -> fill.dateOr(run.date()))
                .max(LocalDate::compareTo)
                .orElse(run.date());
    }

    private void admitBooks(Firm firm, LocalDate date, boolean rehearsal, boolean again) {
        unfinished(firm, date, rehearsal).ifPresent(run -> {
            throw Problem.refused("Run " + run.id() + " of " + run.date() + " is not finished, and " + date
                    + " opens where it closes; ./vesper eod --resume --run " + run.id()
                    + " goes on with it, ./vesper runs abandon " + run.id() + " closes it");
        });
        BookId id = new BookId(firm.folder().toString(), rehearsal);
        StandingBook book = StandingBook.of(books, id, date);
        book.closed().filter(closed -> !date.isAfter(closed)).ifPresent(closed -> {
            throw Problem.refused("Expected a date after " + closed + ", up to which the books of "
                    + firm.settings().name() + " are closed, but got " + date);
        });
        if (again && book.latest().isPresent()) {
            takeBack(id, book, date);
            return;
        }
        book.latest().filter(newest -> newest.isAfter(date)).ifPresent(newest -> {
            throw Problem.refused("Expected a date after the books of "
                    + firm.settings().name()
                    + ", which stand at " + newest + ", but got " + date
                    + (rehearsal ? "; --again takes the rehearsals from " + date + " on back" : ""));
        });
        open(firm, book, new AccountPosting(books, id, RunId.of(date, 1), book.newest()), date);
    }

    /** Takes every entry back that a day or a later one decided, the newest of each account first. */
    private void takeBack(BookId id, StandingBook book, LocalDate date) {
        AccountPosting posting = new AccountPosting(books, id, RunId.of(date, 1), book.newest());
        for (String account : book.moved()) {
            List<BookedEntry> entries = posting.entries(account);
            List<LedgerEntry> back = entries.stream()
                    .map(BookedEntry::entry)
                    .filter(entry -> book.stands(entry.id()))
                    .toList()
                    .reversed();
            posting.decide(posting.state(entries), new ReverseEntries(back, null, REHEARSED_AGAIN, clock.instant()));
            if (posting.full()) {
                appendTakenBack(posting, date);
            }
        }
        appendTakenBack(posting, date);
    }

    private void appendTakenBack(AccountPosting posting, LocalDate date) {
        posting.append(
                posting.waiting() + " entries from " + date + " on taken back, to rehearse again", clock.instant());
    }

    /** Decides the openings of the accounts that the book does not know yet. */
    private void open(Firm firm, StandingBook book, AccountPosting posting, LocalDate date) {
        Set<String> opened = book.opened();
        Map<String, List<TaxLot>> lots = firm.lots().stream().collect(Collectors.groupingBy(TaxLot::account));
        for (Account account : firm.accounts()) {
            if (!opened.contains(account.id())) {
                List<LedgerEntry> opening = OpeningEntries.of(
                        List.of(account),
                        lots.getOrDefault(account.id(), List.of()),
                        date,
                        posting.run().value(),
                        "as accounts.csv and positions.csv say");
                posting.decide(posting.state(posting.entries(account.id())), new BookEntries(opening, clock.instant()));
            }
        }
    }

    @Override
    public Optional<OpeningBook> opening(RunRecord run) {
        BookId id = new BookId(run.firm(), run.rehearsal());
        return SharedBook.with(books, id, () -> opening(run, id));
    }

    private Optional<OpeningBook> opening(RunRecord run, BookId id) {
        StandingBook book = StandingBook.of(books, id, run.date());
        Set<String> opened = book.opened();
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> arrived = settle(run, id, book);
        Balances balances = book.balances();
        SortedMap<String, Money> cash = new TreeMap<>();
        opened.forEach(account -> cash.put(account, Money.of(balances.cash(account), balances.currency(account))));
        SortedMap<String, BigDecimal> onItsWay = new TreeMap<>();
        opened.forEach(account -> {
            BigDecimal receivable = balances.money(account, AccountType.RECEIVABLE)
                    .subtract(arrived.getOrDefault(account, BigDecimal.ZERO));
            if (receivable.signum() > 0) {
                onItsWay.put(account, receivable);
            }
        });
        List<TaxLot> lots = balances.lots().stream().map(LotBalance::toTaxLot).toList();
        return Optional.of(new OpeningBook(cash, onItsWay, lots));
    }

    /**
     * Posts the fills of a run, and what venues amended of earlier ones; a second time changes nothing. Where the firm's book of
     * record is elsewhere, nothing is posted.
     *
     * @return what of the amendments is for a person, in words
     * @throws Problem of kind REFUSED where the fills are not those that were posted, or the books were altered
     */
    public List<String> post(RunRecord run) {
        Firm firm = inputs.firm(run.id());
        if (firm.settings().books() instanceof BookKeeping.Files) {
            return List.of();
        }
        BookId id = new BookId(run.firm(), run.rehearsal());
        return SharedBook.with(books, id, () -> post(run, firm, id));
    }

    private List<String> post(RunRecord run, Firm firm, BookId id) {
        List<String> questions = new ArrayList<>();
        amendEarlier(run, firm, id, questions);
        StandingBook book = StandingBook.of(books, id, run.date());
        try (AppendedBehind behind = new AppendedBehind(books, appender)) {
            AccountPosting posting = new AccountPosting(behind, id, run.id(), book.newest());
            open(firm, book, posting, run.date());
            posting.append(Counted.of(posting.waiting(), "account") + " opened from the files", clock.instant());
            postTrades(run, posting, firm, book.soldAtLoss(), questions);
        }
        return questions;
    }

    /** Trades of earlier runs whose fills venues amended since: before the trades of this one, which hang on their lots. */
    private void amendEarlier(RunRecord run, Firm firm, BookId id, List<String> questions) {
        AccountPosting posting = new AccountPosting(books, id, run.id(), books.newest(id));
        for (RunId of : orders.amended()) {
            RunRecord earlier = of.equals(run.id()) ? null : runs.find(of).orElse(null);
            if (earlier == null
                    || !earlier.firm().equals(run.firm())
                    || earlier.rehearsal() != run.rehearsal()
                    || !earlier.status().ended()) {
                continue;
            }
            AmendedTrades amended = amended(earlier, firm, questions);
            rebalances.orders(of).orElse(List.of()).stream()
                    .filter(amended::concerns)
                    .collect(Collectors.groupingBy(ParentOrder::account, TreeMap::new, Collectors.toList()))
                    .forEach((account, ordered) -> {
                        List<BookedEntry> entries = new ArrayList<>(posting.entries(account));
                        if (!entries.isEmpty()) {
                            amended.amend(posting, ordered, entries);
                        }
                        posting.append(
                                Counted.of(posting.waiting(), "entry", "entries")
                                        + " after venues amended fills of run " + of,
                                clock.instant());
                    });
        }
    }

    private AmendedTrades amended(RunRecord run, Firm firm, List<String> questions) {
        return new AmendedTrades(
                orders,
                run,
                Set.copyOf(firm.settings().shortAllowed()),
                (symbol, traded) -> settles(firm, symbol, traded),
                clock,
                questions);
    }

    private void postTrades(
            RunRecord run, AccountPosting posting, Firm firm, Set<String> soldAtLoss, List<String> questions) {
        Set<String> shortAllowed = Set.copyOf(firm.settings().shortAllowed());
        AmendedTrades amended = amended(run, firm, questions);
        Map<String, List<ParentOrder>> parents = rebalances.orders(run.id()).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(ParentOrder::account, TreeMap::new, Collectors.toList()));
        Map<String, List<Fill>> fills = orders.fills(run.id()).stream().collect(Collectors.groupingBy(Fill::account));
        WashPosting washes = new WashPosting(posting, run.date());
        int appended = 0;
        int washed = 0;
        Set<String> concerned = new TreeSet<>(parents.keySet());
        concerned.addAll(soldAtLoss);
        for (List<Account> household : Households.of(firm.accounts(), concerned)) {
            Map<String, List<BookedEntry>> all = new HashMap<>();
            for (Account member : household) {
                List<ParentOrder> ordered = parents.getOrDefault(member.id(), List.of());
                List<Fill> filled = fills.getOrDefault(member.id(), List.of());
                List<BookedEntry> entries = new ArrayList<>(posting.entries(member.id()));
                if (!ordered.isEmpty() && posted(entries, ordered, filled, amended)) {
                    amended.amend(posting, ordered, entries);
                } else if (!ordered.isEmpty()) {
                    LedgerState state = posting.state(entries);
                    List<LedgerEntry> trades = TradeEntries.of(
                            state,
                            ordered,
                            filled,
                            run.date(),
                            shortAllowed,
                            (symbol, traded) -> settles(firm, symbol, traded));
                    entries.addAll(posting.decide(state, new BookEntries(trades, clock.instant())));
                    appended += filled.size();
                }
                all.put(member.id(), entries);
            }
            washed += washes.post(household, all, clock.instant());
            if (posting.full()) {
                appendTrades(posting, appended, washed);
                appended = 0;
                washed = 0;
            }
        }
        appendTrades(posting, appended, washed);
    }

    /** When a trade settles: as the calendar of the instrument says; of one that the firm no longer has, as that of the firm. */
    public static LocalDate settles(Firm firm, String symbol, LocalDate traded) {
        Instrument instrument = firm.instruments().get(symbol);
        return instrument == null
                ? SettlementCalendar.of(firm.calendars().standard()).settles(traded)
                : firm.calendars().settles(instrument, traded);
    }

    /**
     * Settles what is due by the business date of a run, account by account; a second time changes nothing.
     *
     * @return the money of sales that has arrived, by account
     */
    private Map<String, BigDecimal> settle(RunRecord run, BookId id, StandingBook book) {
        Map<String, BigDecimal> arrived = new HashMap<>();
        AccountPosting posting = new AccountPosting(books, id, run.id(), book.newest());
        for (String account : book.unsettled()) {
            List<BookedEntry> entries = posting.entries(account);
            List<LedgerEntry> due = SettlementEntries.due(
                    entries.stream().map(BookedEntry::entry).toList(),
                    run.date(),
                    run.id().value());
            if (!due.isEmpty()) {
                posting.decide(posting.state(entries), new BookEntries(due, clock.instant()));
                due.stream()
                        .flatMap(entry -> entry.postings().stream())
                        .filter(line -> line.account().type() == AccountType.RECEIVABLE)
                        .forEach(line -> arrived.merge(account, line.amount().negate(), BigDecimal::add));
            }
            if (posting.full()) {
                appendSettled(posting);
            }
        }
        appendSettled(posting);
        return arrived;
    }

    private void appendSettled(AccountPosting posting) {
        posting.append(Counted.of(posting.waiting(), "settlement") + " of trades", clock.instant());
    }

    private void appendTrades(AccountPosting posting, int fills, int washed) {
        posting.append(
                Counted.of(fills, "fill") + " of " + Counted.of(posting.waiting() - washed, "order") + " posted"
                        + (washed == 0 ? "" : ", and " + Counted.of(washed, "entry", "entries") + " of wash sales"),
                clock.instant());
    }

    /** Posts the fills of a run that is closed before its end; where there are none, nothing. */
    public void postTraded(RunRecord run) {
        if (!orders.fills(run.id()).isEmpty()) {
            post(run);
        }
    }

    /** Whether the trades of an account stand. All of them are posted at once, so one is enough to tell. */
    private static boolean posted(
            List<BookedEntry> entries, List<ParentOrder> parents, List<Fill> fills, AmendedTrades amended) {
        Map<String, RowSum> sums = sums(entries, parents);
        if (sums.isEmpty()) {
            return false;
        }
        Map<String, List<Fill>> byOrder = fills.stream().collect(Collectors.groupingBy(Fill::parentId));
        for (ParentOrder parent : parents) {
            List<Fill> filled = byOrder.getOrDefault(parent.id(), List.of());
            RowSum now = filled.isEmpty() ? null : RowSums.fills(filled);
            if (!amended.concerns(parent) && !Objects.equals(now, sums.get(parent.id()))) {
                throw Problem.refused("Expected the fills of " + parent.id()
                        + " to be those that were posted, but they differ; ./vesper books verify tells more");
            }
        }
        return true;
    }

    /** What vouches for the fills of those orders that were posted, taken back or not, by order. */
    private static Map<String, RowSum> sums(List<BookedEntry> entries, List<ParentOrder> parents) {
        Set<String> ids = parents.stream().map(ParentOrder::id).collect(Collectors.toSet());
        Map<String, RowSum> sums = new HashMap<>();
        for (BookedEntry booked : entries) {
            LedgerEntry entry = booked.entry();
            RowSum executions = entry.executions();
            if (executions != null && entry.kind().equals(EntryKind.TRADE) && ids.contains(entry.source())) {
                sums.put(entry.source(), executions);
            }
        }
        return sums;
    }
}
