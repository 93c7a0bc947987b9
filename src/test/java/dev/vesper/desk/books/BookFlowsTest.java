package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.OpeningBooks;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.Side;
import dev.vesper.testing.FlowStory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows, corporate actions, corrections and closes, as people ask for them. */
class BookFlowsTest {
    private final FlowStory story = new FlowStory(false, "100000").opened();

    private void money(String account, AccountType type, String amount) {
        assertEquals(
                0,
                new BigDecimal(amount).compareTo(story.balances().money(account, type)),
                () -> account + " " + type + " " + story.balances().money(account, type));
    }

    private void lot(String id, String units, String cost) {
        LotBalance lot = story.balances().lots().stream()
                .filter(l -> l.id().equals(LotId.of(id)))
                .findFirst()
                .orElseThrow();
        assertEquals(new BigDecimal(units), lot.units(), id);
        assertEquals(new BigDecimal(cost), lot.cost(), id);
    }

    private Problem refused(String by, String... words) {
        return assertThrows(Problem.class, () -> story.record(by, words));
    }

    /** Trades and their settlement by hand, everything else as people ask for it. */
    @Test
    void everyNumberOfTheWorkedExample() {
        story.trade("2026-07-02", "order-1", Side.BUY, "200", "50.10", "2.00");
        settlement("order-1", "2026-07-06", AccountType.PAYABLE, "10022.00", "200");
        story.trade("2026-07-07", "order-3", Side.SELL, "100", "52.00", "1.15", "A/ABC/2025-05-15/1");
        settlement("order-3", "2026-07-08", AccountType.RECEIVABLE, "-5198.85", "-100");
        FlowRecord dividend = story.record(
                "alice",
                "id=DIV-1 kind=dividend date=2026-07-09 pay=2026-07-20 symbol=ABC"
                        + " amount=0.30 currency=USD withheld=0.15 account=A");
        assertEquals(FlowState.DUE, dividend.state(), "its day has not come");
        story.opens("2026-07-08");
        money("A", AccountType.RECEIVABLE, "0");
        story.opens("2026-07-09");
        money("A", AccountType.RECEIVABLE, "51.00");
        money("A", AccountType.TAX_WITHHELD, "9.00");
        money("A", AccountType.INCOME, "-60.00");
        story.opens("2026-07-20");
        money("A", AccountType.RECEIVABLE, "0");
        story.file.add(FlowStory.words(
                "id",
                "F-1",
                "kind",
                "fee",
                "date",
                "2026-07-21",
                "account",
                "A",
                "amount",
                "25.00",
                "currency",
                "USD"));
        story.opens("2026-07-21");
        story.opens("2026-07-21");
        money("A", AccountType.FEES, "25.00");
        int bought = number("order-1");
        FlowRecord wrong = story.record(
                "alice",
                "id",
                "C-1",
                "kind",
                "reverse",
                "date",
                "2026-07-21",
                "entry",
                "" + bought,
                "price",
                "50.00",
                "memo",
                "the price was 50.00");
        assertEquals(FlowState.PROPOSED, wrong.state());
        assertEquals(
                FlowState.BOOKED, story.answer("C-1", Answer.APPROVE, "bob", "").state());
        lot("A/ABC/2026-07-02/2", "200", "10002");
        money("A", AccountType.PAYABLE, "20.00");
        story.book(List.of(entry(
                "settlement",
                "pays back",
                "2026-07-21",
                cash(AccountType.SETTLED_CASH, "20.00"),
                cash(AccountType.PAYABLE, "-20.00"))));
        money("A", AccountType.SETTLED_CASH, "95222.85");
        money("A", AccountType.GAIN_LONG, "-1198.85");
        money("A", AccountType.EQUITY, "-104000.00");
        money("A", AccountType.INCOME, "-60.00");
        assertEquals(new BigDecimal("-200"), story.balances().of("A", LedgerAccount.units(AccountType.CUSTODY, "ABC")));
        assertEquals(Set.of(), nonZero());
        assertTrue(story.entries().stream()
                .anyMatch(e -> e.kind().equals(new EntryKind("correction"))
                        && e.account().equals("A")));
    }

    private Set<String> nonZero() {
        return story.balances().trial().entrySet().stream()
                .filter(unit -> unit.getValue().signum() != 0)
                .map(unit -> unit.getKey() + " " + unit.getValue())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void moneyComesAndGoesOnceAndTheNextDayOpensWithIt() {
        for (int i = 0; i < 2; i++) {
            story.record("alice", "id=D-1 kind=deposit date=2026-07-01 account=A amount=1000.50 currency=USD");
            story.record("alice", "id=W-1 kind=withdrawal date=2026-07-01 account=B amount=500.00 currency=USD");
        }
        assertEquals(4, story.entries().size());
        money("A", AccountType.SETTLED_CASH, "101000.50");
        money("A", AccountType.FLOWS, "-1000.50");
        money("B", AccountType.SETTLED_CASH, "0");
        assertEquals(Set.of(), nonZero());
        Problem other = refused(
                "alice",
                "id",
                "D-1",
                "kind",
                "deposit",
                "date",
                "2026-07-01",
                "account",
                "A",
                "amount",
                "1000.51",
                "currency",
                "USD");
        assertTrue(other.getMessage().contains("D-1"), other.getMessage());
        assertEquals(4, story.entries().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an unknown account     | kind=deposit date=2026-07-01 account=C amount=5 currency=USD            | account: Expected an account of the books, but got "C"
            a negative amount      | kind=deposit date=2026-07-01 account=A amount=-5 currency=USD           | amount: Expected amount greater than zero
            nothing                | kind=deposit date=2026-07-01 account=A amount=0 currency=USD            | amount: Expected amount greater than zero
            more than there is     | kind=withdrawal date=2026-07-01 account=B amount=500.01 currency=USD    | amount: Expected at most 500 USD
            half a cent            | kind=deposit date=2026-07-01 account=A amount=0.005 currency=USD        | at most 2 decimals
            another currency       | kind=deposit date=2026-07-01 account=A amount=5 currency=EUR            | currency: Expected USD
            before the books began | kind=deposit date=2026-06-30 account=A amount=5 currency=USD            | date: Expected a date on or after 2026-07-01
            no date                | kind=deposit date=01.07.2026 account=A amount=5 currency=USD            | date: Expected a date like 2018-04-11
            a word too much        | kind=deposit date=2026-07-01 account=A amount=5 currency=USD symbol=ABC | symbol: Expected no symbol of a deposit
            a word too few         | kind=deposit date=2026-07-01 account=A amount=5                         | currency: Expected currency, but it is missing
            an unknown kind        | kind=depositt date=2026-07-01                                           | maybe "deposit" is meant
            an unknown symbol      | kind=dividend date=2026-07-01 pay=2026-07-01 symbol=ABD amount=1 currency=USD | symbol: Expected a symbol of the instruments
            paid before ex         | kind=dividend date=2026-07-02 pay=2026-07-01 symbol=ABC amount=1 currency=USD | pay: Expected a pay date on or after
            fifteen for 15 %       | kind=dividend date=2026-07-02 pay=2026-07-02 symbol=ABC amount=1 currency=USD withheld=15 | withheld: Expected a share from 0 to 1
            more units than held   | kind=transfer date=2026-07-01 account=A to=B symbol=ABC units=101       | units: Expected at most 100 ABC
            to itself              | kind=transfer date=2026-07-01 account=A to=A symbol=ABC units=1         | to: Expected another account
            another's lot          | kind=transfer date=2026-07-01 account=A to=B symbol=ABC units=1 lot=B/ABC/2025-05-15/1 | lot: Expected a lot of A
            units of tomorrow      | kind=transfer-in date=2026-07-01 account=A symbol=ABC units=1 cost=1 acquired=2026-07-02 currency=USD | acquired: Expected units acquired on or before
            no ratio               | kind=split date=2026-07-02 symbol=ABC ratio=2                           | ratio: Expected two whole numbers
            no change              | kind=split date=2026-07-02 symbol=ABC ratio=2:2                         | ratio: Expected two whole numbers
            half a unit unpaid     | kind=split date=2026-07-02 symbol=ABC ratio=1:2                         | price: Expected the price of one new unit
            an unlisted symbol     | kind=symbol-change date=2026-07-02 symbol=ABC new_symbol=ZZZ            | new_symbol: Expected a symbol that instruments.csv lists
            an unknown entry       | kind=reverse date=2026-07-01 entry=99                                   | entry: Expected the number of an entry up to 2
            the opening            | kind=reverse date=2026-07-01 entry=1                                    | entry: Expected an entry after the opening
            a close of tomorrow    | kind=close date=2026-07-02                                              | date: Expected a day up to 2026-07-01
            a giant                | kind=deposit date=2026-07-01 account=A amount=1e40 currency=USD         | amount: Expected a number like
            """)
    void whatDoesNotFitIsRefusedWithASentenceAndLeavesNothing(String what, String said, String sentence) {
        String[] words = Stream.concat(
                        Stream.of("id", "X-1"),
                        Stream.of(said.split(" ")).flatMap(pair -> Stream.of(pair.split("=", 2))))
                .toArray(String[]::new);
        Problem refused = refused("alice", words);
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
        assertEquals(2, story.entries().size());
        assertEquals(List.of(), story.flows.all(story.book));
    }

    @Test
    void aLargeFlowNeedsAnotherPerson() {
        String[] words = {
            "id",
            "D-9",
            "kind",
            "deposit",
            "date",
            "2026-07-01",
            "account",
            "A",
            "amount",
            "100000.01",
            "currency",
            "USD"
        };
        assertEquals(FlowState.PROPOSED, story.record("alice", words).state());
        money("A", AccountType.SETTLED_CASH, "100000");
        Problem waits = assertThrows(Problem.class, () -> story.opens("2026-07-02"));
        assertEquals(Problem.Kind.REFUSED, waits.kind());
        assertTrue(waits.getMessage().contains("D-9"), waits.getMessage());
        Problem same = assertThrows(Problem.class, () -> story.answer("D-9", Answer.APPROVE, "Alice", ""));
        assertTrue(same.getMessage().contains("Expected another person"), same.getMessage());
        money("A", AccountType.SETTLED_CASH, "100000");
        FlowRecord booked = story.answer("D-9", Answer.APPROVE, "bob", "");
        assertEquals(FlowState.BOOKED, booked.state());
        assertEquals("alice", booked.maker());
        assertEquals("bob", booked.checker());
        money("A", AccountType.SETTLED_CASH, "200000.01");
        assertThrows(Problem.class, () -> story.answer("D-9", Answer.REJECT, "carol", ""));
        story.opens("2026-07-02");
        money("A", AccountType.SETTLED_CASH, "200000.01");
    }

    @Test
    void whatIsRejectedIsNeverBooked() {
        story.record("alice", "id=D-9 kind=deposit date=2026-07-01 account=A amount=900000 currency=USD");
        assertEquals(
                FlowState.REJECTED,
                story.answer("D-9", Answer.REJECT, "bob", "who?").state());
        story.opens("2026-07-02");
        assertEquals(2, story.entries().size());
    }

    @Test
    void aLineOfTheFileAboveTheAmountNeedsTwoPeople() {
        story.file.add(FlowStory.words(
                "id",
                "D-9",
                "kind",
                "deposit",
                "date",
                "2026-07-01",
                "account",
                "A",
                "amount",
                "900000",
                "currency",
                "USD"));
        assertThrows(Problem.class, () -> story.opens("2026-07-02"));
        assertEquals(
                FlowState.PROPOSED,
                story.answer("D-9", Answer.APPROVE, "alice", "").state());
        assertThrows(Problem.class, () -> story.answer("D-9", Answer.APPROVE, "alice", ""));
        story.answer("D-9", Answer.APPROVE, "bob", "");
        story.opens("2026-07-02");
        money("A", AccountType.SETTLED_CASH, "1000000");
    }

    @Test
    void linesOfTheFileAreBookedInTheOrderOfTheirDaysAndNotBefore() {
        story.file.add(FlowStory.words(
                "id",
                "W-1",
                "kind",
                "withdrawal",
                "date",
                "2026-07-03",
                "account",
                "B",
                "amount",
                "600",
                "currency",
                "USD"));
        story.file.add(FlowStory.words(
                "id",
                "D-1",
                "kind",
                "deposit",
                "date",
                "2026-07-02",
                "account",
                "B",
                "amount",
                "100",
                "currency",
                "USD"));
        story.opens("2026-07-02");
        money("B", AccountType.SETTLED_CASH, "600");
        story.opens("2026-07-03");
        money("B", AccountType.SETTLED_CASH, "0");
    }

    @Test
    void whatWasAgreedAndNotBookedBeforeACrashIsBookedByTheNextDay() {
        FlowStory dying = new FlowStory(false, "100000").opened();
        dying.record("alice", "id=D-9 kind=deposit date=2026-07-01 account=A amount=900000 currency=USD");
        dying.memory.books.fails = true;
        assertThrows(IllegalStateException.class, () -> dying.answer("D-9", Answer.APPROVE, "bob", ""));
        dying.memory.books.fails = false;
        assertEquals(FlowState.DUE, dying.flows.all(dying.book).getFirst().state());
        dying.opens("2026-07-02");
        assertEquals(new BigDecimal("1000000"), dying.balances().money("A", AccountType.SETTLED_CASH));
        assertEquals(FlowState.BOOKED, dying.flows.all(dying.book).getFirst().state());
    }

    @Test
    void aRehearsalsFlowsAreAgreedByTheDemoUsersAndDoneAgainWithTheDay() {
        FlowStory rehearsed = new FlowStory(true, "100000").opened();
        rehearsed.file.add(FlowStory.words(
                "id",
                "D-9",
                "kind",
                "deposit",
                "date",
                "2026-07-02",
                "account",
                "A",
                "amount",
                "900000",
                "currency",
                "USD"));
        rehearsed.opens("2026-07-02");
        assertEquals(new BigDecimal("1000000"), rehearsed.balances().money("A", AccountType.SETTLED_CASH));
        LedgerEntry deposit = rehearsed.entries().getLast();
        rehearsed.book(List.of(deposit.reversal(deposit.effective(), DayBooks.REHEARSED_AGAIN)));
        assertEquals(new BigDecimal("100000"), rehearsed.balances().money("A", AccountType.SETTLED_CASH));
        rehearsed.opens("2026-07-02");
        rehearsed.opens("2026-07-02");
        assertEquals(new BigDecimal("1000000"), rehearsed.balances().money("A", AccountType.SETTLED_CASH));
    }

    @Test
    void aFileThatCannotBeReadTakesNothingBack() {
        BookFlows unread = new BookFlows(
                story.memory.books,
                story.memory.eventLog,
                story.memory,
                _ -> story.firm,
                _ -> {
                    throw Problem.usage("flows.csv:3:5: Expected a number");
                },
                () -> FlowStory.NOON);
        boolean[] admitted = {false};
        OpeningBooks days = new OpeningBooks() {
            @Override
            public void admit(Firm firm, LocalDate date, boolean rehearsal, boolean again) {
                admitted[0] = true;
            }

            @Override
            public Optional<OpeningBook> opening(RunRecord run) {
                return Optional.empty();
            }
        };
        assertThrows(
                Problem.class,
                () -> new FlowsBeforeDays(unread, days).admit(story.firm, LocalDate.of(2026, 7, 2), true, true));
        assertEquals(false, admitted[0]);
    }

    @Test
    void aLotGoesToAnotherAccountWithItsCostAndItsDay() {
        story.record("alice", "id=T-1 kind=transfer date=2026-07-01 account=A to=B symbol=ABC units=30");
        lot("A/ABC/2025-05-15/1", "70", "2800");
        lot("B/ABC/2025-05-15/2", "30", "1200");
        money("A", AccountType.FLOWS, "1200");
        money("B", AccountType.FLOWS, "-1200");
        story.record(
                "alice",
                "id=T-2 kind=transfer-in date=2026-07-01 account=B symbol=NEW"
                        + " units=7 cost=10.00 acquired=2024-01-02 currency=USD");
        lot("B/NEW/2024-01-02/1", "7", "10");
        story.record("alice", "id=T-3 kind=transfer-out date=2026-07-01 account=B symbol=NEW units=7");
        money("B", AccountType.FLOWS, "-1200");
        assertEquals(Set.of(), nonZero());
    }

    @Test
    void aSplitKeepsTheWholeCostAndNeedsTwoPeople() {
        assertEquals(
                FlowState.PROPOSED,
                story.record("alice", "id=S-1 kind=split date=2026-07-02 symbol=ABC ratio=2:1")
                        .state());
        story.answer("S-1", Answer.APPROVE, "bob", "");
        story.opens("2026-07-02");
        lot("A/ABC/2025-05-15/1", "200", "4000");
        lot("B/ABC/2025-05-15/1", "6", "10");
        assertEquals(Set.of(), nonZero());
    }

    /** 100 become ten; three become 0.3, which is paid: 0.3 at 405.00 is 121.50, and the lot's whole cost goes. */
    @Test
    void aReverseSplitPaysWhatIsLeftOver() {
        story.record("alice", "id=S-1 kind=split date=2026-07-02 symbol=ABC ratio=1:10 price=405.00");
        story.answer("S-1", Answer.APPROVE, "bob", "");
        story.opens("2026-07-02");
        lot("A/ABC/2025-05-15/1", "10", "4000");
        assertEquals(1, story.balances().lots().size());
        money("B", AccountType.SETTLED_CASH, "621.50");
        money("B", AccountType.GAIN_LONG, "-111.50");
        assertEquals(Set.of(), nonZero());
    }

    /** 5 % on top: 105 of 100, and 3.15 of three, of which 0.15 is paid at 39.00. */
    @Test
    void aStockDividendSpreadsTheCost() {
        story.record("alice", "id=S-1 kind=stock-dividend date=2026-07-02 symbol=ABC ratio=5:100 price=39.00");
        story.answer("S-1", Answer.APPROVE, "bob", "");
        story.opens("2026-07-02");
        lot("A/ABC/2025-05-15/1", "105", "4000");
        lot("B/ABC/2025-05-15/1", "3", "9.52380952");
        money("B", AccountType.SETTLED_CASH, "505.85");
        assertEquals(Set.of(), nonZero());
    }

    @Test
    void aSplitIsNotBookedBehindATradeOfItsLots() {
        story.trade("2026-07-07", "order-3", Side.SELL, "10", "52.00", "1.15", "A/ABC/2025-05-15/1");
        Problem late =
                refused("alice", "id", "S-1", "kind", "split", "date", "2026-07-02", "symbol", "ABC", "ratio", "2:1");
        assertTrue(late.getMessage().contains("2026-07-07"), late.getMessage());
    }

    @Test
    void anotherSymbolKeepsLotsCostAndDays() {
        story.record("alice", "id=S-1 kind=symbol-change date=2026-07-02 symbol=ABC new_symbol=NEW");
        story.answer("S-1", Answer.APPROVE, "bob", "");
        story.opens("2026-07-02");
        lot("A/NEW/2025-05-15/1", "100", "4000");
        lot("B/NEW/2025-05-15/1", "3", "10");
        assertEquals(2, story.balances().lots().size());
        assertEquals(Set.of(), nonZero());
    }

    @Test
    void aPurchaseIsNotTakenBackWhileALaterSaleHangsOnItsLot() {
        story.trade("2026-07-02", "order-1", Side.BUY, "200", "50.10", "2.00");
        story.trade("2026-07-07", "order-3", Side.SELL, "10", "52.00", "1.15", "A/ABC/2026-07-02/1");
        Problem hangs =
                refused("alice", "id", "C-1", "kind", "reverse", "date", "2026-07-07", "entry", "" + number("order-1"));
        assertTrue(hangs.getMessage().contains("take back the newest first"), hangs.getMessage());
    }

    @Test
    void aSaleIsBookedAnewAtItsRightPriceAndFees() {
        story.trade("2026-07-07", "order-3", Side.SELL, "100", "52.00", "1.15", "A/ABC/2025-05-15/1");
        story.record(
                "alice",
                "id",
                "C-1",
                "kind",
                "reverse",
                "date",
                "2026-07-07",
                "entry",
                "" + number("order-3"),
                "price",
                "51.00",
                "fees",
                "1.00");
        story.answer("C-1", Answer.APPROVE, "bob", "");
        money("A", AccountType.GAIN_LONG, "-1099");
        money("A", AccountType.RECEIVABLE, "5099");
        assertEquals(Set.of(), nonZero());
        Problem again =
                refused("alice", "id", "C-2", "kind", "reverse", "date", "2026-07-07", "entry", "" + number("order-3"));
        assertTrue(again.getMessage().contains("taken back already"), again.getMessage());
    }

    @Test
    void nothingCountsFromAClosedDayButACorrectionInTheOpenPeriod() {
        story.trade("2026-07-02", "order-1", Side.BUY, "200", "50.10", "2.00");
        story.trade("2026-07-03", "order-2", Side.BUY, "1", "50.10", "2.00");
        assertEquals(
                FlowState.PROPOSED,
                story.record("alice", "id=CL-1 kind=close date=2026-07-02").state());
        assertThrows(Problem.class, () -> story.answer("CL-1", Answer.APPROVE, "alice", ""));
        story.answer("CL-1", Answer.APPROVE, "bob", "");
        Problem early = refused(
                "alice",
                "id",
                "D-1",
                "kind",
                "deposit",
                "date",
                "2026-07-02",
                "account",
                "A",
                "amount",
                "5",
                "currency",
                "USD");
        assertTrue(early.getMessage().contains("closed"), early.getMessage());
        Problem old =
                refused("alice", "id", "C-1", "kind", "reverse", "date", "2026-07-02", "entry", "" + number("order-1"));
        assertTrue(old.getMessage().contains("closed"), old.getMessage());
        assertThrows(Problem.class, () -> story.trade("2026-07-02", "order-9", Side.BUY, "1", "1", "0"));
        assertThrows(Problem.class, () -> story.record("alice", "id=CL-2 kind=close date=2026-07-02"));
        story.record("alice", "id", "C-1", "kind", "reverse", "date", "2026-07-03", "entry", "" + number("order-1"));
        story.answer("C-1", Answer.APPROVE, "bob", "");
        assertEquals(LocalDate.of(2026, 7, 3), story.entries().getLast().effective());
        int close = (int) story.entries().stream()
                        .takeWhile(e -> !e.kind().equals(EntryKind.CLOSE))
                        .count()
                + 1;
        refused("alice", "id", "C-3", "kind", "reverse", "date", "2026-07-03", "entry", "" + close);
    }

    @Test
    void aFlowThatDoesNotFitAnyMoreStopsTheDayAndCanBeTakenBack() {
        story.record("alice", "id=W-1 kind=withdrawal date=2026-07-05 account=B amount=500 currency=USD");
        story.record("alice", "id=W-2 kind=withdrawal date=2026-07-01 account=B amount=100 currency=USD");
        Problem stopped = assertThrows(Problem.class, () -> story.opens("2026-07-06"));
        assertEquals(Problem.Kind.REFUSED, stopped.kind());
        assertTrue(stopped.getMessage().contains("W-1"), stopped.getMessage());
        story.flows.cancel(story.book, "W-1", "bob", "no cover");
        story.opens("2026-07-06");
        money("B", AccountType.SETTLED_CASH, "400");
    }

    private List<String> verify() {
        return new VerifyBooks(story.memory.books, story.memory, story.memory.orders, story.memory.eventLog)
                .verify(BookQuery.all(story.book)).first().stream()
                        .map(fault -> fault.message())
                        .filter(message -> !message.contains("fills"))
                        .toList();
    }

    @Test
    void verifyKnowsFlowsCorrectionsAndCloses() {
        story.trade("2026-07-02", "order-1", Side.BUY, "200", "50.10", "2.00");
        story.record("alice", "id=F-1 kind=fee date=2026-07-02 account=A amount=25.00 currency=USD");
        story.record("alice", "id", "C-1", "kind", "reverse", "date", "2026-07-02", "entry", "" + number("order-1"));
        story.answer("C-1", Answer.APPROVE, "bob", "");
        story.record("alice", "id=CL-1 kind=close date=2026-07-01");
        story.answer("CL-1", Answer.APPROVE, "bob", "");
        assertEquals(List.of(), verify());
        assertEquals(
                0,
                new VerifyBooks(story.memory.books, story.memory, story.memory.orders, story.memory.eventLog)
                        .verify(new BookQuery(story.book.firm(), false, LocalDate.of(2026, 7, 1), null, 0))
                        .faults());
    }

    @Test
    void verifyFindsWhatNobodyAskedForOrAgreedTo() {
        story.trade("2026-07-02", "order-1", Side.BUY, "200", "50.10", "2.00");
        LedgerEntry trade = story.entries().getLast();
        story.book(List.of(
                entry(
                        "deposit",
                        "D-7/A",
                        "2026-07-02",
                        cash(AccountType.SETTLED_CASH, "9"),
                        cash(AccountType.FLOWS, "-9")),
                trade.reversal(trade.effective(), "because")));
        story.record("alice", "id=D-8 kind=deposit date=2026-07-02 account=A amount=500000 currency=USD");
        story.book(List.of(entry(
                "deposit",
                "D-8/A",
                "2026-07-02",
                cash(AccountType.SETTLED_CASH, "500000"),
                cash(AccountType.FLOWS, "-500000"))));
        story.record("alice", "id=D-9 kind=deposit date=2026-07-05 account=A amount=5 currency=USD");
        story.book(List.of(entry(
                "deposit", "D-9/A", "2026-07-05", cash(AccountType.SETTLED_CASH, "6"), cash(AccountType.FLOWS, "-6"))));
        List<String> faults = verify();
        assertEquals(4, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("was asked for by nobody"), faults::toString);
        assertTrue(faults.get(1).contains("takes an entry back, but nobody asked for it"), faults::toString);
        assertTrue(faults.get(2).contains("the flow D-8 is proposed"), faults::toString);
        assertTrue(faults.get(3).contains("moves 6"), faults::toString);
    }

    private int number(String source) {
        return (int) story.entries().stream()
                        .takeWhile(e -> !e.source().equals(source))
                        .count()
                + 1;
    }

    private void settlement(String order, String date, AccountType type, String amount, String units) {
        BigDecimal counted = new BigDecimal(units);
        story.book(List.of(entry(
                "settlement",
                order,
                date,
                cash(type, amount),
                cash(AccountType.SETTLED_CASH, new BigDecimal(amount).negate().toPlainString()),
                Posting.of(LedgerAccount.units(AccountType.TRANSIT, "ABC"), counted),
                Posting.of(LedgerAccount.units(AccountType.CUSTODY, "ABC"), counted.negate()))));
    }

    private static Posting cash(AccountType type, String amount) {
        return Posting.of(LedgerAccount.money(type, "USD"), new BigDecimal(amount));
    }

    private static LedgerEntry entry(String kind, String source, String date, Posting... postings) {
        return LedgerEntry.of(new EntryKind(kind), source, "A", LocalDate.parse(date), List.of(postings), "");
    }
}
