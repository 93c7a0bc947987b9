package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import java.util.List;
import java.util.function.Function;

/** How many people must approve what a run decided, and of which groups: the process's steps and the tables, put together. */
public final class ApprovalNeeds {
    private final ApprovalRules rules;
    private final RebalanceStore rebalances;
    private final Inputs inputs;
    private final Function<RunId, List<DrawnStep>> drawn;

    /** @param drawn the steps of the processes that a run goes by, in the order of their numbers */
    public ApprovalNeeds(
            ApprovalRules rules, RebalanceStore rebalances, Inputs inputs, Function<RunId, List<DrawnStep>> drawn) {
        this.rules = rules;
        this.rebalances = rebalances;
        this.inputs = inputs;
        this.drawn = drawn;
    }

    /**
     * Of what is stored of a run.
     *
     * @throws Problem of kind REFUSED where the firm does not name the people whom it takes
     */
    ApprovalsNeeded of(RunRecord run) {
        ApprovalsNeeded needed = ApprovalsNeeded.of(
                drawn.apply(run.id()),
                rules.by(run.id())
                        .asked(ProposedAccount.of(
                                rebalances.summary(run.id(), 0).orElseThrow().accounts(),
                                rebalances.orders(run.id()).orElseThrow())));
        if (!run.rehearsal()) {
            inputs.people(run.id()).shortage(needed).ifPresent(why -> {
                throw Problem.refused("The trades of " + run.id() + " can never be approved: " + why);
            });
        }
        return needed;
    }
}
