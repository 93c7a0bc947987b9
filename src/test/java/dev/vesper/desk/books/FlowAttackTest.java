package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.People;
import dev.vesper.basics.Problem;
import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.orders.Side;
import dev.vesper.testing.FlowStory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who wants money out of the books, or is only unlucky. */
class FlowAttackTest {
    private static final String LARGE = "kind=deposit date=2026-07-01 account=A amount=900000 currency=USD id=";

    private final FlowStory story = new FlowStory(false, "100000").opened();

    private BigDecimal cash(String account) {
        return story.balances().money(account, AccountType.SETTLED_CASH);
    }

    private FlowState state(String flow) {
        return story.flows.all(story.book).stream()
                .filter(one -> one.id().equals(flow))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private int number(EntryKind kind) {
        List<LedgerEntry> entries = story.entries();
        for (int i = entries.size(); i > 0; i--) {
            if (entries.get(i - 1).kind().equals(kind)) {
                return i;
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable tried) {
        Problem refused = assertThrows(Problem.class, tried);
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
    }

    /** How many of what was done at the same time were not refused. */
    private static int done(List<Callable<FlowRecord>> together) throws Exception {
        CyclicBarrier start = new CyclicBarrier(together.size());
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(together.size())) {
            List<Future<FlowRecord>> all = new ArrayList<>();
            for (Callable<FlowRecord> one : together) {
                all.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            for (Future<FlowRecord> one : all) {
                try {
                    one.get();
                    done++;
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertEquals(Problem.class, refused.getCause().getClass(), () -> "" + refused.getCause());
                }
            }
        }
        return done;
    }

    @Test
    void twoPeopleWhoAgreeAtTheSameTimeAgreeOnce() throws Exception {
        story.record("alice", LARGE + "D-9");
        List<Callable<FlowRecord>> both = List.of(
                () -> story.flows.answer(story.book, "D-9", FlowState.PROPOSED, Answer.APPROVE, "bob", ""),
                () -> story.flows.answer(story.book, "D-9", FlowState.PROPOSED, Answer.APPROVE, "carol", ""));
        assertEquals(1, done(both));
        assertEquals(new BigDecimal("1000000"), cash("A"));
        assertEquals(3, story.entries().size());
    }

    @Test
    void manyFlowsAtTheSameTimeAreAllBooked() throws Exception {
        List<Callable<FlowRecord>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "S-" + i;
            all.add(() -> story.record("alice", LARGE.replace("900000", "1") + id));
        }
        all.add(() -> story.record("alice", LARGE.replace("900000", "1") + "S-0"));
        assertEquals(9, done(all));
        assertEquals(new BigDecimal("100008"), cash("A"));
    }

    @Test
    void aFlowIsBookedThoughADayBooksBetween() {
        story.memory.books.meanwhile = () -> story.trade("2026-07-01", "order-1", Side.BUY, "1", "10.00", "0");
        assertEquals(
                FlowState.BOOKED,
                story.record("alice", LARGE.replace("900000", "1") + "S-1").state());
        assertEquals(4, story.entries().size());
        assertEquals(new BigDecimal("100001"), cash("A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "ALICE",
                " alice ",
                "\u0430lice",
                "\uff41\uff4c\uff49\uff43\uff45",
                "alice\u200b",
                "al\u0131ce",
                "a\u0301lice\ufe0f",
                "\u2800",
                "\u3164",
                "",
                " "
            })
    void whoAsksNeverAgreesUnderAnotherSpelling(String name) {
        story.record("alice", LARGE + "D-9");
        assertThrows(Problem.class, () -> story.answer("D-9", Answer.APPROVE, name, ""));
        assertEquals(FlowState.PROPOSED, state("D-9"));
        assertEquals(new BigDecimal("100000"), cash("A"));
    }

    @Test
    void aPeriodIsNotClosedOverFlowsThatCountFromIt() {
        story.record("alice", LARGE + "D-9");
        refused("D-9 is proposed", () -> story.record("alice", "id=CL kind=close date=2026-07-01"));
        story.answer("D-9", Answer.REJECT, "bob", "");
        story.record("alice", "id=CL kind=close date=2026-07-01");
        story.record("alice", LARGE + "D-10");
        refused("D-10 is proposed", () -> story.answer("CL", Answer.APPROVE, "bob", ""));
        assertEquals(FlowState.PROPOSED, state("CL"), "the answer was not taken");
        story.answer("D-10", Answer.APPROVE, "bob", "");
        story.answer("CL", Answer.APPROVE, "bob", "");
        assertEquals(FlowState.BOOKED, state("CL"));
        refused("are closed", () -> story.record("alice", LARGE + "D-11"));
        story.opens("2026-07-02");
    }

    @Test
    void aPeriodIsNotClosedOverTradesThatSettleInIt() {
        story.settles = Optional.of(LocalDate.of(2026, 7, 3));
        story.trade("2026-07-02", "2026-07-01-001-0001", Side.BUY, "1", "10.00", "0");
        story.trade("2026-07-03", "2026-07-02-001-0001", Side.BUY, "1", "10.00", "0");
        refused(
                "wait for settlements up to 2026-07-03",
                () -> story.record("alice", "id=CL kind=close date=2026-07-03"));
        assertEquals(
                FlowState.PROPOSED,
                story.record("alice", "id=CL kind=close date=2026-07-02").state());
    }

    @Test
    void whatTakesBackIsNotTakenBack() {
        story.trade("2026-07-02", "order-1", Side.BUY, "200", "50.10", "2.00");
        int trade = number(EntryKind.TRADE);
        story.record("alice", "id=C-1 kind=reverse date=2026-07-02 entry=" + trade);
        story.record("alice", "id=C-2 kind=reverse date=2026-07-02 entry=" + trade);
        story.answer("C-1", Answer.APPROVE, "bob", "");
        refused("was taken back already", () -> story.answer("C-2", Answer.APPROVE, "bob", ""));
        assertEquals(FlowState.PROPOSED, state("C-2"), "nobody agreed to what cannot be");
        story.answer("C-2", Answer.REJECT, "bob", "done already");
        int reversal = number(EntryKind.REVERSAL);
        refused(
                "takes nothing back",
                () -> story.record("alice", "id=C-3 kind=reverse date=2026-07-02 entry=" + reversal));
        refused(
                "with a trade only",
                () -> story.record("alice", "id=C-4 kind=reverse price=1 date=2026-07-02 entry=" + reversal));
        assertEquals(2, story.balances().lots().size());
        story.opens("2026-07-03");
    }

    @Test
    void aDividendThatWasPaidIsTakenBackFromItsEnd() {
        story.record(
                "alice",
                "id=V-1 kind=dividend date=2026-07-02 pay=2026-07-03 symbol=ABC amount=1 currency=USD account=A");
        story.opens("2026-07-03");
        int owed = number(new EntryKind("dividend"));
        int paid = number(new EntryKind("dividend-payment"));
        refused(
                "take back the payment first",
                () -> story.record("alice", "id=C-1 kind=reverse date=2026-07-03 entry=" + owed));
        story.record("alice", "id=C-2 kind=reverse date=2026-07-03 entry=" + paid);
        story.answer("C-2", Answer.APPROVE, "bob", "");
        story.record("alice", "id=C-3 kind=reverse date=2026-07-03 entry=" + owed);
        story.answer("C-3", Answer.APPROVE, "bob", "");
        story.opens("2026-07-03");
        assertEquals(new BigDecimal("100000"), cash("A"));
        assertEquals(BigDecimal.ZERO, story.balances().money("A", AccountType.RECEIVABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a", "\u0391", "C", "A/", "A\u200b"})
    void whatIsNoAccountGetsNoFlow(String account) {
        refused(
                "account: Expected an account of the books",
                () -> story.record(
                        "alice", "id=X kind=deposit date=2026-07-01 amount=5 currency=USD account=" + account));
        refused(
                "to: Expected an account of the books",
                () -> story.record(
                        "alice", "id=X kind=transfer date=2026-07-01 account=A symbol=ABC units=1 to=" + account));
        assertEquals(List.of(), story.flows.all(story.book));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", "-x", "a/b", "a@b", "\u00e4", "%2e"})
    void anIdIsNoPathAndNoOption(String id) {
        refused("id: Expected an id", () -> story.record("alice", LARGE + id));
    }

    @Test
    void whereTheFirmNamesItsPeopleOnlyMakersPost() {
        People people = new People(new TreeMap<>(Map.of("makers", List.of("alice"), "checkers", List.of("bob"))));
        FlowStory named = new FlowStory(false, "100000", people).opened();
        String small = LARGE.replace("900000", "5");
        for (String by : List.of("eve", "bob")) {
            refused("Expected somebody of the group makers", () -> named.record(by, small + "S-1"));
            refused("Expected somebody of the group makers", () -> named.record(by, LARGE + "D-1"));
        }
        assertEquals(List.of(), named.flows.all(named.book), "nothing is left behind");
        assertEquals(AuditAction.DECISION_DENIED, named.memory.rows().getLast().action());
        named.record("alice", small.replace("2026-07-01", "2026-07-05") + "S-1");
        refused("not among them", () -> named.flows.cancel(named.book, "S-1", "eve", ""));
        named.flows.cancel(named.book, "S-1", "bob", "");
        named.record("alice", LARGE + "D-1");
        refused("not among them", () -> named.answer("D-1", Answer.REJECT, "eve", ""));
        named.answer("D-1", Answer.APPROVE, "bob", "");
        assertEquals(3, named.entries().size());
    }

    /** A large deposit by the file, a dividend over a weekend, a withdrawal of next week: three days, one refused. */
    @Test
    void threeDaysInARowWithFlowsThatWaitOverTheirEnds() {
        story.file.add(FlowStory.said(LARGE.replace("07-01", "07-02") + "D-9"));
        story.file.add(FlowStory.said(
                "id=V-1 kind=dividend date=2026-07-03 pay=2026-07-05 symbol=ABC amount=0.50 currency=USD"));
        story.record(
                "alice",
                "id=W-1 kind=withdrawal date=2026-07-06 account=A amount=500000 currency=USD"
                        .replace("500000", "50000"));
        story.opens("2026-07-01");
        refused("D-9", () -> story.opens("2026-07-02"));
        story.answer("D-9", Answer.APPROVE, "alice", "");
        refused("D-9/approve-flow", () -> story.opens("2026-07-02"));
        story.record("alice", LARGE.replace("07-01", "07-03") + "D-10");
        story.answer("D-9", Answer.APPROVE, "bob", "");
        story.opens("2026-07-02");
        assertEquals(new BigDecimal("1000000"), cash("A"));
        story.trade("2026-07-03", "order-1", Side.BUY, "10", "50.00", "1.00");
        refused("D-10", () -> story.opens("2026-07-03"));
        story.answer("D-10", Answer.REJECT, "carol", "twice");
        story.opens("2026-07-03");
        assertEquals(
                new BigDecimal("50"), story.balances().money("A", AccountType.RECEIVABLE), "100 at the close before");
        story.opens("2026-07-06");
        story.opens("2026-07-06");
        assertEquals(new BigDecimal("950050"), cash("A"));
        assertEquals(new BigDecimal("501.5"), cash("B"));
        assertEquals(
                List.of(),
                story.questions.newest(100).stream().filter(one -> one.open()).toList());
    }
}
