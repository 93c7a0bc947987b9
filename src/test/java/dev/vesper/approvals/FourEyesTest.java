package dev.vesper.approvals;

import static dev.vesper.testing.TwoPeople.approve;
import static dev.vesper.testing.TwoPeople.approved;
import static dev.vesper.testing.TwoPeople.approvedBy;
import static dev.vesper.testing.TwoPeople.awaitingChecker;
import static dev.vesper.testing.TwoPeople.decline;
import static dev.vesper.testing.TwoPeople.propose;
import static dev.vesper.testing.TwoPeople.proposed;
import static dev.vesper.testing.TwoPeople.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in, events out: two different people agree on a proposal, or nothing is traded. */
class FourEyesTest {
    private final FourEyes fourEyes = new FourEyes();
    private final List<FourEyesEvent> events = new ArrayList<>();
    private FourEyesState state = fourEyes.initial();

    @Test
    void twoPeopleApprove() {
        give(propose("anna"), approve("ben"));
        assertEquals(approvedBy("anna", "ben", ""), state);
        assertEquals(List.of(proposed("anna"), approved("ben")), events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Müller",
                "ANNA MÜLLER",
                " anna  müller ",
                "anna mu\u0308ller",
                "Anna\u00a0Müller",
                "Ａｎｎａ Müller"
            })
    void secondApproverMustDiffer(String checker) {
        give(propose("Anna Müller"));
        assertEquals("second-approver-must-differ", refuse(approve(checker)).code());
        assertEquals(awaitingChecker("Anna Müller", ""), state);
    }

    /** What the checker saw is not what the maker put forward: both are named by the first digits of their sums. */
    @Test
    void whatIsApprovedIsWhatWasProposed() {
        String proposed = "a".repeat(64);
        String altered = "b".repeat(64);
        give(propose("anna", proposed));
        Refusal refused = refuse(approve("ben", altered));
        assertEquals("proposal-differs", refused.code());
        assertEquals(
                "Expected ben to approve what anna proposed (aaaaaaaaaaaa), but what is there now is bbbbbbbbbbbb; reject"
                        + " it, and run the day again",
                refused.message());
        assertTrue(refuse(approve("ben", "")).message().contains("is without a sum;"));
        give(approve("ben", proposed));
        assertEquals(approvedBy("anna", "ben", proposed), state);
        FourEyesState waiting = awaitingChecker("anna", proposed);
        assertThrows(BrokenHistory.class, () -> fourEyes.apply(waiting, approved("ben", altered)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRASSER", "straßer", "Straßer"})
    void sharpSIsTheSamePerson(String checker) {
        give(propose("Strasser"));
        assertEquals("second-approver-must-differ", refuse(approve(checker)).code());
    }

    @Test
    void differentPeopleWithLikeNamesMayApprove() {
        give(propose("anna"), approve("anne"));
        assertInstanceOf(FourEyesState.Approved.class, state);
    }

    /** Who reads "Аса" cannot say whether Latin or Cyrillic letters stand there, and so not who approved. */
    @ParameterizedTest
    @CsvSource({"Aca, Аса", "Al, AI", "bob, b0b", "Arnold, Amold"})
    void namesThatLookAlikeAreOnePerson(String maker, String checker) {
        give(propose(maker));
        assertEquals("second-approver-must-differ", refuse(approve(checker)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Аlice", "alice\u2800", "al\u200bice", "alice\uFE0F", "alice\u3164", "alice\tb", "vesper"})
    void aNameMadeToBeMistakenIsRefused(String checker) {
        assertEquals("name-unclear", refuse(propose(checker)).code());
        assertEquals("name-unclear", refuse(decline(checker, "")).code());
        give(propose("alice"));
        assertEquals("name-unclear", refuse(approve(checker)).code());
        assertEquals("name-unclear", refuse(reject(checker, "no")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n", "\u200b", "\u00a0"})
    void emptyNamesAreRefused(String nobody) {
        assertEquals("name-missing", refuse(propose(nobody)).code());
        give(propose("anna"));
        assertEquals("name-missing", refuse(approve(nobody)).code());
        assertEquals("name-missing", refuse(reject(nobody, "no")).code());
    }

    @Test
    void nothingIsApprovedOrRejectedBeforeItIsProposed() {
        assertEquals("not-proposed", refuse(approve("ben")).code());
        assertEquals("not-proposed", refuse(reject("ben", "too much turnover")).code());
    }

    @Test
    void aSecondProposalIsRefused() {
        give(propose("anna"));
        Refusal refusal = refuse(propose("ben"));
        assertEquals("already-proposed", refusal.code());
        assertTrue(refusal.message().contains("anna") && refusal.message().contains("ben"), refusal::message);
    }

    @Test
    void theCheckerRejectsWithAReason() {
        give(propose("anna"), reject("ben", " too much turnover "));
        assertEquals(new FourEyesState.Rejected("anna", "ben", "too much turnover"), state);
    }

    @Test
    void theMakerMayWithdraw() {
        give(propose("anna"), reject("Anna", "typing error"));
        assertEquals(new FourEyesState.Rejected("anna", "Anna", "typing error"), state);
    }

    @Test
    void whatIsDecidedStaysDecided() {
        give(propose("anna"), approve("ben"));
        assertEquals("already-decided", refuse(approve("carl")).code());
        assertEquals("already-decided", refuse(reject("carl", "late")).code());
        Refusal refusal = refuse(propose("carl"));
        assertEquals("already-decided", refusal.code());
        assertTrue(refusal.message().contains("ben approved what anna proposed"), refusal::message);
    }

    @Test
    void whatIsRejectedStaysRejected() {
        give(propose("anna"), reject("ben", "stale price of IBM"));
        Refusal refusal = refuse(approve("carl"));
        assertEquals("already-decided", refusal.code());
        assertTrue(refusal.message().contains("stale price of IBM"), refusal::message);
        assertEquals("already-decided", refuse(propose("anna")).code(), "the next proposal is another day's");
        assertEquals("already-decided", refuse(decline("anna", "")).code());
        assertEquals("already-decided", refuse(reject("ben", "again")).code());
    }

    @Test
    void replayIsApplyAgain() {
        give(propose("anna"), approve("ben"));
        assertEquals(state, fourEyes.replay(events));
        assertEquals(fourEyes.replay(events), fourEyes.replay(events));
        assertEquals(fourEyes.initial(), fourEyes.replay(List.of()));
    }

    @Test
    void theMakerMayDecline() {
        give(decline(" anna ", " too late "));
        assertEquals(new FourEyesState.Declined("anna", "too late"), state);
        assertEquals(List.of(new FourEyesEvent.Declined("anna", "too late")), events);
        assertTrue(refuse(propose("ben")).message().contains("anna has declined to propose: too late"));
        assertEquals("already-decided", refuse(approve("ben")).code());
        assertEquals("already-decided", refuse(reject("ben", "")).code());
        assertEquals("already-decided", refuse(decline("ben", "")).code());
        assertEquals(state, fourEyes.replay(events));
    }

    @Test
    void whatIsProposedIsNotDeclined() {
        give(propose("anna"));
        assertEquals("already-proposed", refuse(decline("ben", "")).code());
        assertEquals("name-missing", refuse(decline(" ", "")).code());
    }

    /** Stored events are believed, so what nobody could have decided is refused on replay too. */
    private static final ApprovalsNeeded THREE = new ApprovalsNeeded(
            List.of(
                    new ApprovalStep(1, "checkers", 1),
                    new ApprovalStep(2, "checkers", 1),
                    new ApprovalStep(3, "risk", 3)),
            List.of());

    private static final People FIRM = new People(new TreeMap<>(Map.of(
            "makers", List.of("anna"),
            "checkers", List.of("ben", "carol", "anna"),
            "risk", List.of("Dora Stern", "ben"))));

    private static FourEyesCommand proposeToThree() {
        return new FourEyesCommand.Propose("anna", "sum", THREE, FIRM);
    }

    private static FourEyesCommand approveStep(String by, int step) {
        return new FourEyesCommand.Approve(by, "sum", step, FIRM);
    }

    @Test
    void asManyPeopleApproveAsAreNeededInAnyOrder() {
        give(proposeToThree(), approveStep("DORA  stern", 3), approveStep("ben", 2));
        assertInstanceOf(FourEyesState.AwaitingChecker.class, state);
        give(approveStep("carol", 1));
        assertEquals(
                new FourEyesState.Approved(
                        "anna",
                        List.of(
                                new GivenApproval(3, "risk", "DORA stern"),
                                new GivenApproval(2, "checkers", "ben"),
                                new GivenApproval(1, "checkers", "carol")),
                        "sum"),
                state);
        assertEquals("DORA stern (risk), ben, carol", ((FourEyesState.Approved) state).checkers());
    }

    /** A full-width, an upper-case and a Cyrillic-looking spelling are one person, in the first step and in any other. */
    @Test
    void nobodyApprovesTwiceUnderAnyNameThatLooksTheSame() {
        give(proposeToThree(), new FourEyesCommand.Approve("ben", "sum", 1, People.UNKNOWN));
        for (String again : List.of("ben", "BEN", "\uff42\uff45\uff4e", " ben ", "\u0184en")) {
            for (int step : List.of(2, 3)) {
                Decision<FourEyesEvent> decision =
                        fourEyes.decide(state, new FourEyesCommand.Approve(again, "sum", step, People.UNKNOWN));
                assertInstanceOf(Decision.Denied.class, decision, again);
            }
        }
        assertEquals(
                FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                refuse(new FourEyesCommand.Approve("Ben", "sum", 2, People.UNKNOWN))
                        .kind());
        assertEquals(
                FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                refuse(new FourEyesCommand.Approve("Anna", "sum", 2, People.UNKNOWN))
                        .kind());
    }

    @Test
    void aStepIsAnsweredOnceAndOnlyOneThatIsNeeded() {
        give(proposeToThree(), approveStep("ben", 1));
        assertEquals(
                FourEyesRefusal.STEP_NOT_OPEN, refuse(approveStep("carol", 1)).kind());
        assertEquals(
                FourEyesRefusal.STEP_NOT_OPEN, refuse(approveStep("carol", 4)).kind());
        give(approveStep("carol", 2));
    }

    @Test
    void onlyThePeopleOfAGroupSayYesForIt() {
        assertEquals(
                FourEyesRefusal.GROUP_DIFFERS,
                refuse(new FourEyesCommand.Propose("ben", "sum", THREE, FIRM)).kind());
        give(proposeToThree());
        Refusal carol = refuse(approveStep("carol", 3));
        assertEquals(FourEyesRefusal.GROUP_DIFFERS, carol.kind());
        assertEquals(
                "Expected somebody of the group risk, but carol belongs to checkers (people: of firm.yaml); ask one of"
                        + " Dora Stern, ben",
                carol.message());
        assertEquals(
                FourEyesRefusal.GROUP_DIFFERS, refuse(approveStep("eve", 1)).kind());
    }

    /** Whoever the firm names may turn it down; a stranger may not even that. */
    @Test
    void aStrangerSaysNothingAndAnybodyElseNo() {
        give(proposeToThree());
        assertEquals(
                FourEyesRefusal.GROUP_DIFFERS,
                refuse(new FourEyesCommand.Reject("eve", "", FIRM)).kind());
        give(new FourEyesCommand.Reject("Dora Stern", "too much", FIRM));
        assertInstanceOf(FourEyesState.Rejected.class, state);
    }

    @Test
    void oneNoOfSeveralEndsIt() {
        give(proposeToThree(), approveStep("ben", 1), new FourEyesCommand.Reject("carol", "stale", FIRM));
        assertEquals(new FourEyesState.Rejected("anna", "carol", "stale"), state);
        assertEquals(
                FourEyesRefusal.ALREADY_DECIDED,
                refuse(approveStep("Dora Stern", 3)).kind());
    }

    static Stream<List<FourEyesEvent>> forgedSteps() {
        FourEyesEvent proposed = new FourEyesEvent.Proposed("anna", "sum", THREE.steps());
        FourEyesEvent ben = new FourEyesEvent.Approved("ben", "sum", 1, "checkers");
        return Stream.of(
                List.of(new FourEyesEvent.Proposed("anna", "sum", List.of())),
                List.of(new FourEyesEvent.Proposed(
                        "anna",
                        "sum",
                        List.of(THREE.steps().getFirst(), THREE.steps().getFirst()))),
                List.of(proposed, ben, ben),
                List.of(proposed, ben, new FourEyesEvent.Approved("BEN", "sum", 2, "checkers")),
                List.of(proposed, ben, new FourEyesEvent.Approved("carol", "sum", 1, "checkers")),
                List.of(proposed, ben, new FourEyesEvent.Approved("carol", "sum", 4, "checkers")),
                List.of(proposed, ben, new FourEyesEvent.Approved("carol", "sum", 3, "checkers")),
                List.of(proposed, ben, new FourEyesEvent.Approved("anna", "sum", 3, "risk")));
    }

    @ParameterizedTest
    @MethodSource("forgedSteps")
    void aForgedStepIsRefusedOnReplay(List<FourEyesEvent> forged) {
        assertThrows(BrokenHistory.class, () -> fourEyes.replay(forged));
    }

    static Stream<List<FourEyesEvent>> forgedHistories() {
        FourEyesEvent proposed = proposed("Anna Müller");
        FourEyesEvent approved = approved("ben");
        FourEyesEvent rejected = new FourEyesEvent.Rejected("ben", "");
        FourEyesEvent declined = new FourEyesEvent.Declined("anna", "");
        return Stream.of(
                List.of(approved),
                List.of(rejected),
                List.of(approved, proposed),
                List.of(proposed, proposed),
                List.of(proposed, declined),
                List.of(declined, declined),
                List.of(declined, approved),
                List.of(proposed, approved, approved),
                List.of(proposed, approved, rejected),
                List.of(proposed, rejected, approved),
                List.of(proposed(" ")),
                List.of(new FourEyesEvent.Declined("", "")),
                List.of(proposed, approved("\u200b")),
                List.of(proposed, new FourEyesEvent.Rejected("", "no")),
                List.of(proposed, approved("Anna Müller")),
                List.of(proposed, approved(" ANNA  mu\u0308ller")),
                List.of(proposed, approved("An\u200bna Müller")));
    }

    @ParameterizedTest
    @MethodSource("forgedHistories")
    void aForgedHistoryIsRefusedOnReplay(List<FourEyesEvent> forged) {
        assertThrows(BrokenHistory.class, () -> fourEyes.replay(forged));
    }

    private void give(FourEyesCommand... commands) {
        for (FourEyesCommand command : commands) {
            Decision<FourEyesEvent> decision = fourEyes.decide(state, command);
            List<?> accepted =
                    assertInstanceOf(Decision.Accepted.class, decision).events();
            for (FourEyesEvent event :
                    accepted.stream().map(FourEyesEvent.class::cast).toList()) {
                events.add(event);
                state = fourEyes.apply(state, event);
            }
        }
    }

    private Refusal refuse(FourEyesCommand command) {
        return assertInstanceOf(Decision.Denied.class, fourEyes.decide(state, command))
                .refusal();
    }
}
