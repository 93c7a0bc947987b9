package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.AccountType;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.Posting;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.portfolio.Account;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The books as they are stored: appended, vouched for, and never changed. */
abstract class BooksCases extends StoreCases {
    private static final BookId REAL = new BookId(Sample.FIRM, false);
    private static final BookId REHEARSAL = new BookId(Sample.FIRM, true);
    private static final RunId RUN = RunId.of(Sample.DATE, 1);

    @Test
    void entriesAreReadAsTheyWereWritten() {
        List<BookedEntry> day = day();
        books.append(REAL, new EntriesBooked(day), RUN, "a day", Sample.NOON);
        reopen();
        assertEquals(day, books.entries(REAL));
        assertEquals(List.of(REAL), books.all());
        assertEquals(AuditAction.BOOKS_POSTED, audit.rows().getFirst().action());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void theWashSalesOfARunAreThoseItsSourceNames() {
        List<BookedEntry> day = new ArrayList<>(day());
        for (RunId run : List.of(RUN, RunId.of(Sample.DATE, 2), RUN)) {
            LedgerEntry flow = flow(day.size() + 1, "5").entry();
            day.add(new BookedEntry(
                    day.size() + 1,
                    Sample.NOON,
                    LedgerEntry.of(
                            EntryKind.WASH_SALE,
                            run + " sale " + day.size(),
                            flow.account(),
                            flow.effective(),
                            flow.postings(),
                            "")));
        }
        books.append(REAL, new EntriesBooked(day), RUN, "a day", Sample.NOON);
        assertEquals(List.of(day.get(3), day.get(5)), books.washSales(REAL, RUN));
        assertEquals(List.of(), books.washSales(REHEARSAL, RUN));
    }

    /** Whoever wants entry 1 asks for what comes after entry 0, of which there is none. */
    @Test
    void whatComesAfterAnEntryThatIsNotThereBeginsWithTheNext() {
        books.append(REAL, new EntriesBooked(day()), RUN, "a day", Sample.NOON);
        assertEquals(
                1, books.lines(BookQuery.all(REAL), 0, 1_000_000, 1).getFirst().entry());
        assertEquals(
                2, books.lines(BookQuery.all(REAL), 1, 1_000_000, 1).getFirst().entry());
    }

    @Test
    void theSameEntriesAgainChangeNothing() {
        EntriesBooked day = new EntriesBooked(day());
        books.append(REAL, day, RUN, "a day", Sample.NOON);
        books.append(REAL, day, RUN, "a day", Sample.NOON);
        assertEquals(3, books.entries(REAL).size());
        assertEquals(1, audit.rows().size());
    }

    @Test
    void aRehearsalHasABookOfItsOwn() {
        books.append(REAL, new EntriesBooked(day()), RUN, "a day", Sample.NOON);
        books.append(REHEARSAL, new EntriesBooked(day().subList(0, 1)), RUN, "a rehearsal", Sample.NOON);
        assertEquals(3, books.entries(REAL).size());
        assertEquals(1, books.entries(REHEARSAL).size());
        assertEquals(List.of(REAL, REHEARSAL), books.all());
        assertTrue(audit.rows().getLast().rehearsal());
    }

    @Test
    void whatWasDecidedOnAnOlderBookIsRefused() {
        books.append(REAL, new EntriesBooked(day().subList(0, 2)), RUN, "a day", Sample.NOON);
        EntriesBooked stale = new EntriesBooked(List.of(flow(1, "5")));
        assertThrows(Problem.class, () -> books.append(REAL, stale, RUN, "", Sample.NOON));
        EntriesBooked ahead = new EntriesBooked(List.of(flow(4, "5")));
        assertThrows(Problem.class, () -> books.append(REAL, ahead, RUN, "", Sample.NOON));
        assertEquals(2, books.entries(REAL).size());
        assertEquals(1, audit.rows().size(), "nothing of the refused ones is kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set effective = date '2018-04-10'",
                "delete from ledger_entry",
                "update ledger_posting set amount = 0",
                "delete from ledger_posting"
            })
    void theDatabaseRefusesToChangeAnEntry(String change) {
        books.append(REAL, new EntriesBooked(day()), RUN, "a day", Sample.NOON);
        SQLException refused = assertThrows(SQLException.class, () -> sql(change));
        assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger_posting set amount = amount + 1 where sequence = 2 and line = 1
            update ledger_posting set lot = 'ACC1/IBM/2017-05-03/1' where lot = 'ACC1/IBM/2017-05-02/1'
            update ledger_posting set account_type = 'nobody' where sequence = 2 and line = 1
            update ledger_entry set effective = date '2018-04-10' where sequence = 3
            update ledger_entry set memo = 'mine' where sequence = 1
            update ledger_entry set first_line = 1 where sequence = 2
            update ledger_entry set lines = lines - 1 where sequence = 3
            delete from ledger_posting where sequence = 3
            insert into ledger_entry select book, 4, kind, 'x', account, effective, settles, booked, memo, null, null, null, first_line, lines from ledger_entry where sequence = 3
            """)
    void aForgedRowIsFoundByTheAuditAndByWhoReadsIt(String forgery) throws SQLException {
        books.append(REAL, new EntriesBooked(day()), RUN, "a day", Sample.NOON);
        sql(dropTrigger("ledger_entry"));
        sql(dropTrigger("ledger_posting"));
        sql(forgery);
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(faults.stream().anyMatch(f -> f.message().contains(REAL.value())), faults::toString);
        assertThrows(RuntimeException.class, () -> books.entries(REAL));
        assertThrows(RuntimeException.class, () -> books.check(REAL));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void aPageAtATimeIsTheWholeLedger(int most) {
        List<BookedEntry> day = day();
        books.append(REAL, new EntriesBooked(day.subList(0, 1)), RUN, "a day", Sample.NOON);
        books.append(REAL, new EntriesBooked(day.subList(1, 3)), RUN, "a day", Sample.NOON);
        books.check(REAL);
        assertEquals(3, books.newest(REAL));
        assertEquals(0, books.newest(REHEARSAL));
        for (BookQuery asked : List.of(
                BookQuery.all(REAL),
                new BookQuery(Sample.FIRM, false, Sample.DATE, null, 0),
                new BookQuery(Sample.FIRM, false, null, Sample.NOON, 0),
                new BookQuery(Sample.FIRM, false, null, null, 2))) {
            List<LedgerLine> read = new ArrayList<>();
            List<LedgerLine> page = books.lines(asked, 0, 0, most);
            while (!page.isEmpty()) {
                assertTrue(page.size() <= most);
                read.addAll(page);
                page = books.lines(asked, read.getLast().entry(), read.getLast().line(), most);
            }
            assertEquals(LedgerLine.of(day.stream().filter(asked::counts).toList()), read, asked::toString);
        }
    }

    /** More than one page, appended in parts: each part has its event, and one account is read alone. */
    @Test
    void aLargeBookIsReadPageByPage() throws SQLException {
        List<BookedEntry> all = new ArrayList<>();
        for (int i = 1; i <= 2_345; i++) {
            all.add(flow(i, Integer.toString(i), i % 7 == 0 ? "ACC2" : "ACC1"));
        }
        for (int from = 0; from < all.size(); from += 800) {
            EntriesBooked part = new EntriesBooked(all.subList(from, Math.min(from + 800, all.size())));
            books.append(REAL, part, RUN, "a part", Sample.NOON);
            books.append(REAL, part, RUN, "a part", Sample.NOON);
        }
        reopen();
        assertEquals(all, books.entries(REAL));
        assertEquals(
                all.stream().filter(e -> e.entry().account().equals("ACC2")).toList(), books.entries(REAL, "ACC2"));
        assertEquals(List.of(), books.entries(REAL, "ACC3"));
        assertEquals(all.get(1233), books.entry(REAL, 1234).orElseThrow());
        assertEquals(Optional.empty(), books.entry(REAL, 2346));
        assertEquals(Optional.empty(), books.entry(REHEARSAL, 1));
        assertEquals(3, audit.rows().size());
        assertEquals(List.of(), audit.verify());
        sql(dropTrigger("ledger_posting"));
        sql("update ledger_posting set amount = -amount where sequence = 1700");
        BrokenHistory altered = assertThrows(BrokenHistory.class, () -> books.entries(REAL));
        assertTrue(altered.getMessage().contains("entries 1601 to 2345"), altered.getMessage());
    }

    @Test
    void aCutTailIsFound() throws SQLException {
        books.append(REAL, new EntriesBooked(day().subList(0, 2)), RUN, "a day", Sample.NOON);
        books.append(REAL, new EntriesBooked(day().subList(2, 3)), RUN, "a flow", Sample.NOON);
        sql(dropTrigger("ledger_entry"));
        sql(dropTrigger("ledger_posting"));
        sql(dropTrigger("event"));
        sql("delete from ledger_posting where sequence = 3");
        sql("delete from ledger_entry where sequence = 3");
        sql("delete from event where sequence = 2");
        assertTrue(audit.verify().stream().anyMatch(f -> f.message().contains("is missing")));
        assertThrows(BrokenHistory.class, () -> books.entries(REAL));
    }

    /** An account opens with two lots, trades and gets money; numbers and letters are awkward ones. */
    private static List<BookedEntry> day() {
        List<BookedEntry> entries = new ArrayList<>();
        Account account = new Account("ACC1", "Müller", Money.of(Sample.n("1000.55"), "USD"), "equal");
        LedgerEntry opened = OpeningEntries.of(
                        List.of(account), Sample.lots(), Sample.DATE, RUN.value(), "müller & söhne \uD83D\uDE00")
                .getFirst();
        entries.add(new BookedEntry(1, Sample.NOON, opened));
        LedgerEntry trade = new LedgerEntry(
                EntryKind.TRADE,
                "2018-04-11-001-0001",
                "ACC1",
                Sample.DATE,
                Sample.DATE.plusDays(2),
                opened.postings(),
                "",
                new RowSum(7, "a".repeat(64)),
                null);
        entries.add(new BookedEntry(2, Sample.NOON.plusSeconds(1), trade));
        entries.add(new BookedEntry(
                3, Sample.NOON.plusSeconds(2), trade.reversal(Sample.DATE.plusDays(1), "the price was wrong")));
        return entries;
    }

    private static BookedEntry flow(long sequence, String amount) {
        return flow(sequence, amount, "ACC1");
    }

    private static BookedEntry flow(long sequence, String amount, String account) {
        Posting cash = Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, "USD"), Sample.n(amount));
        Posting equity = Posting.of(
                LedgerAccount.money(AccountType.EQUITY, "USD"), Sample.n(amount).negate());
        return new BookedEntry(
                sequence,
                Sample.NOON,
                LedgerEntry.of(new EntryKind("flow"), amount, account, Sample.DATE, List.of(cash, equity), ""));
    }
}
