package dev.vesper.desk.operations;

import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.MergedDraft;
import dev.vesper.desk.workbench.way.ProposalPicture;
import java.util.List;

/**
 * Changes of the rules: analysts write and propose, others check. What is refused is of kind REFUSED and a row of the audit;
 * what is unknown of kind INPUT.
 */
public interface RuleDrafts {
    /** All of them, newest first. */
    List<Draft> all();

    Draft show(String draft);

    /** All that there is to see of one before it is proposed or agreed to: cells, findings, how many check it. */
    ChangeShown look(String draft, boolean urgent);

    /** What is asked of checkers; none or one. */
    List<ChangeProposal> proposals(String draft);

    /** Where its newest proposal stands on the way to its judging, in words and on the process that leads it there. */
    ProposalPicture way(String draft);

    /** That process as it is drawn now; none where it was never proposed, or the file cannot be drawn. */
    List<RunProcess> processes(String draft);

    /**
     * Begins one of what is active.
     *
     * @param folder whether it is what lies in the rules folder now
     */
    Draft begin(String title, boolean folder);

    /**
     * Writes a file.
     *
     * @param seen first digits of the sum of the draft as the writer saw it
     */
    Draft write(String draft, String file, String text, String seen, String note);

    Draft remove(String draft, String file, String seen, String note);

    /** Takes the last edit back. */
    Draft undo(String draft, String seen);

    /**
     * Brings one together with what became active since it was begun.
     *
     * @param keep whose word counts where both changed the same: {@code draft} or {@code active}; empty for nobody's, then
     *     nothing is merged and the places are told
     */
    MergedDraft merge(String draft, String seen, String keep);

    Draft discard(String draft, String reason);

    /**
     * Writes into a sheet of cases what the rules say of one case now, or of all that fail.
     *
     * @param sheet such as {@code limits/position-weight.scenarios.csv}
     * @param line of the case in the sheet; 0 for all
     * @param seen the version of the draft as the writer saw it
     * @throws dev.vesper.basics.Problem of kind INPUT where the case holds, or there is none
     */
    Draft accept(String draft, String sheet, int line, String seen);

    /**
     * Asks that it judge orders.
     *
     * @param from an ISO 8601 instant, not before which it is to; empty for at once
     * @param urgent whether runs that have begun are to go by it too
     */
    ChangeProposal propose(String draft, String from, boolean urgent, String reason);

    Draft withdraw(String draft, String reason);

    /**
     * Agrees.
     *
     * @param proposal its number
     * @param shown first digits of the sum of what the checker saw; empty where that is what is proposed
     */
    Draft approve(String draft, int proposal, String shown, String reason);

    Draft reject(String draft, int proposal, String reason);

    /** Lets it judge orders from now on. */
    Activation activate(String draft);

    /** Proposes that an earlier version judge again. */
    ChangeProposal rollback(String version, boolean urgent, String reason);
}
