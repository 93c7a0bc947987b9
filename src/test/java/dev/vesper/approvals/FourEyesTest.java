package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.FourEyesCommand.Approve;
import dev.vesper.approvals.FourEyesCommand.Decline;
import dev.vesper.approvals.FourEyesCommand.Propose;
import dev.vesper.approvals.FourEyesCommand.Reject;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.List;
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
                "Ａｎｎａ Müller"
            })
    void secondApproverMustDiffer(String checker) {
        give(new Propose("Anna Müller"));
        assertEquals("second-approver-must-differ", refuse(new Approve(checker)).code());
        assertEquals(new FourEyesState.AwaitingChecker("Anna Müller"), state);
    }

    /** What the checker saw is not what the maker put forward: both are named by the first digits of their sums. */
    @Test
    void whatIsApprovedIsWhatWasProposed() {
        String proposed = "a".repeat(64);
        String altered = "b".repeat(64);
        give(new Propose("anna", proposed));
        Refusal refused = refuse(new Approve("ben", altered));
        assertEquals("proposal-differs", refused.code());
        assertEquals(
                "Expected ben to approve what anna proposed (aaaaaaaaaaaa), but what is there now is bbbbbbbbbbbb; reject"
                        + " it, and run the day again",
                refused.message());
        assertTrue(refuse(new Approve("ben", "")).message().contains("is without a sum;"));
        give(new Approve("ben", proposed));
        assertEquals(new FourEyesState.Approved("anna", "ben", proposed), state);
        FourEyesState waiting = new FourEyesState.AwaitingChecker("anna", proposed);
        assertThrows(BrokenHistory.class, () -> fourEyes.apply(waiting, new FourEyesEvent.Approved("ben", altered)));
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

    /** Who reads "Аса" cannot say whether Latin or Cyrillic letters stand there, and so not who approved. */
    @ParameterizedTest
    @CsvSource({"Aca, Аса", "Al, AI", "bob, b0b", "Arnold, Amold"})
    void namesThatLookAlikeAreOnePerson(String maker, String checker) {
        give(new Propose(maker));
        assertEquals("second-approver-must-differ", refuse(new Approve(checker)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Аlice", "alice\u2800", "al\u200bice", "alice\uFE0F", "alice\u3164", "alice\tb", "vesper"})
    void aNameMadeToBeMistakenIsRefused(String checker) {
        assertEquals("name-unclear", refuse(new Propose(checker)).code());
        assertEquals("name-unclear", refuse(new Decline(checker, "")).code());
        give(new Propose("alice"));
        assertEquals("name-unclear", refuse(new Approve(checker)).code());
        assertEquals("name-unclear", refuse(new Reject(checker, "no")).code());
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
        assertEquals("already-decided", refuse(new Propose("anna")).code(), "the next proposal is another day's");
        assertEquals("already-decided", refuse(new Decline("anna", "")).code());
        assertEquals("already-decided", refuse(new Reject("ben", "again")).code());
    }

    @Test
    void replayIsApplyAgain() {
        give(new Propose("anna"), new Approve("ben"));
        assertEquals(state, fourEyes.replay(events));
        assertEquals(fourEyes.replay(events), fourEyes.replay(events));
        assertEquals(fourEyes.initial(), fourEyes.replay(List.of()));
    }

    @Test
    void theMakerMayDecline() {
        give(new Decline(" anna ", " too late "));
        assertEquals(new FourEyesState.Declined("anna", "too late"), state);
        assertEquals(List.of(new FourEyesEvent.Declined("anna", "too late")), events);
        assertTrue(refuse(new Propose("ben")).message().contains("anna has declined to propose: too late"));
        assertEquals("already-decided", refuse(new Approve("ben")).code());
        assertEquals("already-decided", refuse(new Reject("ben", "")).code());
        assertEquals("already-decided", refuse(new Decline("ben", "")).code());
        assertEquals(state, fourEyes.replay(events));
    }

    @Test
    void whatIsProposedIsNotDeclined() {
        give(new Propose("anna"));
        assertEquals("already-proposed", refuse(new Decline("ben", "")).code());
        assertEquals("name-missing", refuse(new Decline(" ", "")).code());
    }

    /** Stored events are believed, so what nobody could have decided is refused on replay too. */
    static Stream<List<FourEyesEvent>> forgedHistories() {
        FourEyesEvent proposed = new FourEyesEvent.Proposed("Anna Müller");
        FourEyesEvent approved = new FourEyesEvent.Approved("ben");
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
                List.of(new FourEyesEvent.Proposed(" ")),
                List.of(new FourEyesEvent.Declined("", "")),
                List.of(proposed, new FourEyesEvent.Approved("\u200b")),
                List.of(proposed, new FourEyesEvent.Rejected("", "no")),
                List.of(proposed, new FourEyesEvent.Approved("Anna Müller")),
                List.of(proposed, new FourEyesEvent.Approved(" ANNA  mu\u0308ller")),
                List.of(proposed, new FourEyesEvent.Approved("An\u200bna Müller")));
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
