package dev.vesper.testing;

import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesCommand;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.approvals.GivenApproval;
import dev.vesper.approvals.People;
import java.util.List;

/** An approval by a maker and one checker, of whom no firm says where they belong. */
public final class TwoPeople {
    private TwoPeople() {}

    public static FourEyesCommand propose(String by) {
        return propose(by, "");
    }

    public static FourEyesCommand propose(String by, String proposal) {
        return new FourEyesCommand.Propose(by, proposal, ApprovalsNeeded.ONE_CHECKER, People.UNKNOWN);
    }

    public static FourEyesCommand decline(String by, String reason) {
        return new FourEyesCommand.Decline(by, reason, People.UNKNOWN);
    }

    public static FourEyesCommand approve(String by) {
        return approve(by, "");
    }

    public static FourEyesCommand approve(String by, String proposal) {
        return new FourEyesCommand.Approve(by, proposal, 1, People.UNKNOWN);
    }

    public static FourEyesCommand reject(String by, String reason) {
        return new FourEyesCommand.Reject(by, reason, People.UNKNOWN);
    }

    public static FourEyesEvent proposed(String maker) {
        return new FourEyesEvent.Proposed(maker, "", ApprovalsNeeded.ONE_CHECKER.steps());
    }

    public static FourEyesEvent approved(String checker) {
        return approved(checker, "");
    }

    public static FourEyesEvent approved(String checker, String proposal) {
        return new FourEyesEvent.Approved(checker, proposal, 1, ApprovalStep.CHECKERS);
    }

    public static FourEyesState awaitingChecker(String maker, String proposal) {
        return new FourEyesState.AwaitingChecker(maker, proposal, ApprovalsNeeded.ONE_CHECKER.steps(), List.of());
    }

    public static FourEyesState approvedBy(String maker, String checker, String proposal) {
        return new FourEyesState.Approved(
                maker, List.of(new GivenApproval(1, ApprovalStep.CHECKERS, checker)), proposal);
    }
}
