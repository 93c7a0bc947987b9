package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Times;
import dev.vesper.books.BookId;
import dev.vesper.books.LotId;
import dev.vesper.books.reconcile.BreakKind;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.books.reconcile.StatedAccount;
import dev.vesper.books.reconcile.StatedLot;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.firm.Firm;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.testing.FlowStory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A custodian's statement, what it differs in, and what people decide of it. A holds 100 ABC and 100,000.00, B three and 500.00. */
class ReconcileBooksTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 7, 2);

    private final FlowStory story = new FlowStory(false, "1000").opened();
    private final BookId book = story.book;
    private final ReconcileBooks books = reconcile(story);
    private final BreakQuestions questions = new BreakQuestions(story.memory.eventLog, () -> books);
    private final StatementWatch watch = new StatementWatch(story.memory.books, story.memory.eventLog);

    private static ReconcileBooks reconcile(FlowStory story) {
        return new ReconcileBooks(
                story.memory.books,
                story.memory.eventLog,
                story.memory,
                _ -> story.firm,
                story.memory.shelf,
                () -> story.flows,
                new Times(() -> FlowStory.NOON, ZoneOffset.UTC, () -> 0));
    }

    /** With other cash and units of A than the books open with. */
    private static Statement stated(String cash, String units) {
        return new Statement(
                List.of(
                        new StatedAccount("A", "USD", new BigDecimal(cash)),
                        new StatedAccount("B", "USD", new BigDecimal("500"))),
                List.of(lot("A/ABC/2025-05-15/1", units, "40.00"), lot("B/ABC/2025-05-15/1", "3", "3.333333333333")));
    }

    private static StatedLot lot(String id, String units, String cost) {
        return new StatedLot(LotId.of(id), new BigDecimal(units), new BigDecimal(cost));
    }

    private ReconcileResult reconcile(LocalDate asOf, Statement statement) {
        return books.reconcile(book, story.memory.shelf.put(statement), asOf, "olga");
    }

    private BreakRecord one(String id) {
        return books.breaks(book).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private FlowRecord flow(String id) {
        return story.flows.all(book).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Problem refused(Runnable what) {
        return assertThrows(Problem.class, what::run);
    }

    @Test
    void aStatementThatAgreesHasNoBreaks() {
        ReconcileResult result = reconcile(FIRST, stated("100000", "100"));
        assertEquals(0, result.open() + result.explained() + result.decided());
        assertEquals(2, result.accounts());
        assertEquals(2, result.lots());
    }

    @Test
    void keepingTheBooksNeedsAReasonAndHoldsForItsFigures() {
        assertEquals(1, reconcile(FIRST, stated("99990", "100")).open());
        assertEquals(
                Problem.Kind.REFUSED,
                refused(() -> books.keep(book, "B-1", "bob", "")).kind());
        assertEquals(
                BreakState.KEPT,
                books.keep(book, "B-1", "bob", "they correct it").state());
        ReconcileResult second = reconcile(SECOND, stated("99990", "100"));
        assertEquals(0, second.open());
        assertEquals(1, second.decided());
        assertEquals(1, one("B-1").ageDays());
        assertEquals("olga", one("B-1").owner());
        assertEquals("carol", books.own(book, "B-1", "carol", "olga").owner());
        assertEquals(1, reconcile(SECOND, stated("99980", "100")).open());
        assertEquals(1, reconcile(SECOND, stated("100000", "100")).cleared());
        assertEquals(new BigDecimal("100000"), story.balances().cash("A"), "nothing was booked");
    }

    @Test
    void aSmallFigureThatIsAcceptedIsBookedOnTheStatementsDay() {
        reconcile(FIRST, stated("99990.50", "100"));
        BreakRecord accepted = books.accept(book, "B-1", "bob", "a fee we did not know");
        assertEquals(BreakState.ACCEPTED, accepted.state());
        assertEquals(new BigDecimal("99990.5"), story.balances().cash("A"));
        assertEquals("adjustment", story.entries().getLast().kind().word());
        assertEquals(FIRST, story.entries().getLast().effective());
        ReconcileResult again = reconcile(FIRST, stated("99990.50", "100"));
        assertEquals(0, again.open());
        assertEquals(1, again.cleared());
        assertTrue(new VerifyBooks(story.memory.books, story.memory, story.memory.orders, story.memory.eventLog)
                .verify(BookQuery.all(book))
                .first()
                .isEmpty());
    }

    @Test
    void unitsAndLargeMoneyNeedAnotherPerson() {
        reconcile(FIRST, stated("90000", "90"));
        for (String id : List.of("B-1", "B-2")) {
            BreakRecord accepted = books.accept(book, id, "bob", "the custodian is right");
            assertEquals(BreakState.ACCEPTED, accepted.state());
            assertEquals(FlowState.PROPOSED, flow(accepted.flow()).state());
        }
        assertEquals(new BigDecimal("100000"), story.balances().cash("A"), "until somebody agrees");
        assertEquals(0, reconcile(FIRST, stated("90000", "90")).open(), "it is decided");
        story.answer("break-B-1-1", Answer.APPROVE, "carol", "");
        assertThrows(Problem.class, () -> story.answer("break-B-2-1", Answer.APPROVE, "bob", ""));
        story.answer("break-B-2-1", Answer.APPROVE, "carol", "");
        assertEquals(2, reconcile(FIRST, stated("90000", "90")).cleared());
    }

    @Test
    void whereTheEntryIsRejectedTheBreakIsDecidedAnew() {
        reconcile(FIRST, stated("90000", "100"));
        books.accept(book, "B-1", "bob", "the custodian is right");
        assertEquals(
                Problem.Kind.REFUSED,
                refused(() -> books.keep(book, "B-1", "carol", "no")).kind());
        story.answer("break-B-1-1", Answer.REJECT, "carol", "no");
        assertEquals(BreakState.OPEN, one("B-1").state());
        assertTrue(watch.undecided().isPresent());
        assertEquals(
                "break-B-1-2", books.accept(book, "B-1", "bob", "asked again").flow());
        story.answer("break-B-1-2", Answer.REJECT, "carol", "no");
        assertEquals(
                BreakState.KEPT, books.keep(book, "B-1", "bob", "well then").state());
    }

    @Test
    void whatAnotherEntryMendedIsNotBookedTwice() {
        reconcile(FIRST, stated("100010", "100"));
        story.record("alice", "id=D-1 kind=deposit date=2026-07-01 account=A amount=10 currency=USD");
        Problem stale = refused(() -> books.accept(book, "B-1", "bob", "the custodian is right"));
        assertTrue(stale.getMessage().contains("books reconcile compares anew"), stale.getMessage());
        assertEquals(new BigDecimal("100010"), story.balances().cash("A"));
        assertEquals(1, reconcile(FIRST, stated("100010", "100")).cleared());
    }

    @Test
    void afterACloseTheEntryCountsFromTheOpenPeriod() {
        reconcile(FIRST, stated("100010", "100"));
        story.record("alice", "id=C-1 kind=close date=2026-07-01");
        story.answer("C-1", Answer.APPROVE, "carol", "");
        books.accept(book, "B-1", "bob", "the custodian is right");
        story.opens("2026-07-02");
        assertEquals(SECOND, story.entries().getLast().effective());
        assertEquals(new BigDecimal("100010"), story.balances().cash("A"));
    }

    @Test
    void breaksAreTasks() {
        reconcile(FIRST, stated("99990", "90"));
        assertEquals(
                List.of("B-2/decide-break", "B-1/decide-break"),
                questions.newest(10).stream().map(Question::id).toList());
        Question units = questions.find("B-1/decide-break").orElseThrow();
        assertTrue(units.question().contains("the custodian has 90, the books 100"), units.question());
        assertTrue(units.detail().contains("owner      olga"), units.detail());
        Question kept = questions.answer(units, Answer.REJECT, "bob", "they look into it", "");
        assertEquals(Answer.REJECT, kept.decision());
        assertEquals("bob", kept.decidedBy());
        assertEquals("they look into it", kept.reason());
        Question cash =
                questions.answer(questions.find("B-2/decide-break").orElseThrow(), Answer.APPROVE, "bob", "a fee", "");
        assertEquals(Answer.APPROVE, cash.decision());
        assertEquals(
                List.of(), questions.newest(10).stream().filter(Question::open).toList());
        assertTrue(watch.undecided().isEmpty());
        reconcile(SECOND, stated("99990", "80"));
        assertTrue(questions.find("B-1/decide-break").orElseThrow().open(), "other figures");
    }

    @Test
    void whatSettlesByItselfAsksNobodyAndNoEntryIsMadeOfATrade() {
        story.trade("2026-07-02", "2026-07-02-001-0001", Side.BUY, "10", "50", "0");
        ReconcileResult whole = reconcile(
                SECOND,
                new Statement(
                        List.of(
                                new StatedAccount("A", "USD", new BigDecimal("99500")),
                                new StatedAccount("B", "USD", new BigDecimal("500"))),
                        List.of(
                                lot("A/ABC/2025-05-15/1", "100", "40.00"),
                                lot("A/ABC/2026-07-02/1", "10", "50.00"),
                                lot("B/ABC/2025-05-15/1", "3", "3.333333333333"))));
        assertEquals(0, whole.open());
        assertEquals(2, reconcile(SECOND, stated("99500", "200")).open(), "a lot's units, and a lot that is not there");
        assertEquals(
                List.of(BreakKind.QUANTITY, BreakKind.MISSING_LOT),
                books.breaks(book).stream().map(known -> known.what().kind()).toList());
    }

    @Test
    void whatIsNoStatementOfThisBookIsRefused() {
        assertEquals(
                Problem.Kind.INPUT,
                refused(() -> reconcile(LocalDate.of(2026, 6, 30), stated("1", "1")))
                        .kind());
        assertEquals(
                Problem.Kind.INPUT,
                refused(() -> reconcile(LocalDate.of(2026, 8, 1), stated("1", "1")))
                        .kind());
        assertEquals(
                Problem.Kind.INPUT,
                refused(() -> books.reconcile(book, "../../etc", FIRST, "")).kind());
        assertEquals(
                Problem.Kind.INPUT,
                refused(() -> books.reconcile(book, "", null, "")).kind());
        Statement later = new Statement(
                List.of(new StatedAccount("A", "USD", BigDecimal.ONE)), List.of(lot("A/ABC/2026-07-02/1", "1", "1")));
        assertTrue(refused(() -> reconcile(FIRST, later)).getMessage().contains("maybe it is of another day"));
        reconcile(SECOND, stated("100000", "100"));
        assertEquals(
                Problem.Kind.REFUSED,
                refused(() -> reconcile(FIRST, stated("100000", "100"))).kind());
        assertEquals(
                Problem.Kind.REFUSED,
                refused(() -> books.keep(book, "B-7", "bob", "why")).kind());
    }

    @Test
    void filesThatChangedAreSaidUntilTheyAreReconciled() {
        FlowStory unopened = new FlowStory(false, "1000");
        assertTrue(watch(unopened).changed(unopened.firm, false).isEmpty(), "no books yet");
        TaxLot ofA = new TaxLot(
                "A/ABC/2025-05-15/1",
                "A",
                "ABC",
                new BigDecimal("100"),
                new BigDecimal("40"),
                LocalDate.of(2025, 5, 15));
        TaxLot ofB = new TaxLot(
                "B/ABC/2025-05-15/1",
                "B",
                "ABC",
                new BigDecimal("3"),
                new BigDecimal("3.333333333333"),
                LocalDate.of(2025, 5, 15));
        assertTrue(watch.changed(with(story.firm, List.of(ofA, ofB)), false).isEmpty(), "as they opened the books");
        assertTrue(watch.changed(with(story.firm, List.of(ofA, ofB)), true).isEmpty(), "no rehearsal");
        Firm other = with(story.firm, List.of(ofA));
        String sentence = watch.changed(other, false).orElseThrow();
        assertTrue(sentence.startsWith("positions.csv or accounts.csv changed for B since"), sentence);
        story.memory.shelf.own(Statement.of(other.accounts(), other.lots()));
        books.reconcile(book, "", FIRST, "");
        assertTrue(watch.changed(other, false).isEmpty(), "it was reconciled");
        assertEquals("operations", one("B-1").owner());
        assertEquals(BreakKind.MISSING_LOT, one("B-1").what().kind());
        assertTrue(watch.undecided().orElseThrow().startsWith("1 break between"), watch.undecided()::toString);
    }

    private static Firm with(Firm firm, List<TaxLot> lots) {
        return new Firm(
                firm.folder(),
                firm.pricesFile(),
                firm.settings(),
                firm.calendars(),
                firm.instruments(),
                firm.accounts(),
                lots,
                firm.venues(),
                firm.warnings());
    }

    private static StatementWatch watch(FlowStory of) {
        return new StatementWatch(of.memory.books, of.memory.eventLog);
    }
}
