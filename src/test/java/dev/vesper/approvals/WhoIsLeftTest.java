package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A question that nobody can answer any more looks like any other until somebody counts who is left. */
class WhoIsLeftTest {
    private static final ApprovalsNeeded TWO_AND_RISK = new ApprovalsNeeded(
            List.of(
                    new ApprovalStep(1, "checkers", 1),
                    new ApprovalStep(2, "checkers", 1),
                    new ApprovalStep(3, "risk", 1)),
            List.of());
    private static final People FIRM = people(Map.of(
            "makers", List.of("Anna"), "checkers", List.of("Ben", "Carol", "Dora"), "risk", List.of("Ben", "DORA")));

    private static People people(Map<String, List<String>> groups) {
        return new People(new TreeMap<>(groups));
    }

    private static FourEyesState waiting(GivenApproval... given) {
        return new FourEyesState.AwaitingChecker("Anna", "", TWO_AND_RISK.steps(), List.of(given));
    }

    private static Optional<String> left(FourEyesState state, People now) {
        return new WhoIsLeft(FIRM, now).toApprove(new ApprovalState(state, Handling.NOTHING), TWO_AND_RISK);
    }

    @Test
    void whereEachSeatHasSomebodyNothingIsSaid() {
        assertEquals(Optional.empty(), left(new FourEyesState.NotProposed(), FIRM));
        assertEquals(Optional.empty(), left(waiting(), FIRM));
        assertEquals(Optional.empty(), left(waiting(new GivenApproval(1, "checkers", "Dora")), FIRM));
        assertEquals(Optional.empty(), left(waiting(new GivenApproval(3, "risk", "Ben")), FIRM));
    }

    @Test
    void whoAnsweredForAnotherGroupIsNotLeft() {
        assertEquals(
                Optional.of("nobody of risk is left to say yes: Ben has answered already, Dora has answered already"),
                left(waiting(new GivenApproval(1, "checkers", "Dora"), new GivenApproval(2, "checkers", "ben")), FIRM));
    }

    /** Carol was a checker; Ben is left for two steps, and can take one. */
    @Test
    void oneIsNotEnoughForTwo() {
        People now = people(Map.of("makers", List.of("Anna"), "checkers", List.of("Ben"), "risk", List.of("Ben")));
        assertEquals(
                Optional.of(
                        "2 more answers by different people (checkers, risk) can no more be given: of risk only Ben is"
                                + " left"),
                left(waiting(new GivenApproval(1, "checkers", "Carol")), now));
    }

    @Test
    void whoIsGoneFromTheFirmIsNotLeft() {
        People now = people(Map.of(
                "makers", List.of("Anna"), "checkers", List.of("Ben", "Carol", "Dora"), "audit", List.of("Dora")));
        assertEquals(
                Optional.of(
                        "nobody of risk is left to say yes: Ben is no longer of it in firm.yaml, Dora is no longer of it"
                                + " in firm.yaml"),
                left(waiting(), now));
        assertEquals(
                Optional.of("nobody of makers is left to say yes: Anna is no longer of it in firm.yaml"),
                left(new FourEyesState.NotProposed(), people(Map.of("checkers", List.of("Ben", "Carol", "Dora")))));
    }

    /** Somebody who is added later answers from the next run on. */
    @Test
    void whoIsAddedLaterDoesNotHelp() {
        People now = people(
                Map.of("makers", List.of("Anna"), "checkers", List.of("Ben", "Carol", "Dora"), "risk", List.of("Eve")));
        assertEquals(
                Optional.of(
                        "nobody of risk is left to say yes: Ben is no longer of it in firm.yaml, Dora is no longer of it"
                                + " in firm.yaml"),
                left(waiting(), now));
    }

    @Test
    void aFirmThatNamesNobodyChecksNobody() {
        assertEquals(
                Optional.empty(),
                new WhoIsLeft(People.UNKNOWN, FIRM)
                        .toApprove(new ApprovalState(waiting(), Handling.NOTHING), TWO_AND_RISK));
        assertEquals(Optional.empty(), left(waiting(), People.UNKNOWN));
    }

    @Test
    void dataWaitForSomebodyWhomTheFirmNames() {
        assertEquals(
                Optional.of(
                        "nobody of data-stewards is left to say yes: people: of firm.yaml named nobody of it when the"
                                + " run was opened"),
                new WhoIsLeft(FIRM, FIRM).toRelease());
        People stewards = people(Map.of("makers", List.of("Anna"), "data-stewards", List.of("Dora")));
        assertEquals(Optional.empty(), new WhoIsLeft(stewards, stewards).toRelease());
    }

    @Test
    void whatIsDecidedWaitsForNobody() {
        assertEquals(
                Optional.empty(),
                left(new FourEyesState.Rejected("Anna", "Ben", ""), people(Map.of("a", List.of("X")))));
        assertEquals(Optional.empty(), left(new FourEyesState.Declined("Anna", ""), people(Map.of("a", List.of("X")))));
    }
}
