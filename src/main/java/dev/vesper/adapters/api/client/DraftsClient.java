package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.DraftResources;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.operations.Activation;
import dev.vesper.desk.operations.RuleDrafts;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.MergedDraft;
import dev.vesper.desk.workbench.way.ProposalPicture;
import java.util.List;

/** The changes of the rules of a Vesper that runs elsewhere. */
record DraftsClient(Transport http) implements RuleDrafts {
    @Override
    public List<Draft> all() {
        return http.send(DraftResources.LIST, new DraftResources.Any());
    }

    @Override
    public Draft show(String draft) {
        return http.send(DraftResources.SHOW, new DraftResources.One(draft));
    }

    @Override
    public ChangeShown look(String draft, boolean urgent) {
        return http.send(DraftResources.LOOK, new DraftResources.Look(draft, urgent));
    }

    @Override
    public List<ChangeProposal> proposals(String draft) {
        return http.send(DraftResources.PROPOSALS, new DraftResources.One(draft));
    }

    @Override
    public ProposalPicture way(String draft) {
        return http.send(DraftResources.WAY, new DraftResources.One(draft));
    }

    @Override
    public List<RunProcess> processes(String draft) {
        return http.send(DraftResources.PROCESSES, new DraftResources.One(draft));
    }

    @Override
    public Draft begin(String title, boolean folder) {
        return http.send(DraftResources.BEGIN, new DraftResources.Begin(title, folder));
    }

    @Override
    public Draft write(String draft, String file, String text, String seen, String note) {
        return http.send(DraftResources.WRITE, new DraftResources.Write(draft, file, text, seen, note));
    }

    @Override
    public Draft remove(String draft, String file, String seen, String note) {
        return http.send(DraftResources.REMOVE, new DraftResources.Remove(draft, file, seen, note));
    }

    @Override
    public Draft accept(String draft, String sheet, int line, String seen) {
        return http.send(DraftResources.ACCEPT, new DraftResources.Case(draft, sheet, line, seen));
    }

    @Override
    public Draft undo(String draft, String seen) {
        return http.send(DraftResources.UNDO, new DraftResources.Undo(draft, seen));
    }

    @Override
    public MergedDraft merge(String draft, String seen, String keep) {
        return http.send(DraftResources.MERGE, new DraftResources.Merge(draft, seen, keep));
    }

    @Override
    public Draft discard(String draft, String reason) {
        return http.send(DraftResources.DISCARD, new DraftResources.Because(draft, reason));
    }

    @Override
    public ChangeProposal propose(String draft, String from, boolean urgent, String reason) {
        return http.send(DraftResources.PROPOSE, new DraftResources.Propose(draft, from, urgent, reason));
    }

    @Override
    public Draft withdraw(String draft, String reason) {
        return http.send(DraftResources.WITHDRAW, new DraftResources.Because(draft, reason));
    }

    @Override
    public Draft approve(String draft, int proposal, String shown, String reason) {
        return http.send(DraftResources.APPROVE, new DraftResources.Approve(draft, proposal, shown, reason));
    }

    @Override
    public Draft reject(String draft, int proposal, String reason) {
        return http.send(DraftResources.REJECT, new DraftResources.Reject(draft, proposal, reason));
    }

    @Override
    public Activation activate(String draft) {
        return http.send(DraftResources.ACTIVATE, new DraftResources.One(draft));
    }

    @Override
    public ChangeProposal rollback(String version, boolean urgent, String reason) {
        return http.send(DraftResources.ROLLBACK, new DraftResources.Rollback(version, urgent, reason));
    }
}
