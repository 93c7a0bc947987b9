package dev.vesper.desk.books;

import dev.vesper.basics.RunId;
import dev.vesper.books.AccountType;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.testing.FlowStory;
import dev.vesper.testing.MemoryOrderStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A book of many accounts that is made while it is read, so that whoever holds all of it holds it alone. Each account buys a
 * lot and sells it again, over and over; a trade has four lines and one fill.
 */
class LargeBook extends MemoryOrderStore implements Books {
    static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final Instant AT = Instant.parse("2018-01-01T20:00:00Z");
    private static final BigDecimal PRICE = new BigDecimal("10.00");

    private final String firm;
    private final int accounts;
    private final int days;
    private final int perDay;
    private final List<BookedEntry> appended = new ArrayList<>();

    /** @param perDay trades of each account on each day, an even number */
    LargeBook(String firm, int accounts, int days, int perDay) {
        this.firm = firm;
        this.accounts = accounts;
        this.days = days;
        this.perDay = perDay;
    }

    long lines() {
        return 2L * accounts + 4L * accounts * days * perDay;
    }

    List<RunRecord> runs() {
        return IntStream.range(0, days)
                .mapToObj(day -> new RunRecord(
                        run(day), FIRST.plusDays(day), firm, 7, false, RunStatus.DONE, AT.plusSeconds(86_400L * day)))
                .toList();
    }

    private static RunId run(int day) {
        return RunId.of(FIRST.plusDays(day), 1);
    }

    static String account(int number) {
        return number == 0 ? "A" : "A%03d".formatted(number);
    }

    private BookedEntry opening(int account) {
        LedgerEntry entry = LedgerEntry.of(
                EntryKind.OPENING,
                run(0) + "/" + account(account),
                account(account),
                FIRST,
                List.of(
                        Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, "USD"), new BigDecimal("1000000")),
                        Posting.of(LedgerAccount.money(AccountType.EQUITY, "USD"), new BigDecimal("-1000000"))),
                "");
        return new BookedEntry(account + 1L, AT, entry);
    }

    private static String order(int day, int account, int trade) {
        return run(day) + "-" + account + "x" + trade;
    }

    private Fill fill(int day, int account, int trade) {
        String order = order(day, account, trade);
        return new Fill(
                "LIT",
                "E-" + order,
                order + "-1",
                order,
                account(account),
                "ABC",
                trade % 2 == 0 ? Side.BUY : Side.SELL,
                BigDecimal.ONE,
                PRICE,
                BigDecimal.ZERO,
                36_000_000,
                FIRST.plusDays(day));
    }

    private BookedEntry trade(int day, int account, int trade) {
        LocalDate date = FIRST.plusDays(day);
        LotId lot = new LotId(account(account), "ABC", date, trade / 2 + 1);
        BigDecimal sign = trade % 2 == 0 ? BigDecimal.ONE : BigDecimal.ONE.negate();
        AccountType cash = trade % 2 == 0 ? AccountType.PAYABLE : AccountType.RECEIVABLE;
        LedgerEntry entry = new LedgerEntry(
                EntryKind.TRADE,
                order(day, account, trade),
                account(account),
                date,
                null,
                List.of(
                        Posting.of(LedgerAccount.lotUnits(lot), sign),
                        Posting.of(LedgerAccount.lotCost(lot, "USD"), PRICE.multiply(sign)),
                        Posting.of(
                                LedgerAccount.money(cash, "USD"),
                                PRICE.multiply(sign).negate()),
                        Posting.of(LedgerAccount.units(AccountType.TRANSIT, "ABC"), sign.negate())),
                "",
                RowSums.fills(List.of(fill(day, account, trade))),
                null);
        long sequence = accounts + ((long) day * accounts + account) * perDay + trade + 1;
        return new BookedEntry(sequence, AT, entry);
    }

    @Override
    public List<BookId> all() {
        return List.of(new BookId(firm, false));
    }

    @Override
    public void each(BookId book, Consumer<BookedEntry> each) {
        for (int account = 0; account < accounts; account++) {
            each.accept(opening(account));
        }
        for (int day = 0; day < days; day++) {
            for (int account = 0; account < accounts; account++) {
                for (int trade = 0; trade < perDay; trade++) {
                    each.accept(trade(day, account, trade));
                }
            }
        }
        appended.forEach(each);
    }

    @Override
    public List<BookedEntry> washSales(BookId book, RunId run) {
        return List.of();
    }

    @Override
    public List<BookedEntry> entries(BookId book, String name) {
        List<BookedEntry> entries = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            if (account(account).equals(name)) {
                entries.add(opening(account));
                for (int day = 0; day < days; day++) {
                    for (int trade = 0; trade < perDay; trade++) {
                        entries.add(trade(day, account, trade));
                    }
                }
            }
        }
        appended.stream().filter(entry -> entry.entry().account().equals(name)).forEach(entries::add);
        return entries;
    }

    @Override
    public Optional<BookedEntry> entry(BookId book, long number) {
        throw new UnsupportedOperationException("nothing is corrected here");
    }

    @Override
    public long newest(BookId book) {
        return accounts + (long) accounts * days * perDay + appended.size();
    }

    @Override
    public void check(BookId book) {
        each(book, _ -> {});
    }

    @Override
    public List<LedgerLine> lines(BookQuery query, long entry, int line, int most) {
        throw new UnsupportedOperationException("nobody reads lines here");
    }

    @Override
    public void append(BookId book, EntriesBooked entries, String actor, String subject, String detail, Instant at) {
        appended.addAll(entries.entries());
    }

    @Override
    public List<Fill> fills(RunId run) {
        List<Fill> fills = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (run(day).equals(run)) {
                for (int account = 0; account < accounts; account++) {
                    for (int trade = 0; trade < perDay; trade++) {
                        fills.add(fill(day, account, trade));
                    }
                }
            }
        }
        return fills;
    }

    /** Gives a flow to such a book, and verifies it; says how large it was and how much was allocated. */
    public static void main(String[] sizes) {
        FlowStory story = new FlowStory(false, "100000");
        LargeBook book = new LargeBook(
                story.book.firm(), Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
        book.runs().forEach(run -> story.memory.runs.put(run.id(), run));
        BookFlows flows = new BookFlows(
                book, story.memory.eventLog, story.memory, _ -> story.firm, _ -> List.of(), () -> FlowStory.NOON);
        String day = FIRST.plusDays(book.days).toString();
        FlowState cash = flows.record(
                        story.book,
                        FlowStory.words(
                                "id",
                                "D-1",
                                "kind",
                                "deposit",
                                "date",
                                FIRST.toString(),
                                "account",
                                "A",
                                "amount",
                                "5",
                                "currency",
                                "USD"),
                        "alice")
                .state();
        FlowState lots = flows.record(
                        story.book,
                        FlowStory.words(
                                "id",
                                "T-1",
                                "kind",
                                "transfer-in",
                                "date",
                                FIRST.toString(),
                                "account",
                                "A",
                                "symbol",
                                "ABC",
                                "units",
                                "2",
                                "cost",
                                "20",
                                "acquired",
                                day.replace("2018", "2017"),
                                "currency",
                                "USD"),
                        "alice")
                .state();
        BookCheck check =
                new VerifyBooks(book, story.memory, book, story.memory.eventLog).verify(BookQuery.all(story.book));
        long allocated = ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
        System.out.println(book.lines() + " lines, flows " + cash.word() + " and " + lots.word() + ", "
                + check.entries() + " entries verified, faults " + check.first() + "; allocated "
                + allocated / 1_000_000 + " MB");
    }
}
