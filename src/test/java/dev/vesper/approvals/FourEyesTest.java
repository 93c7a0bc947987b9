package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.FourEyesCommand.Approve;
import dev.vesper.approvals.FourEyesCommand.Propose;
import dev.vesper.approvals.FourEyesCommand.Reject;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in, events out: two different people agree on a proposal, or nothing is traded. */
class FourEyesTest {
    private final List<FourEyesEvent> events = new ArrayList<>();
    private FourEyesState state = FourEyesState.initial();

    @Test
    void twoPeopleApprove() {
        give(new Propose("anna"), new Approve("ben"));
        assertEquals(new FourEyesState.Approved("anna", "ben"), state);
        assertEquals(List.of(new FourEyesEvent.Proposed("anna"), new FourEyesEvent.Approved("ben")), events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Müller",
                "ANNA MÜLLER",
                " anna  müller ",
                "anna mu\u0308ller",
                "Anna\u00a0Müller",
                "Anna\tMüller",
                "An\u200bna Müller",
                "Ａｎｎａ Müller"
            })
    void secondApproverMustDiffer(String checker) {
        give(new Propose("Anna Müller"));
        assertEquals("second-approver-must-differ", refuse(new Approve(checker)).code());
        assertEquals(new FourEyesState.AwaitingChecker("Anna Müller"), state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRASSER", "straßer", "Straßer"})
    void sharpSIsTheSamePerson(String checker) {
        give(new Propose("Strasser"));
        assertEquals("second-approver-must-differ", refuse(new Approve(checker)).code());
    }

    @Test
    void differentPeopleWithLikeNamesMayApprove() {
        give(new Propose("anna"), new Approve("anne"));
        assertInstanceOf(FourEyesState.Approved.class, state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n", "\u200b", "\u00a0"})
    void emptyNamesAreRefused(String nobody) {
        assertEquals("name-missing", refuse(new Propose(nobody)).code());
        give(new Propose("anna"));
        assertEquals("name-missing", refuse(new Approve(nobody)).code());
        assertEquals("name-missing", refuse(new Reject(nobody, "no")).code());
    }

    @Test
    void nothingIsApprovedOrRejectedBeforeItIsProposed() {
        assertEquals("not-proposed", refuse(new Approve("ben")).code());
        assertEquals(
                "not-proposed", refuse(new Reject("ben", "too much turnover")).code());
    }

    @Test
    void aSecondProposalIsRefused() {
        give(new Propose("anna"));
        Refusal refusal = refuse(new Propose("ben"));
        assertEquals("already-proposed", refusal.code());
        assertTrue(refusal.message().contains("anna") && refusal.message().contains("ben"), refusal::message);
    }

    @Test
    void theCheckerRejectsWithAReason() {
        give(new Propose("anna"), new Reject("ben", " too much turnover "));
        assertEquals(new FourEyesState.Rejected("anna", "ben", "too much turnover"), state);
    }

    @Test
    void theMakerMayWithdraw() {
        give(new Propose("anna"), new Reject("Anna", "typing error"));
        assertEquals(new FourEyesState.Rejected("anna", "Anna", "typing error"), state);
    }

    @Test
    void whatIsDecidedStaysDecided() {
        give(new Propose("anna"), new Approve("ben"));
        assertEquals("already-decided", refuse(new Approve("carl")).code());
        assertEquals("already-decided", refuse(new Reject("carl", "late")).code());
        Refusal refusal = refuse(new Propose("carl"));
        assertEquals("already-decided", refusal.code());
        assertTrue(refusal.message().contains("ben has approved what anna proposed"), refusal::message);
    }

    @Test
    void whatIsRejectedStaysRejected() {
        give(new Propose("anna"), new Reject("ben", "stale price of IBM"));
        Refusal refusal = refuse(new Approve("carl"));
        assertEquals("already-decided", refusal.code());
        assertTrue(refusal.message().contains("stale price of IBM"), refusal::message);
    }

    @Test
    void replayIsApplyAgain() {
        give(new Propose("anna"), new Approve("ben"));
        assertEquals(state, FourEyes.replay(events));
        assertEquals(FourEyes.replay(events), FourEyes.replay(events));
        assertEquals(FourEyesState.initial(), FourEyes.replay(List.of()));
    }

    @Test
    void eventsOutOfOrderAreOurFault() {
        FourEyesEvent approved = new FourEyesEvent.Approved("ben");
        assertThrows(IllegalStateException.class, () -> FourEyes.replay(List.of(approved)));
    }

    private void give(FourEyesCommand... commands) {
        for (FourEyesCommand command : commands) {
            Decision<FourEyesEvent> decision = FourEyes.decide(state, command);
            List<?> accepted =
                    assertInstanceOf(Decision.Accepted.class, decision).events();
            for (FourEyesEvent event :
                    accepted.stream().map(FourEyesEvent.class::cast).toList()) {
                events.add(event);
                state = FourEyes.apply(state, event);
            }
        }
    }

    private Refusal refuse(FourEyesCommand command) {
        return assertInstanceOf(Decision.Denied.class, FourEyes.decide(state, command))
                .refusal();
    }
}
