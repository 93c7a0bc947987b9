package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.RunId;
import java.util.List;

/** The firm's tables that say how many people must approve, and of which groups. */
@FunctionalInterface
public interface ApprovalRules {
    /**
     * What each table asks of each account.
     *
     * @param accounts those that trade, in figures; where none does, all
     * @throws dev.vesper.basics.Problem of kind INPUT that names file, row and column where a table does not answer
     */
    List<ApprovalsNeeded.Asked> asked(List<ProposedAccount> accounts);

    /** Those by which a run goes: they stay as they are while others may come for the next run. */
    default ApprovalRules by(RunId run) {
        return this;
    }
}
