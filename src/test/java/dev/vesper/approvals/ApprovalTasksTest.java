package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks after a question, what is said about it and to whom it is handed: none of it loosens four eyes. */
class ApprovalTasksTest {
    private static final People FIRM = new People(new TreeMap<>(Map.of(
            "makers", List.of("alice", "amy", "ben"),
            "checkers", List.of("ben", "carol", "dora", "alice"),
            "risk", List.of("dora", "finn"),
            "data-stewards", List.of("gus", "hal"))));
    private static final ApprovalsNeeded TWO =
            new ApprovalsNeeded(List.of(new ApprovalStep(1, "checkers", 1), new ApprovalStep(2, "risk", 1)), List.of());
    private static final TaskSeat PROPOSE = new TaskSeat("propose-trades", "makers", false);
    private static final TaskSeat CHECK = new TaskSeat("approve-trades", "checkers", true);
    private static final TaskSeat RISK = new TaskSeat("approve-trades-2", "risk", true);
    private static final TaskSeat RELEASE = new TaskSeat("release-data", "data-stewards", false);

    private final ApprovalTasks rules = new ApprovalTasks();
    private final List<FourEyesEvent> events = new ArrayList<>();
    private ApprovalState state = rules.initial();

    @Test
    void aTakenQuestionIsAnsweredByWhoHasIt() {
        give(propose("alice"), claim(CHECK, "ben"));
        assertEquals(Optional.of("ben"), state.handling().holder("approve-trades"));
        Refusal late = refuse(claim(CHECK, "carol"));
        assertEquals("held-by-another", late.code());
        assertTrue(late.message().contains("ben has approve-trades"), late.message());
        assertEquals("held-by-another", refuse(approve(CHECK, 1, "carol")).code());
        give(approve(CHECK, 1, "Ben"));
    }

    @Test
    void aNoIsTakenWhoeverHasTheQuestion() {
        give(propose("alice"), claim(CHECK, "ben"), answer(CHECK, new FourEyesCommand.Reject("carol", "no", FIRM)));
        assertTrue(state.answers() instanceof FourEyesState.Rejected);
    }

    @Test
    void aQuestionIsGivenBackAndTakenBySomebodyElse() {
        give(propose("alice"), claim(CHECK, "ben"), back(CHECK, "ben", ""), claim(CHECK, "carol"));
        assertEquals("text-unfit", refuse(back(CHECK, "dora", " ")).code());
        assertEquals("group-differs", refuse(back(CHECK, "gus", "mine")).code());
        give(back(CHECK, "dora", "carol is ill"));
        assertEquals("not-held", refuse(back(CHECK, "dora", "again")).code());
        assertEquals(4, state.handling().version("approve-trades"));
    }

    @Test
    void whoLookedAtSomethingOldTakesNothing() {
        give(propose("alice"), ask(CHECK, "ben", "why?"));
        assertEquals(
                "question-changed",
                refuse(new TaskCommand.Claim(CHECK, "ben", OptionalInt.of(0), FIRM))
                        .code());
        give(new TaskCommand.Claim(CHECK, "ben", OptionalInt.of(1), FIRM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", " ALICE ", "\uff41lice"})
    void theMakerTakesNoCheck(String alice) {
        give(propose("alice"));
        assertEquals("second-approver-must-differ", refuse(claim(CHECK, alice)).code());
        assertEquals(
                "second-approver-must-differ",
                refuse(delegate(CHECK, alice, "carol")).code());
        assertEquals(
                "second-approver-must-differ",
                refuse(delegate(CHECK, "carol", "alice")).code());
        assertEquals(
                "second-approver-must-differ", refuse(ask(CHECK, alice, "why?")).code());
        assertEquals(
                "second-approver-must-differ",
                refuse(back(CHECK, claimed(alice), "mine")).code());
    }

    private String claimed(String by) {
        give(claim(CHECK, "carol"));
        return by;
    }

    @Test
    void aCheckerAsksAndTheMakerReplies() {
        give(propose("alice"), ask(CHECK, "ben", "why so much IBM?"));
        assertEquals(1, state.handling().unanswered("approve-trades").size());
        assertEquals(
                "second-approver-must-differ", refuse(reply(CHECK, "ben", "so")).code());
        give(reply(CHECK, "alice", "a deposit"));
        assertEquals("nothing-asked", refuse(reply(CHECK, "alice", "again")).code());
        assertEquals(2, state.handling().said().size());
        give(approve(CHECK, 1, "carol"));
    }

    @Test
    void nothingIsAskedOfNobody() {
        assertEquals("nothing-asked", refuse(ask(PROPOSE, "amy", "what?")).code());
        assertEquals("not-proposed", refuse(ask(CHECK, "ben", "why?")).code());
        give(propose("alice"));
        assertEquals("text-unfit", refuse(ask(CHECK, "ben", " ")).code());
        assertEquals("text-unfit", refuse(ask(CHECK, "ben", "x".repeat(501))).code());
        assertEquals("group-differs", refuse(ask(CHECK, "gus", "why?")).code());
        assertEquals("group-differs", refuse(ask(CHECK, "mallory", "why?")).code());
    }

    @Test
    void theMakersDelegateChecksNothing() {
        give(delegate(PROPOSE, "alice", "ben"), back(PROPOSE, "ben", ""), propose("alice"));
        assertEquals("linked-by-delegation", refuse(approve(CHECK, 1, "ben")).code());
        assertEquals("linked-by-delegation", refuse(claim(CHECK, "ben")).code());
        assertEquals(
                "linked-by-delegation", refuse(delegate(CHECK, "carol", "ben")).code());
    }

    @Test
    void whoHandedTheProposalOnChecksNothing() {
        give(delegate(PROPOSE, "alice", "amy"), propose("amy"));
        assertEquals("linked-by-delegation", refuse(approve(CHECK, 1, "alice")).code());
    }

    @Test
    void delegatesOfDelegatesAreLinkedToo() {
        give(delegate(PROPOSE, "alice", "amy"), delegate(PROPOSE, "amy", "ben"), back(PROPOSE, "ben", ""));
        give(propose("alice"));
        assertEquals("linked-by-delegation", refuse(approve(CHECK, 1, "ben")).code());
    }

    @Test
    void oneCheckerDoesNotAnswerTwiceThroughAnother() {
        give(propose("alice"), delegate(CHECK, "carol", "dora"));
        assertEquals("held-by-another", refuse(approve(CHECK, 1, "carol")).code());
        give(approve(CHECK, 1, "dora"));
        assertEquals(
                "second-approver-must-differ", refuse(approve(RISK, 2, "dora")).code());
        assertEquals(List.of("alice", "dora", "carol"), state.barred());
        give(approve(RISK, 2, "finn"));
        assertTrue(state.answers() instanceof FourEyesState.Approved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallory", "gus", "\u0441arol", "caro1", "", "vesper", "CAROL\u200b"})
    void nothingIsHandedToStrangersAndLookAlikes(String to) {
        give(propose("alice"));
        refuse(delegate(CHECK, "ben", to));
        assertTrue(state.handling().past().isEmpty());
    }

    @Test
    void nobodyHandsOnWhatSomebodyElseHas() {
        give(propose("alice"), claim(CHECK, "ben"));
        assertEquals("held-by-another", refuse(delegate(CHECK, "carol", "dora")).code());
        give(delegate(CHECK, "ben", "carol"));
        assertEquals(Optional.of("carol"), state.handling().holder("approve-trades"));
    }

    @Test
    void whatIsAnsweredIsNobodysToLookAfter() {
        give(propose("alice"));
        assertEquals("already-decided", refuse(claim(PROPOSE, "amy")).code());
        give(answer(CHECK, new FourEyesCommand.Reject("ben", "no", FIRM)));
        assertEquals("already-decided", refuse(claim(CHECK, "carol")).code());
        assertEquals("already-decided", refuse(claim(RISK, "finn")).code());
    }

    @Test
    void dataIsReleasedByWhoHasTheQuestion() {
        give(claim(RELEASE, "gus"));
        assertEquals("held-by-another", refuse(release("hal", true)).code());
        assertEquals("group-differs", refuse(release("carol", true)).code());
        give(release("hal", false), release("gus", true));
        assertEquals(new FourEyesState.NotProposed(), state.answers());
    }

    @Test
    void whatWasShownStandsBesideTheAnswer() {
        give(propose("alice"));
        String sum = "a".repeat(64);
        give(new TaskCommand.Answer(CHECK, new FourEyesCommand.Approve("ben", "", 1, FIRM), sum));
        assertEquals(new TaskEvent.Shown("approve-trades", "ben", sum), events.get(events.size() - 2));
        assertTrue(events.getLast() instanceof FourEyesEvent.Approved);
    }

    @Test
    void oneQuestionIsNotTalkedAboutForEver() {
        give(propose("alice"));
        for (int i = 0; i < ApprovalTasks.MOST; i++) {
            give(ask(CHECK, "ben", "why?"));
        }
        assertEquals("question-changed", refuse(ask(CHECK, "ben", "why?")).code());
        give(approve(CHECK, 1, "ben"));
    }

    @Test
    void forgedActsBreakTheHistory() {
        give(propose("alice"), claim(CHECK, "ben"));
        for (FourEyesEvent forged : List.of(
                new TaskEvent.Claimed("approve-trades", "carol"),
                new TaskEvent.GivenBack("approve-trades", "carol", ""),
                new TaskEvent.Delegated("approve-trades", "carol", "dora", ""),
                new TaskEvent.Delegated("approve-trades", "ben", "BEN", ""),
                new TaskEvent.Delegated("approve-trades", "ben", "vesper", ""),
                new TaskEvent.Replied("approve-trades", "alice", "so"),
                new TaskEvent.Claimed("approve-trades-2", ""))) {
            assertThrows(BrokenHistory.class, () -> rules.apply(state, forged), forged.toString());
        }
        state = rules.apply(state, new TaskEvent.Delegated("approve-trades", "ben", "alice", ""));
        assertThrows(
                BrokenHistory.class,
                () -> rules.apply(state, new FourEyesEvent.Approved("ben", "", 1, "checkers")),
                "linked to the maker, whoever wrote that");
    }

    @Test
    void whoIsLinkedToWhoAnsweredIsNoLongerLeft() {
        ApprovalsNeeded one = new ApprovalsNeeded(List.of(new ApprovalStep(2, "risk", 1)), List.of());
        give(new TaskCommand.Answer(PROPOSE, new FourEyesCommand.Propose("alice", "", one, FIRM), ""));
        give(delegate(RISK, "finn", "dora"));
        assertEquals(Optional.empty(), new WhoIsLeft(FIRM, FIRM).toApprove(state, one));
        ApprovalsNeeded both = new ApprovalsNeeded(
                List.of(new ApprovalStep(1, "checkers", 1), new ApprovalStep(2, "risk", 1)), List.of());
        state = rules.initial();
        give(new TaskCommand.Answer(PROPOSE, new FourEyesCommand.Propose("alice", "", both, FIRM), ""));
        give(delegate(RISK, "finn", "dora"), back(RISK, "dora", ""), approve(CHECK, 1, "dora"));
        assertTrue(new WhoIsLeft(FIRM, FIRM).toApprove(state, both).isPresent());
        assertFalse(state.barred().isEmpty());
    }

    private static TaskCommand answer(TaskSeat seat, FourEyesCommand answer) {
        return new TaskCommand.Answer(seat, answer, "");
    }

    private static TaskCommand propose(String by) {
        return answer(PROPOSE, new FourEyesCommand.Propose(by, "", TWO, FIRM));
    }

    private static TaskCommand approve(TaskSeat seat, int step, String by) {
        return answer(seat, new FourEyesCommand.Approve(by, "", step, FIRM));
    }

    private static TaskCommand claim(TaskSeat seat, String by) {
        return new TaskCommand.Claim(seat, by, OptionalInt.empty(), FIRM);
    }

    private static TaskCommand back(TaskSeat seat, String by, String reason) {
        return new TaskCommand.GiveBack(seat, by, reason, FIRM);
    }

    private static TaskCommand ask(TaskSeat seat, String by, String text) {
        return new TaskCommand.Ask(seat, by, text, FIRM);
    }

    private static TaskCommand reply(TaskSeat seat, String by, String text) {
        return new TaskCommand.Reply(seat, by, text, FIRM);
    }

    private static TaskCommand delegate(TaskSeat seat, String by, String to) {
        return new TaskCommand.Delegate(seat, by, to, "", FIRM);
    }

    private static TaskCommand release(String by, boolean yes) {
        return new TaskCommand.Decide(RELEASE, yes, by, "", FIRM);
    }

    private void give(TaskCommand... commands) {
        for (TaskCommand command : commands) {
            switch (rules.decide(state, command)) {
                case Decision.Accepted<FourEyesEvent>(var accepted) -> {
                    accepted.forEach(event -> state = rules.apply(state, event));
                    events.addAll(accepted);
                }
                case Decision.Denied<FourEyesEvent>(Refusal refusal) ->
                    throw new AssertionError(command + ": " + refusal.message());
            }
        }
    }

    private Refusal refuse(TaskCommand command) {
        if (rules.decide(state, command) instanceof Decision.Denied<FourEyesEvent>(Refusal refusal)) {
            return refusal;
        }
        throw new AssertionError("Expected a refusal of " + command);
    }
}
