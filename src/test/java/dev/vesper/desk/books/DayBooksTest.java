package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.AccountType;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.BooksVerifier;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.wash.DisallowedLoss;
import dev.vesper.books.wash.WashVerifier;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.state.Execution;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryBooks;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SliceSaves;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The firm's days after each other: each opens where the last one closed, and what was traded is posted once. */
class DayBooksTest {
    /** The trade date of fills; null for those of runs from before there were dates. */
    private @Nullable LocalDate session;

    /** The lot that sales take from. */
    private String soldFrom = OLD;

    /** Who trades. */
    private String account = "ANNA";

    private static final LocalDate MONDAY = SmallFirm.DATE;
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");
    private static final String OLD = "ANNA/S00/2017-05-02/1";

    private final Memory memory = new Memory();
    private final MemoryBooks books = new MemoryBooks();
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final DayBooks desk =
            new DayBooks(books, memory, memory, memory.orders, inputs, () -> EVENING, ForkJoinPool.commonPool());

    @Test
    void theFirstDayOpensWithTheFilesAndTheNextWhereItClosed() {
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"), sell("40", "20.10", "0.03"));
        OpeningBook tuesday = desk.opening(next(TUESDAY, false)).orElseThrow();
        assertEquals(
                Money.of(new BigDecimal("10530.92"), "USD"),
                tuesday.cash().get("ANNA"),
                "10,000 - 273.00 - 0.05 + 804.00 - 0.03");
        assertEquals(Money.of(new BigDecimal("5000"), "USD"), tuesday.cash().get("BEN"));
        assertEquals(
                List.of(
                        new TaxLot(OLD, "ANNA", "S00", number("60"), number("15"), LocalDate.of(2017, 5, 2)),
                        new TaxLot("ANNA/S01/" + MONDAY + "/1", "ANNA", "S01", number("10"), number("27.305"), MONDAY)),
                tuesday.lots());
        assertEquals(
                List.of(monday.id() + " 2 accounts opened from the files", monday.id() + " 2 fills of 2 orders posted"),
                books.told);
    }

    /** Decided at Monday's close, traded on Tuesday: lots are Tuesday's, and so is what the entries count from. */
    @Test
    void tradesCountFromTheSessionTheyWereMadeIn() {
        session = TUESDAY;
        traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"), sell("40", "20.10", "0.03"));
        OpeningBook opening = desk.opening(next(TUESDAY, false)).orElseThrow();
        assertEquals(
                List.of("ANNA/S00/2017-05-02/1", "ANNA/S01/" + TUESDAY + "/1"),
                opening.lots().stream().map(TaxLot::id).toList());
        assertEquals(
                List.of("opening " + MONDAY, "opening " + MONDAY, "trade " + TUESDAY, "trade " + TUESDAY),
                entries(false).stream()
                        .map(booked ->
                                booked.entry().kind() + " " + booked.entry().effective())
                        .toList());
        desk.admit(inputs.folder, TUESDAY, false, false);
        refused(MONDAY, false, false, "already");
        session = TUESDAY.plusDays(1);
        traded(TUESDAY, false, buy("S01", "1", "27.30", "0"));
        desk.admit(inputs.folder, TUESDAY.plusDays(1), false, false);
    }

    @Test
    void aDayOfAClosedPeriodIsNotOpened() {
        traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        BookId book = new BookId(inputs.folder.folder().toString(), false);
        LedgerEntry close = LedgerEntry.of(
                EntryKind.CLOSE, "CL", LedgerEntry.EVERY_ACCOUNT, TUESDAY, List.of(), "closed up to Tuesday");
        books.append(
                book,
                new EntriesBooked(List.of(new BookedEntry(books.newest(book) + 1, EVENING, close))),
                RunId.of(TUESDAY, 1),
                "closed",
                EVENING);
        refused(TUESDAY, false, false, "are closed");
        desk.admit(inputs.folder, TUESDAY.plusDays(1), false, false);
    }

    /** Traded on Thursday, settled on Monday: two days in 2018, over a weekend. */
    @Test
    void whatIsDueIsSettledAtTheOpeningOnce() {
        session = LocalDate.of(2018, 4, 12);
        traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        LocalDate monday = LocalDate.of(2018, 4, 16);
        assertEquals(monday, entries(false).getLast().entry().settles());
        int booked = entries(false).size();
        RunRecord friday = next(LocalDate.of(2018, 4, 13), false);
        Money cash = desk.opening(friday).orElseThrow().cash().get("ANNA");
        assertEquals(booked, entries(false).size(), "not yet due");
        assertEquals(
                cash, desk.opening(next(monday, false)).orElseThrow().cash().get("ANNA"));
        assertEquals(booked + 1, entries(false).size());
        assertEquals("settlement " + monday, kind(entries(false).getLast()));
        assertEquals("2018-04-16-900 1 settlement of trades", books.told.getLast());
        desk.opening(next(monday, false));
        desk.opening(next(monday.plusDays(1), false));
        assertEquals(booked + 1, entries(false).size(), "once");
    }

    /** What is rehearsed again takes its settlements back with it, and they are due again at the next opening. */
    @Test
    void settlementsOfWhatIsRehearsedAgainAreTakenBack() {
        session = TUESDAY;
        traded(MONDAY, true, buy("S01", "10", "27.30", "0.05"));
        LocalDate due = entries(true).getLast().entry().settles();
        OpeningBook before = desk.opening(next(due, true)).orElseThrow();
        session = due.plusDays(1);
        traded(due, true, buy("S01", "1", "27.30", "0"));
        desk.admit(inputs.folder, due, true, true);
        assertEquals(before, desk.opening(next(due.plusDays(1), true)).orElseThrow());
        assertEquals("settlement " + due, kind(entries(true).getLast()));
        desk.admit(inputs.folder, MONDAY, true, true);
        assertEquals(
                List.of(),
                Balances.of(entries(true).stream().map(BookedEntry::entry).toList())
                        .lines());
    }

    private static String kind(BookedEntry booked) {
        return booked.entry().kind() + " " + booked.entry().effective();
    }

    /** Held for a year and a day when it is sold, though not when that was decided. */
    @Test
    void aGainIsLongByTheDayOfTheTrade() {
        session = LocalDate.of(2018, 5, 3);
        traded(LocalDate.of(2018, 5, 2), false, sell("40", "20.10", "0.03"));
        assertTrue(
                entries(false).getLast().entry().postings().stream()
                        .anyMatch(posting -> posting.account().type() == AccountType.GAIN_LONG),
                entries(false).toString());
    }

    /** What Monday decided was traded on Tuesday; taking Tuesday back leaves it. */
    @Test
    void whatIsRehearsedAgainLeavesTheDayBeforeAlone() {
        session = TUESDAY;
        traded(MONDAY, true, buy("S01", "10", "27.30", "0.05"));
        OpeningBook before = desk.opening(next(TUESDAY, true)).orElseThrow();
        session = TUESDAY.plusDays(1);
        traded(TUESDAY, true, buy("S01", "5", "27.40", "0.01"));
        desk.admit(inputs.folder, TUESDAY, true, true);
        assertEquals(before, desk.opening(next(TUESDAY, true)).orElseThrow());
        traded(TUESDAY, true, buy("S01", "6", "27.40", "0.01"));
        desk.admit(inputs.folder, TUESDAY.plusDays(1), true, false);
        desk.admit(inputs.folder, MONDAY, true, true);
        assertTrue(desk.opening(next(MONDAY, true)).isEmpty());
    }

    /** Files as of Monday do not know what was traded on Tuesday. */
    @Test
    void filesOfTheDayThatDecidedDoNotKnowItsTrades() {
        session = TUESDAY;
        inputs.folder = with(new BookKeeping.Files(MONDAY));
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        refused(TUESDAY, false, false, "Run " + monday.id() + " traded " + TUESDAY + ", but accounts.csv");
        inputs.folder = with(new BookKeeping.Files(TUESDAY));
        desk.admit(inputs.folder, TUESDAY, false, false);
    }

    /** What was sold is on its way until its settlement; what was bought is spent at once. */
    @Test
    void theDaySaysWhatOfTheCashIsOnItsWay() {
        session = TUESDAY;
        traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"), sell("40", "20.10", "0.03"));
        LocalDate due = entries(false).getLast().entry().settles();
        OpeningBook before = desk.opening(next(TUESDAY, false)).orElseThrow();
        assertEquals(number("803.97"), before.onItsWay("ANNA"));
        assertEquals(BigDecimal.ZERO, before.onItsWay("BEN"));
        OpeningBook after = desk.opening(next(due, false)).orElseThrow();
        assertEquals(before.cash(), after.cash());
        assertEquals(BigDecimal.ZERO, after.onItsWay("ANNA"));
    }

    /** What Anna sells at a loss and Ben buys the day after: her loss joins what his units cost, and is posted once. */
    @Test
    void whatOneOfAHouseholdReplacesIsPostedToItsBasis() {
        inputs.folder = withHousehold();
        traded(MONDAY, false, sell("40", "10", "0"));
        account = "BEN";
        RunRecord tuesday = traded(TUESDAY, false, buy("S00", "25", "11", "0.05"));
        assertEquals(tuesday.id() + " 1 fill of 1 order posted, and 2 entries of wash sales", books.told.getLast());
        List<BookedEntry> once = entries(false);
        desk.post(tuesday);
        assertEquals(once, entries(false));
        List<TaxLot> bens = desk.opening(next(TUESDAY.plusDays(1), false)).orElseThrow().lots().stream()
                .filter(lot -> lot.account().equals("BEN"))
                .toList();
        assertEquals(
                List.of(new TaxLot(
                        "BEN/S00/" + TUESDAY + "/1.1+344",
                        "BEN",
                        "S00",
                        number("25"),
                        number("16.002"),
                        TUESDAY,
                        TUESDAY.minusDays(344))),
                bens,
                "275.05 and 125.00 of the loss; Anna's were held from 2017-05-02");
        assertEquals(List.of(), WashVerifier.verify(once));
        DisallowedLoss told = books.washSales(book(false), tuesday.id()).stream()
                .flatMap(booked -> DisallowedLoss.of(booked.entry()).stream())
                .reduce((one, other) -> {
                    throw new AssertionError("one of the two entries tells of the loss");
                })
                .orElseThrow();
        assertEquals(
                new DisallowedLoss(
                        once.get(2).entry().source(),
                        LotId.of(OLD),
                        LotId.of("BEN/S00/" + TUESDAY + "/1.1+344"),
                        number("25"),
                        number("125"),
                        false),
                told);
        ReadBooks read = new ReadBooks(
                books, new VerifyBooks(books, memory, memory.orders, memory.eventLog), _ -> inputs.folder);
        List<WashFlag> flags = read.flags(BookQuery.all(book(false)), "", 10);
        assertEquals(
                List.of(new WashFlag(
                        "smith",
                        "ANNA",
                        "S00",
                        OLD,
                        once.get(2).entry().source(),
                        MONDAY,
                        number("15"),
                        number("75"),
                        "USD",
                        MONDAY.plusDays(30))),
                flags,
                "15 of the 40 are not replaced yet");
        assertEquals(
                List.of(),
                read.flags(BookQuery.all(book(false)), flags.getFirst().id(), 10));
        BookQuery later = new BookQuery(book(false).firm(), false, MONDAY.plusDays(31), null, 0);
        assertEquals(List.of(), read.flags(later, "", 10), "30 days after the sale it ends");
    }

    /** A purchase that a file tells of, on a day without orders, replaces as well. */
    @Test
    void aDayWithoutOrdersLooksAtEarlierLosses() {
        inputs.folder = withHousehold();
        traded(MONDAY, false, sell("40", "10", "0"));
        LotId lot = new LotId("BEN", "S00", TUESDAY, 1);
        LedgerEntry in = LedgerEntry.of(
                new EntryKind("transfer-in"),
                "T-1/BEN",
                "BEN",
                TUESDAY,
                List.of(
                        Posting.of(LedgerAccount.lotUnits(lot), number("5")),
                        Posting.of(LedgerAccount.units(AccountType.CUSTODY, "S00"), number("-5")),
                        Posting.of(LedgerAccount.lotCost(lot, "USD"), number("55")),
                        Posting.of(LedgerAccount.money(AccountType.FLOWS, "USD"), number("-55"))),
                "");
        books.append(
                book(false),
                new EntriesBooked(List.of(new BookedEntry(entries(false).size() + 1, EVENING, in))),
                "erin",
                "T-1",
                "",
                EVENING);
        traded(TUESDAY, false);
        assertEquals("wash-sale", entries(false).getLast().entry().kind().word());
        assertEquals(List.of(), WashVerifier.verify(entries(false)));
    }

    private static Firm withHousehold() {
        Firm firm = SmallFirm.firm();
        return new Firm(
                firm.folder(),
                firm.pricesFile(),
                firm.settings(),
                firm.calendars(),
                firm.instruments(),
                firm.accounts().stream()
                        .map(one -> new Account(
                                one.id(),
                                one.name(),
                                one.cash(),
                                one.strategy(),
                                new AccountTerms("smith", false, AccountTerms.Spends.TRADED)))
                        .toList(),
                firm.lots(),
                firm.venues(),
                firm.warnings());
    }

    @Test
    void postedTwiceIsPostedOnce() {
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        List<BookedEntry> once = entries(false);
        desk.post(monday);
        assertEquals(once, entries(false));
    }

    /** A person's deposit comes between what a day decides and what it appends: both are booked. */
    @Test
    void aDayIsPostedThoughAFlowComesBetween() {
        RunRecord monday = prepared(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        for (int i = 0; i < 2; i++) {
            books.meanwhile = () -> {
                LedgerEntry deposit = LedgerEntry.of(
                        new EntryKind("deposit"),
                        "D-" + books.newest(book(false)) + "/BEN",
                        "BEN",
                        MONDAY,
                        List.of(
                                Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, "USD"), BigDecimal.ONE),
                                Posting.of(LedgerAccount.money(AccountType.FLOWS, "USD"), BigDecimal.ONE.negate())),
                        "");
                books.append(
                        book(false),
                        new EntriesBooked(List.of(new BookedEntry(books.newest(book(false)) + 1, EVENING, deposit))),
                        "alice",
                        "flow/D",
                        "",
                        EVENING);
            };
            desk.post(monday);
        }
        desk.post(monday);
        assertEquals(
                List.of("deposit", "opening", "opening", "trade"),
                entries(false).stream()
                        .map(booked -> booked.entry().kind().word())
                        .toList());
    }

    /** A kill between the two appends: the accounts are opened, the trades follow. */
    @Test
    void aDayThatWasKilledWhilePostingIsPostedWhole() {
        RunRecord monday = prepared(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        MemoryBooks half = new MemoryBooks();
        half.meanwhile = () -> half.meanwhile = () -> half.fails = true; // the second append
        DayBooks dying =
                new DayBooks(half, memory, memory, memory.orders, inputs, () -> EVENING, ForkJoinPool.commonPool());
        assertThrows(IllegalStateException.class, () -> dying.post(monday));
        half.fails = false;
        new DayBooks(
                        half,
                        memory,
                        memory,
                        memory.orders,
                        inputs,
                        () -> EVENING.plusSeconds(60),
                        ForkJoinPool.commonPool())
                .post(monday);
        desk.post(monday);
        assertEquals(
                entries(false).stream().map(BookedEntry::entry).toList(),
                half.entries(book(false)).stream().map(BookedEntry::entry).toList());
    }

    @Test
    void fillsThatAreNotThePostedOnesAreRefused() {
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        book(monday, 1, buy("S01", "1", "27.30", "0.05"), "E9");
        Problem refused = assertThrows(Problem.class, () -> desk.post(monday));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains(monday.id() + "-0000"), refused.getMessage());
    }

    /** After Monday was posted the venue takes back the purchase, corrects the sale and tells a fill of the third order. */
    @Test
    void whatVenuesAmendAfterTheyWerePostedIsBookedBeforeTheNextDay() {
        RunRecord monday = traded(
                MONDAY,
                false,
                buy("S01", "10", "27.30", "0.05"),
                sell("40", "20.10", "0.03"),
                buy("S01", "5", "27", "0"));
        List<BookedEntry> posted = entries(false);
        amend(monday, 0, new LateReport.Bust("E0", "E0.x"));
        amend(monday, 1, new LateReport.Correction("E1", told("E1.c", "30", "20.20")));
        amend(monday, 2, new LateReport.LateFill(told("L2", "2", "26")));
        assertEquals(
                List.of(
                        "the fills of " + monday.id() + "-0000 stand otherwise than they are booked: a venue amended"
                                + " them after they were posted",
                        "the fills of " + monday.id() + "-0001 stand otherwise than they are booked: a venue amended"
                                + " them after they were posted",
                        "the fills of " + monday.id() + "-0002 stand otherwise than they are booked: a venue amended"
                                + " them after they were posted"),
                faults());
        RunRecord tuesday = traded(TUESDAY, false);
        assertEquals(List.of(), faults());
        List<BookedEntry> after = entries(false);
        assertEquals(
                List.of(
                        "reversal bust:LIT/" + MONDAY + "/E0",
                        "reversal correction:LIT/" + MONDAY + "/E1",
                        "amended-trade sold 30 S00 for 606, fees 0",
                        "reversal late-fill:LIT/" + MONDAY + "/L2",
                        "amended-trade bought 7 S01 for 187, fees 0"),
                after.subList(posted.size(), after.size()).stream()
                        .map(booked ->
                                booked.entry().kind() + " " + booked.entry().memo())
                        .toList());
        OpeningBook wednesday = desk.opening(next(TUESDAY, false)).orElseThrow();
        assertEquals(
                Money.of(new BigDecimal("10419"), "USD"),
                wednesday.cash().get("ANNA"),
                "10,000 + 30 sold at 20.20 - 5 at 27 and 2 at 26");
        assertEquals(
                List.of("S00 70", "S01 7"),
                wednesday.lots().stream()
                        .map(lot -> lot.symbol() + " " + lot.quantity())
                        .toList());
        desk.post(monday);
        desk.post(tuesday);
        assertEquals(after, entries(false), "once");
        LocalDate due = after.getLast().entry().settles();
        assertEquals(
                wednesday.cash(), desk.opening(next(due, false)).orElseThrow().cash());
        assertEquals(List.of(), faults());
    }

    @Test
    void whatVenuesAmendBeforeItIsPostedIsPostedAsItStands() {
        RunRecord monday = prepared(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        amend(monday, 0, new LateReport.Correction("E0", told("E0.c", "9", "27")));
        desk.post(monday);
        memory.status(monday.id(), RunStatus.DONE);
        assertEquals(
                "bought 9 S01 for 243, fees 0", entries(false).getLast().entry().memo());
        amend(monday, 0, new LateReport.Bust("E0.c", "E0.x"));
        desk.post(monday);
        assertEquals(EntryKind.REVERSAL, entries(false).getLast().entry().kind());
        desk.post(monday);
        assertEquals(4, entries(false).size());
        amend(monday, 0, new LateReport.LateFill(told("E1", "3", "27")));
        desk.post(monday);
        assertEquals(
                "bought 3 S01 for 81, fees 0", entries(false).getLast().entry().memo());
        assertEquals(List.of(), faults());
    }

    /** A person takes the purchase back; what the venue tells of it after that is for a person too. */
    @Test
    void whatAPersonTookBackIsNotBookedAgain() {
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        LedgerEntry trade = entries(false).getLast().entry();
        BookedEntry back =
                new BookedEntry(entries(false).size() + 1, EVENING, trade.reversal(trade.effective(), "R-1: wrong"));
        books.append(book(false), new EntriesBooked(List.of(back)), "alice", "flow/R-1", "", EVENING);
        amend(monday, 0, new LateReport.Correction("E0", told("E0.c", "9", "27")));
        List<BookedEntry> before = entries(false);
        List<String> questions = desk.post(prepared(TUESDAY, false));
        assertTrue(questions.getFirst().contains("taken back by a person"), questions::toString);
        assertEquals(before, entries(false));
    }

    /** Monday's purchase was sold in part on Tuesday when the venue takes it back: a person takes the sale back first. */
    @Test
    void whatLaterTradesHangOnIsForAPerson() {
        session = TUESDAY;
        RunRecord monday = traded(MONDAY, false, buy("S00", "10", "27.30", "0.05"));
        String lot = "ANNA/S00/" + TUESDAY + "/1";
        soldFrom = lot;
        session = TUESDAY.plusDays(1);
        traded(TUESDAY, false, sell("4", "20.10", "0.03"));
        amend(monday, 0, new LateReport.Bust("E0", "E0.x"));
        List<BookedEntry> before = entries(false);
        RunRecord wednesday = prepared(TUESDAY.plusDays(1), false);
        List<String> questions = desk.post(wednesday);
        assertEquals(1, questions.size(), questions::toString);
        assertTrue(questions.getFirst().contains(lot), questions::toString);
        assertEquals(before, entries(false), "nothing is booked half");
        assertEquals(1, faults().size(), "and verify names it");
    }

    @Test
    void whatHasSettledIsForAPerson() {
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        LocalDate due = entries(false).getLast().entry().settles();
        desk.opening(next(due, false));
        amend(monday, 0, new LateReport.Bust("E0", "E0.x"));
        List<String> questions = desk.post(prepared(due, false));
        assertTrue(questions.getFirst().contains("it did on " + due), questions::toString);
    }

    private void amend(RunRecord run, int order, LateReport report) {
        ChildOrder child = memory.orders.children(run.id()).get(order);
        SliceSaves.amend(memory.orders, run.id(), child, account, report);
    }

    private static Execution told(String id, String quantity, String price) {
        return new Execution(id, number(quantity), number(price), BigDecimal.ZERO, 36_000_100);
    }

    private List<String> faults() {
        return new VerifyBooks(books, memory, memory.orders, memory.eventLog)
                .verify(BookQuery.all(book(false))).first().stream()
                        .map(BooksVerifier.Fault::message)
                        .toList();
    }

    @Test
    void aDateIsTradedOnceAndTheBooksDoNotGoBack() {
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        refused(MONDAY, false, false, "Run " + monday.id() + " traded " + MONDAY + " already");
        refused(MONDAY.minusDays(1), false, false, "which stand at " + MONDAY);
        desk.admit(inputs.folder, TUESDAY, false, false);
        Problem usage = assertThrows(Problem.class, () -> desk.admit(inputs.folder, MONDAY, false, true));
        assertEquals(Problem.Kind.INPUT, usage.kind());
        assertTrue(usage.getMessage().contains("none"), usage.getMessage());
    }

    @Test
    void aRehearsalNeverTouchesTheRealBook() {
        RunRecord rehearsal = traded(MONDAY, true, buy("S01", "10", "27.30", "0.05"));
        assertEquals(List.of(book(true)), books.all());
        desk.admit(inputs.folder, MONDAY, false, false);
        assertTrue(desk.opening(next(MONDAY, false)).isEmpty());
        refused(MONDAY, true, false, "Run " + rehearsal.id() + " rehearsed");
    }

    @Test
    void aRehearsalIsRepeatedFromWhereTheDayBeforeClosed() {
        traded(MONDAY, true, buy("S01", "10", "27.30", "0.05"));
        OpeningBook before = desk.opening(next(TUESDAY, true)).orElseThrow();
        traded(TUESDAY, true, buy("S01", "5", "27.40", "0.01"));
        desk.admit(inputs.folder, TUESDAY, true, true);
        assertEquals(before, desk.opening(next(TUESDAY, true)).orElseThrow());
        traded(TUESDAY, true, buy("S01", "7", "27.50", "0.01"));
        desk.admit(inputs.folder, MONDAY, true, true);
        assertTrue(desk.opening(next(MONDAY, true)).isEmpty(), "the files open the rehearsals' book anew");
        Balances nothing =
                Balances.of(entries(true).stream().map(BookedEntry::entry).toList());
        assertEquals(List.of(), nothing.lines(), "all was taken back");
        traded(MONDAY, true, buy("S01", "1", "27.30", "0"));
        assertEquals(
                Money.of(new BigDecimal("9972.7"), "USD"),
                desk.opening(next(TUESDAY, true)).orElseThrow().cash().get("ANNA"));
    }

    @Test
    void aNewAccountIsOpenedByTheFilesAndTheOthersAreNot() {
        traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        inputs.folder = withCarl();
        RunRecord tuesday = traded(TUESDAY, false);
        assertEquals(tuesday.id() + " 1 account opened from the files", books.told.getLast());
        OpeningBook wednesday = desk.opening(next(TUESDAY.plusDays(1), false)).orElseThrow();
        assertEquals(Money.of(number("77"), "USD"), wednesday.cash().get("CARL"));
        assertEquals(Money.of(number("9726.95"), "USD"), wednesday.cash().get("ANNA"));
    }

    private static Firm withCarl() {
        Firm firm = SmallFirm.firm();
        List<Account> accounts = new ArrayList<>(firm.accounts());
        accounts.add(new Account("CARL", "Carl", Money.of(number("77"), "USD"), "equal"));
        return new Firm(
                firm.folder(),
                firm.pricesFile(),
                firm.settings(),
                firm.calendars(),
                firm.instruments(),
                accounts,
                firm.lots(),
                firm.venues(),
                firm.warnings());
    }

    @Test
    void whereTheBookOfRecordIsElsewhereTheFilesMustKnowTheLastTrades() {
        inputs.folder = with(new BookKeeping.Files(MONDAY.minusDays(1)));
        RunRecord monday = traded(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        assertEquals(List.of(), books.all(), "nothing is posted");
        refused(
                TUESDAY,
                false,
                false,
                "Run " + monday.id() + " traded " + MONDAY + ", but accounts.csv and positions.csv are as of "
                        + MONDAY.minusDays(1));
        inputs.folder = with(new BookKeeping.Files(MONDAY));
        desk.admit(inputs.folder, TUESDAY, false, false);
        refused(MONDAY, false, false, "already");
    }

    @Test
    void aDayWaitsForTheOneBeforeIt() {
        RunRecord monday = prepared(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        memory.status(monday.id(), RunStatus.WAITING);
        refused(TUESDAY, false, false, "Run " + monday.id() + " of " + MONDAY + " is not finished");
        desk.admit(inputs.folder, TUESDAY, true, false);
        desk.post(monday);
        memory.status(monday.id(), RunStatus.DONE);
        desk.admit(inputs.folder, TUESDAY, false, false);
    }

    @Test
    void whatAClosedRunHadTradedIsPosted() {
        RunRecord monday = prepared(MONDAY, false, buy("S01", "10", "27.30", "0.05"));
        desk.postTraded(monday);
        memory.status(monday.id(), RunStatus.ABANDONED);
        assertEquals(3, entries(false).size());
        refused(MONDAY, false, false, "Run " + monday.id() + " traded");
        RunRecord untraded = prepared(TUESDAY, false);
        desk.postTraded(untraded);
        memory.status(untraded.id(), RunStatus.ABANDONED);
        desk.admit(inputs.folder, TUESDAY, false, false);
    }

    private void refused(LocalDate date, boolean rehearsal, boolean again, String why) {
        Problem refused = assertThrows(Problem.class, () -> desk.admit(inputs.folder, date, rehearsal, again));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    /** What is ordered and filled of it. */
    private record Order(Side side, String symbol, String units, String price, String fee) {}

    private static Order buy(String symbol, String units, String price, String fee) {
        return new Order(Side.BUY, symbol, units, price, fee);
    }

    private static Order sell(String units, String price, String fee) {
        return new Order(Side.SELL, "S00", units, price, fee);
    }

    private RunRecord next(LocalDate date, boolean rehearsal) {
        return new RunRecord(
                RunId.of(date, 900), date, inputs.folder.folder().toString(), 1, rehearsal, RunStatus.RUNNING, EVENING);
    }

    private RunRecord traded(LocalDate date, boolean rehearsal, Order... ordered) {
        RunRecord run = prepared(date, rehearsal, ordered);
        desk.post(run);
        memory.status(run.id(), RunStatus.DONE);
        return run;
    }

    /** A run whose orders are filled, but not posted. */
    private RunRecord prepared(LocalDate date, boolean rehearsal, Order... ordered) {
        RunRecord run = memory.open(date, inputs.folder.folder().toString(), 42, rehearsal, EVENING);
        inputs.freeze(run, desk.opening(run));
        List<ParentOrder> parents = new ArrayList<>();
        for (Order order : ordered) {
            parents.add(parent(run, parents.size(), order));
        }
        memory.saveRebalance(
                run.id(), Stream.of(new RebalanceResult(List.of(), parents, List.of())), inputs.folder.lots());
        for (int i = 0; i < ordered.length; i++) {
            book(run, i, ordered[i], "E" + i);
        }
        return run;
    }

    private ParentOrder parent(RunRecord run, int number, Order order) {
        return new ParentOrder(
                run.id() + "-000" + number,
                account,
                order.symbol(),
                order.side(),
                number(order.units()),
                BigDecimal.ONE,
                number("0.01"),
                number(order.price()),
                "USD",
                SlicingStrategy.TWAP,
                order.side() == Side.SELL ? List.of(new LotChoice(soldFrom, number(order.units()))) : List.of());
    }

    private void book(RunRecord run, int slice, Order order, String execution) {
        String parent = run.id() + "-000" + (execution.equals("E9") ? 0 : slice);
        ChildOrder child = new ChildOrder(
                parent + "-" + slice,
                parent,
                slice,
                "LIT",
                order.symbol(),
                order.side(),
                number(order.units()),
                number(order.price()),
                0,
                1,
                session);
        SliceSaves.send(memory.orders, run.id(), slice, List.of(child));
        SliceSaves.book(
                memory.orders,
                run.id(),
                List.of(child),
                List.of(new ChildOutcome(child.clientOrderId(), ChildOutcome.State.FILLED, number(order.units()), "")),
                List.of(new Fill(
                        "LIT",
                        execution,
                        child.clientOrderId(),
                        parent,
                        account,
                        order.symbol(),
                        order.side(),
                        number(order.units()),
                        number(order.price()),
                        number(order.fee()),
                        36_000_000,
                        session)));
    }

    private List<BookedEntry> entries(boolean rehearsal) {
        return books.entries(book(rehearsal));
    }

    private BookId book(boolean rehearsal) {
        return new BookId(inputs.folder.folder().toString(), rehearsal);
    }

    private static Firm with(BookKeeping keeping) {
        Firm firm = SmallFirm.firm();
        FirmSettings s = firm.settings();
        return new Firm(
                firm.folder(),
                firm.pricesFile(),
                new FirmSettings(
                        s.name(),
                        s.sample(),
                        s.seed(),
                        s.schedule(),
                        s.strategies(),
                        s.rebalance(),
                        s.execution(),
                        s.restricted(),
                        s.shortAllowed(),
                        keeping,
                        s.people(),
                        s.calendar()),
                firm.calendars(),
                firm.instruments(),
                firm.accounts(),
                firm.lots(),
                firm.venues(),
                firm.warnings());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
