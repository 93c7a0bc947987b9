package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalState;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.TaskEvent;
import dev.vesper.approvals.TaskSeat;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.event.Replays.Replay;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells all that an inbox says of the questions of runs; what is found altered is said where it is answered. */
public final class TaskCards {
    private final RunStore runs;
    private final KnownApprovals approvals;
    private final Inputs inputs;
    private final TaskDue due;
    private final InstantSource clock;

    public TaskCards(RunStore runs, KnownApprovals approvals, Inputs inputs, TaskDue due, InstantSource clock) {
        this.runs = runs;
        this.approvals = approvals;
        this.inputs = inputs;
        this.due = due;
        this.clock = clock;
    }

    /**
     * A question.
     *
     * @param asked as it is shown
     * @param task as it was raised
     */
    record Shown(Question asked, UserTask task) {}

    /** One question's card. */
    TaskCard of(Question asked, UserTask task) {
        return of(new Shown(asked, task), runs.find(task.run()), approvals, due);
    }

    /** The cards of questions, in their order. */
    List<TaskCard> of(List<Shown> all) {
        List<RunId> ids =
                all.stream().map(shown -> shown.task().run()).distinct().toList();
        Map<RunId, RunRecord> known = runs.find(ids);
        KnownApprovals now = approvals.at(ids);
        TaskDue late = due.at(ids);
        return all.stream()
                .map(shown ->
                        of(shown, Optional.ofNullable(known.get(shown.task().run())), now, late))
                .toList();
    }

    private TaskCard of(Shown shown, Optional<RunRecord> run, KnownApprovals known, TaskDue due) {
        TaskId id = TaskId.of(shown.task().id());
        try {
            return of(shown.asked(), shown.task(), id, run.orElseThrow(), known, due);
        } catch (BrokenHistory | Problem altered) {
            return TaskCard.plain(
                    shown.asked(), TaskSeats.of(id, ApprovalsNeeded.ONE_CHECKER).group());
        }
    }

    private TaskCard of(
            Question asked, UserTask task, TaskId id, RunRecord run, KnownApprovals approvals, TaskDue due) {
        Optional<ProposalEvent.Decided> decided = approvals.proposal(run.id());
        TaskSeat seat =
                TaskSeats.of(id, decided.map(ProposalEvent.Decided::needed).orElse(ApprovalsNeeded.ONE_CHECKER));
        boolean demo = run.rehearsal() && task.kind() != TaskKind.RELEASE_DATA;
        People people = demo ? People.UNKNOWN : inputs.people(run.id());
        Replay<FourEyesEvent, ApprovalState> replay = approvals.of(run.id(), task.kind());
        ApprovalState state = replay.state();
        Optional<Instant> late = due.of(run.id(), id.kind(), drawn(id, decided)).map(task.raisedAt()::plus);
        boolean asks = !state.handling().unanswered(id.word()).isEmpty();
        return new TaskCard(
                asked,
                seat.group(),
                Permission.ANSWER_TASKS,
                people.candidates(seat.group()),
                seat.checks() ? state.barred() : List.of(),
                late.orElse(null),
                asked.open() && late.filter(clock.instant()::isAfter).isPresent(),
                state.handling().holder(id.word()).orElse(null),
                asked.open() && asks && !state.answered().isEmpty()
                        ? state.answered().getFirst()
                        : null,
                state.handling().version(id.word()),
                shown(task, decided, state).brief(),
                /* handled= */ true,
                seat.checks(),
                task.open() && Exceptions.mayStill(id.kind(), state.answers()),
                replay.past().stream().map(one -> note(run, one)).toList());
    }

    /** Number of the process's step that asks. */
    private static int drawn(TaskId id, Optional<ProposalEvent.Decided> decided) {
        return decided.stream()
                .flatMap(one -> one.needed().steps().stream())
                .filter(step -> id.kind() == TaskKind.APPROVE_TRADES && step.number() == id.step())
                .map(ApprovalStep::at)
                .findFirst()
                .orElse(1);
    }

    /** The sum of what is shown of a question of a run. */
    static ShownSum shown(UserTask task, Optional<ProposalEvent.Decided> decided, ApprovalState state) {
        return ShownSum.of(
                task.id(),
                task.question(),
                task.detail(),
                decided.map(one -> one.proposal().without(Exceptions.left(state.answers())))
                        .orElse(""),
                state.handling().said());
    }

    private static TaskNote note(RunRecord run, Told<FourEyesEvent> told) {
        String propose = new TaskId(run.id(), TaskKind.PROPOSE_TRADES).word();
        return switch (told.event()) {
            case FourEyesEvent.Proposed one -> note(told, propose, one.maker(), "proposed", "", "");
            case FourEyesEvent.Declined one -> note(told, propose, one.by(), "declined", "", one.reason());
            case FourEyesEvent.Approved one ->
                note(
                        told,
                        new TaskId(run.id(), TaskKind.APPROVE_TRADES, one.step()).word(),
                        one.checker(),
                        "approved for " + one.group(),
                        "",
                        "");
            case FourEyesEvent.LeftOut one ->
                note(
                        told,
                        (one.step() == 0
                                        ? new TaskId(run.id(), TaskKind.PROPOSE_TRADES)
                                        : new TaskId(run.id(), TaskKind.APPROVE_TRADES, one.step()))
                                .word(),
                        one.by(),
                        "left out " + Counted.of(one.orders().size(), "order"),
                        "",
                        one.reason() + ": " + String.join(", ", one.orders()));
            case FourEyesEvent.Rejected one -> note(told, "", one.by(), "rejected", "", one.reason());
            case TaskEvent.Claimed one -> note(told, one.task(), one.by(), "took it", "", "");
            case TaskEvent.GivenBack one -> note(told, one.task(), one.by(), "gave it back", "", one.reason());
            case TaskEvent.Asked one -> note(told, one.task(), one.by(), "asked the maker", "", one.text());
            case TaskEvent.Replied one -> note(told, one.task(), one.by(), "replied", "", one.text());
            case TaskEvent.Delegated one -> note(told, one.task(), one.by(), "handed it on to", one.to(), one.reason());
            case TaskEvent.Shown one ->
                note(told, one.task(), one.by(), "answered what was shown", "", Sha256.shortened(one.sum()));
        };
    }

    private static TaskNote note(
            Told<FourEyesEvent> told, String task, String by, String what, String to, String text) {
        return new TaskNote(task, told.at(), by, what, to, text);
    }
}
