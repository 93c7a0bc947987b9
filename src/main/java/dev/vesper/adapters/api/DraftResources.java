package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.operations.Activation;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.MergedDraft;
import dev.vesper.desk.workbench.way.ProposalPicture;
import java.util.List;

/** Changes of the rules, over HTTP. */
public final class DraftResources {
    /** Nothing more. */
    public record Any() {}

    /** Which draft. */
    public record One(String draft) {}

    /** Which draft, as if it were urgent or not. */
    public record Look(String draft, @Otherwise("false") boolean urgent) {}

    /** What it is to change, and whether it is what lies in the rules folder. */
    public record Begin(String title, @Otherwise("false") boolean folder) {}

    /** Which file, its text, what the writer saw of the draft, and why. */
    public record Write(
            String draft,
            String file,
            String text,
            String seen,
            @Otherwise("") String note) {}

    /** Which file, what the writer saw of the draft, and why. */
    public record Remove(
            String draft,
            String file,
            String seen,
            @Otherwise("") String note) {}

    /** Which case of which sheet; line 0 is all that fail. */
    public record Case(
            String draft, String sheet, @Otherwise("0") int line, String seen) {}

    /** What the writer saw of the draft. */
    public record Undo(String draft, String seen) {}

    /** What the writer saw of the draft, and whose word counts where both changed the same: {@code draft} or {@code active}. */
    public record Merge(
            String draft, String seen, @Otherwise("") String keep) {}

    /** Which draft, and why. */
    public record Because(String draft, @Otherwise("") String reason) {}

    /** From when on, for which runs, and why. */
    public record Propose(
            String draft,
            @Otherwise("") String from,
            @Otherwise("false") boolean urgent,
            String reason) {}

    /** Which proposal, what the checker saw of it, and why. */
    public record Approve(
            String draft,
            int proposal,
            @Otherwise("") String shown,
            @Otherwise("") String reason) {}

    /** Which proposal, and why not. */
    public record Reject(String draft, int proposal, String reason) {}

    /** Which earlier version, for which runs, and why. */
    public record Rollback(
            String version, @Otherwise("false") boolean urgent, String reason) {}

    public static final Resource<Any, List<Draft>> LIST = Resource.get(
            "/api/v1/rules/drafts",
            "Every change of the rules, newest first.",
            Any.class,
            Answers.list(Draft.class),
            (operations, _) -> operations.drafts().all());

    public static final Resource<One, Draft> SHOW = Resource.get(
            "/api/v1/rules/drafts/{draft}",
            "One of them, with who did what to it.",
            One.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().show(q.draft()));

    public static final Resource<Look, ChangeShown> LOOK = Resource.get(
            "/api/v1/rules/drafts/{draft}/look",
            "All that there is to see of one before it is agreed to: cells, findings, how many check it.",
            Look.class,
            Answers.one(ChangeShown.class),
            (operations, q) -> operations.drafts().look(q.draft(), q.urgent()));

    public static final Resource<One, List<ChangeProposal>> PROPOSALS = Resource.get(
            "/api/v1/rules/drafts/{draft}/proposals",
            "What is asked of checkers now: none or one.",
            One.class,
            Answers.list(ChangeProposal.class),
            (operations, q) -> operations.drafts().proposals(q.draft()));

    public static final Resource<One, ProposalPicture> WAY = Resource.get(
            "/api/v1/rules/drafts/{draft}/way",
            "Where its newest proposal stands on the way to its judging, in words and on its process.",
            One.class,
            Answers.one(ProposalPicture.class),
            (operations, q) -> operations.drafts().way(q.draft()));

    public static final Resource<One, List<RunProcess>> PROCESSES = Resource.get(
            "/api/v1/rules/drafts/{draft}/processes",
            "The BPMN file of that process; none where it was never proposed, or none can be drawn.",
            One.class,
            Answers.list(RunProcess.class),
            (operations, q) -> operations.drafts().processes(q.draft()));

    public static final Resource<Begin, Draft> BEGIN = Resource.post(
            "/api/v1/rules/drafts",
            "Begins a draft of what is active, or of what lies in the rules folder.",
            Begin.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().begin(q.title(), q.folder()));

    public static final Resource<Write, Draft> WRITE = Resource.post(
                    "/api/v1/rules/drafts/{draft}/files",
                    "Writes a file, where nobody wrote since the writer looked.",
                    Write.class,
                    Answers.one(Draft.class),
                    (operations, q) -> operations.drafts().write(q.draft(), q.file(), q.text(), q.seen(), q.note()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Remove, Draft> REMOVE = Resource.post(
            "/api/v1/rules/drafts/{draft}/files/remove",
            "Takes a file away, where nobody wrote since the writer looked.",
            Remove.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().remove(q.draft(), q.file(), q.seen(), q.note()));

    public static final Resource<Case, Draft> ACCEPT = Resource.post(
            "/api/v1/rules/drafts/{draft}/cases/accept",
            "Writes into a sheet of cases what the rules say of the case of a line now, or, with line 0, of all that fail.",
            Case.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().accept(q.draft(), q.sheet(), q.line(), q.seen()));

    public static final Resource<Undo, Draft> UNDO = Resource.post(
            "/api/v1/rules/drafts/{draft}/undo",
            "Takes the last edit back.",
            Undo.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().undo(q.draft(), q.seen()));

    public static final Resource<Merge, MergedDraft> MERGE = Resource.post(
            "/api/v1/rules/drafts/{draft}/merge",
            "Brings a draft together with what became active since it was begun; where both changed the same, nothing is written"
                    + " unless it is said whose word counts.",
            Merge.class,
            Answers.one(MergedDraft.class),
            (operations, q) -> operations.drafts().merge(q.draft(), q.seen(), q.keep()));

    public static final Resource<Because, Draft> DISCARD = Resource.post(
            "/api/v1/rules/drafts/{draft}/discard",
            "Ends a draft that nobody goes on with.",
            Because.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().discard(q.draft(), q.reason()));

    public static final Resource<Propose, ChangeProposal> PROPOSE = Resource.post(
            "/api/v1/rules/drafts/{draft}/propose",
            "Asks that it judge orders; others must agree.",
            Propose.class,
            Answers.one(ChangeProposal.class),
            (operations, q) -> operations.drafts().propose(q.draft(), q.from(), q.urgent(), q.reason()));

    public static final Resource<Because, Draft> WITHDRAW = Resource.post(
            "/api/v1/rules/drafts/{draft}/withdraw",
            "Takes a proposal back.",
            Because.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().withdraw(q.draft(), q.reason()));

    public static final Resource<Approve, Draft> APPROVE = Resource.post(
            "/api/v1/rules/drafts/{draft}/approve",
            "Agrees to a proposal, as somebody who wrote none of it.",
            Approve.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().approve(q.draft(), q.proposal(), q.shown(), q.reason()));

    public static final Resource<Reject, Draft> REJECT = Resource.post(
            "/api/v1/rules/drafts/{draft}/reject",
            "Says no to a proposal; the draft stays.",
            Reject.class,
            Answers.one(Draft.class),
            (operations, q) -> operations.drafts().reject(q.draft(), q.proposal(), q.reason()));

    public static final Resource<One, Activation> ACTIVATE = Resource.post(
            "/api/v1/rules/drafts/{draft}/activate",
            "Lets it judge orders from now on, once all agreed and its time has come.",
            One.class,
            Answers.one(Activation.class),
            (operations, q) -> operations.drafts().activate(q.draft()));

    public static final Resource<Rollback, ChangeProposal> ROLLBACK = Resource.post(
            "/api/v1/rules/rollbacks",
            "Proposes that an earlier version judge again; others must agree.",
            Rollback.class,
            Answers.one(ChangeProposal.class),
            (operations, q) -> operations.drafts().rollback(q.version(), q.urgent(), q.reason()));

    static final List<Resource<?, ?>> ALL = List.of(
            LIST, SHOW, LOOK, PROPOSALS, WAY, PROCESSES, BEGIN, WRITE, REMOVE, ACCEPT, UNDO, MERGE, DISCARD, PROPOSE,
            WITHDRAW, APPROVE, REJECT, ACTIVATE, ROLLBACK);

    private DraftResources() {}
}
