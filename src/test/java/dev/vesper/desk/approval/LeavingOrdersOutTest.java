package dev.vesper.desk.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.JudgedRest;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People approve by exception: Anna's account sells S00 and buys S01 with what that brings, Ben's buys both. Whoever proposes or
 * approves first may untick single orders; what is left is judged again, and is what is executed.
 */
class LeavingOrdersOutTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final Proposals proposals = new Proposals(memory.proposalStore, inputs, memory.eventLog, memory, clock);
    private final StandingApproval approval =
            new StandingApproval(memory.taskStore, memory.eventLog, memory, proposals, inputs, clock);
    private final TaskCards cards =
            new TaskCards(memory, new KnownApprovals(memory.eventLog), inputs, (_, _, _) -> Optional.empty(), clock);
    private Exceptions exceptions = JudgedRest.over(memory, inputs);
    private ApprovalsNeeded needed = ApprovalsNeeded.ONE_CHECKER;
    private RunId run = RunId.of(SmallFirm.DATE, 1);

    @BeforeEach
    void decided() {
        RunRecord record = memory.open(SmallFirm.DATE, "firm", 42, false, NOON);
        run = record.id();
        new OpenRun(memory, inputs, new FilesOpenBooks(), memory, clock).resume(record);
        memory.saveData(run, new DataCheck("s", 10, 5, SmallFirm.DATE, SmallFirm.DATE, List.of(), false, "q"));
        memory.saveRebalance(
                run,
                Stream.of(new RebalanceResult(
                        List.of(),
                        List.of(
                                order("ANNA", "S00", Side.SELL, 100, "20"),
                                order("ANNA", "S01", Side.BUY, 430, "27.31"),
                                order("BEN", "S00", Side.BUY, 50, "20"),
                                order("BEN", "S01", Side.BUY, 40, "27.31")),
                        List.of())),
                List.of());
        proposals.record(record, () -> needed);
        desk().ask(run, TaskKind.PROPOSE_TRADES, 1);
    }

    private ParentOrder order(String account, String symbol, Side side, int units, String price) {
        return new ParentOrder(
                run + "-" + account + "-" + symbol,
                account,
                symbol,
                side,
                BigDecimal.valueOf(units),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(price),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }

    private AnswerTask desk() {
        return new AnswerTask(
                memory,
                memory.taskStore,
                memory.eventLog,
                memory,
                proposals,
                inputs,
                exceptions,
                new TaskTexts(memory, memory, _ -> SmallFirm.firm()),
                clock);
    }

    private String id(String order) {
        return run + "-" + order;
    }

    private void propose(String by, String reason, String... without) {
        desk().decide(run + "/propose-trades", Answer.APPROVE, by, reason, "", List.of(without));
        desk().ask(run, TaskKind.APPROVE_TRADES, 1);
    }

    private void approve(String by, String task, String reason, String... without) {
        desk().decide(run + "/" + task, Answer.APPROVE, by, reason, "", List.of(without));
    }

    private String refused(String named, Runnable answer) {
        int before = memory.approvals.size();
        Problem problem = assertThrows(Problem.class, answer::run);
        assertTrue(problem.getMessage().contains(named), problem.getMessage());
        assertEquals(before, memory.approvals.size(), "nothing half done");
        return problem.getMessage();
    }

    private Set<String> stands() {
        return approval.mustStand(memory.find(run).orElseThrow());
    }

    @Test
    void whatTheMakerLeavesOutIsNotAskedAboutAnyMore() {
        propose("Anna", "too small", "BEN-S01");
        approve("Carl", "approve-trades", "");
        assertEquals(Set.of(id("BEN-S01")), stands());
        AuditLog.Row row = memory.audit.stream()
                .filter(one -> one.action() == AuditAction.ORDER_LEFT_OUT)
                .findFirst()
                .orElseThrow();
        assertEquals("Anna", row.actor());
        assertEquals(run + "/propose-trades", row.subject());
        assertEquals(id("BEN-S01") + ": too small", row.detail());
        OrderLine line = memory.blotter.show(memory.find(run).orElseThrow(), id("BEN-S01"));
        assertEquals(OrderStatus.LEFT_OUT, line.state());
        assertEquals("left out by Anna: too small", line.reason());
        assertEquals(3, memory.blotter.totals(memory.find(run).orElseThrow()).orders());
        assertEquals(1, memory.blotter.totals(memory.find(run).orElseThrow()).leftOut());
    }

    @Test
    void theCheckerLeavesOutMoreAndBothStayOut() {
        propose("Anna", "too small", "BEN-S01");
        approve("Carl", "approve-trades", "too dear", id("BEN-S00"));
        assertEquals(Set.of(id("BEN-S00"), id("BEN-S01")), stands());
        assertEquals(
                List.of("left out by Anna: too small", "left out by Carl: too dear"),
                LeftOutOrder.of(memory.eventLog, run).values().stream()
                        .map(LeftOutOrder::words)
                        .toList());
        assertEquals(
                List.of("left out 1 order", "left out 1 order"),
                card("approve-trades").history().stream()
                        .map(TaskNote::what)
                        .filter(what -> what.startsWith("left out"))
                        .toList());
    }

    private TaskCard card(String task) {
        UserTask asked = memory.taskStore.find(run + "/" + task).orElseThrow();
        return cards.of(Question.of(asked), asked);
    }

    @Test
    void whoLooksWhileSomethingIsLeftOutLooksAnew() {
        String before = card("propose-trades").shown();
        propose("Anna", "too small", "BEN-S01");
        String shown = card("approve-trades").shown();
        assertFalse(shown.equals(before));
        refused(
                "has changed since",
                () -> desk().decide(run + "/approve-trades", Answer.APPROVE, "Carl", "", "0123456789ab"));
        desk().decide(run + "/approve-trades", Answer.APPROVE, "Carl", "", shown);
        assertEquals(Set.of(id("BEN-S01")), stands());
    }

    @Test
    void aSaleThatPaysForAPurchaseIsNotLeftOutAlone() {
        propose("Anna", "");
        String said = refused("cash", () -> approve("Carl", "approve-trades", "keep it", "ANNA-S00"));
        assertTrue(said.contains("but cash and sales are USD 10,000.00"), said);
        assertTrue(said.contains("What would pass: at most 366 units"), said);
        assertEquals(AuditAction.DECISION_DENIED, memory.audit.getLast().action());
        approve("Carl", "approve-trades", "keep it", "ANNA-S00", "ANNA-S01");
        assertEquals(Set.of(id("ANNA-S00"), id("ANNA-S01")), stands());
    }

    @Test
    void aLimitThatTheRestBreaksRefusesIt() {
        exceptions = JudgedRest.over(memory, inputs, new S00NeedsS01());
        refused("both or neither", () -> propose("Anna", "too small", "BEN-S01"));
        propose("Anna", "too small", "BEN-S01", "BEN-S00");
        approve("Carl", "approve-trades", "");
        assertEquals(2, stands().size());
    }

    /** Acts on an account, not on an order, as a sector's limit does. */
    private static final class S00NeedsS01 implements RuleBook {
        @Override
        public List<Verdict> check(AccountBook book, DecisionSink told) {
            boolean odd = book.orders().stream()
                    .filter(order -> order.side() == Side.BUY)
                    .map(ParentOrder::symbol)
                    .toList()
                    .equals(List.of("S00"));
            return List.of(new Verdict(
                    new RuleVersion("pairs", "1"),
                    odd ? Outcome.DENY : Outcome.PASS,
                    book.account().id(),
                    book.account().id(),
                    "Expected both or neither.",
                    Verdict.numbers(Map.of()),
                    "",
                    Optional.empty()));
        }

        @Override
        public Bounds bounds(AccountBook book, Collection<String> symbols) {
            return Bounds.NONE;
        }

        @Override
        public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
            return List.of();
        }

        @Override
        public SortedMap<String, String> versions() {
            return new TreeMap<>();
        }
    }

    @Test
    void toLeaveOutEverythingIsToReject() {
        refused(
                "to leave out everything is to reject it",
                () -> propose("Anna", "none of it", "ANNA-S00", "ANNA-S01", "BEN-S00", "BEN-S01"));
        propose("Anna", "not Ben", "BEN-S00", "BEN-S01");
        refused(
                "to leave out everything is to reject it",
                () -> approve("Carl", "approve-trades", "nor Anna", "ANNA-S00", "ANNA-S01"));
    }

    @Test
    void aReasonIsGivenAndTheOrderIsThere() {
        Problem unsaid = assertThrows(Problem.class, () -> propose("Anna", " ", "BEN-S01"));
        assertEquals(Problem.Kind.INPUT, unsaid.kind());
        assertTrue(String.valueOf(unsaid.getMessage()).startsWith("Expected a reason"), unsaid::getMessage);
        refused("maybe \"" + id("BEN-S0"), () -> propose("Anna", "small", "BEN-S0l"));
        refused(
                "a no is to all of them",
                () -> desk().decide(run + "/propose-trades", Answer.REJECT, "Anna", "no", "", List.of("BEN-S01")));
        propose("Anna", "too small", "BEN-S01", "BEN-S01");
        refused("is left out already", () -> approve("Carl", "approve-trades", "too", "BEN-S01"));
    }

    /** Whoever leaves out is bound like whoever answers: one person stays one person. */
    @Test
    void theMakerDoesNotCheckByLeavingOut() {
        propose("Anna", "");
        refused("Expected another person", () -> approve(" ANNA ", "approve-trades", "too dear", "BEN-S01"));
        assertTrue(LeftOutOrder.of(memory.eventLog, run).isEmpty());
    }

    @Test
    void everyCheckerApprovesWhatIsExecuted() {
        needed = new ApprovalsNeeded(
                List.of(
                        new dev.vesper.approvals.ApprovalStep(1, "checkers", 1),
                        new dev.vesper.approvals.ApprovalStep(2, "checkers", 1)),
                List.of());
        decided(); // another run, which asks two
        propose("Anna", "");
        approve("Carl", "approve-trades-2", "too dear", "BEN-S01");
        refused(
                "approve all that Carl approved already",
                () -> approve("Dora", "approve-trades", "this too", "BEN-S00"));
        approve("Dora", "approve-trades", "");
        assertEquals(Set.of(id("BEN-S01")), stands());
    }

    @Test
    void whatWasLeftOutBehindTheirBacksDoesNotStand() {
        propose("Anna", "too small", "BEN-S01");
        approve("Carl", "approve-trades", "");
        int at = 0;
        while (!(memory.approvals.get(at) instanceof FourEyesEvent.LeftOut)) {
            at++;
        }
        FourEyesEvent.LeftOut left = (FourEyesEvent.LeftOut) memory.approvals.get(at);
        memory.approvals.set(
                at,
                new FourEyesEvent.LeftOut(left.step(), left.by(), List.of(id("BEN-S00")), left.reason(), left.rest()));
        Problem fallen = assertThrows(Problem.class, this::stands);
        assertTrue(fallen.getMessage().contains("approved another one"), fallen.getMessage());
        memory.approvals.remove(at);
        assertThrows(Problem.class, this::stands);
    }
}
