package dev.vesper.desk.books;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesCommand;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Append;
import java.time.InstantSource;
import java.util.List;

/** Takes what people say to a flow: the first yes puts it forward, the second, of somebody else, agrees; a no ends it. */
final class FlowAnswers {
    private static final String REHEARSAL_MAKER = "rehearsal-maker";
    private static final String REHEARSAL_CHECKER = "rehearsal-checker";

    private final FlowLog log;
    private final AuditLog audit;
    private final InstantSource clock;
    private final FourEyes fourEyes = new FourEyes();

    FlowAnswers(FlowLog log, AuditLog audit, InstantSource clock) {
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes one answer.
     *
     * @param people who may answer
     * @throws Problem of kind REFUSED where it is denied
     */
    void answer(BookId book, People people, FlowRecord flow, Answer answer, String by, String reason) {
        List<FourEyesEvent> past = log.answers(book, flow.id());
        boolean first = past.isEmpty();
        FourEyesCommand command = command(flow, first, answer, by, reason, people);
        AuditAction action = answer == Answer.REJECT
                ? AuditAction.FLOW_REJECTED
                : first ? AuditAction.FLOW_PROPOSED : AuditAction.FLOW_APPROVED;
        switch (fourEyes.decide(fourEyes.replay(past), command)) {
            case Decision.Accepted<FourEyesEvent>(List<FourEyesEvent> decided) ->
                audit.append(
                        clock.instant(),
                        PersonName.shown(by),
                        action,
                        FlowLog.subject(flow.id()),
                        reason,
                        book.rehearsal(),
                        new Append<>(FlowLog.approval(book, flow.id()), past.size(), decided),
                        new Change(
                                first ? "recorded" : "proposed",
                                action == AuditAction.FLOW_REJECTED ? "rejected" : first ? "proposed" : "approved"));
            case Decision.Denied<FourEyesEvent>(var refusal) -> {
                audit.append(
                        clock.instant(),
                        PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                        AuditAction.DECISION_DENIED,
                        FlowLog.subject(flow.id()),
                        refusal.message(),
                        book.rehearsal());
                throw Problem.refused(refusal.message());
            }
        }
    }

    private static FourEyesCommand command(
            FlowRecord flow, boolean first, Answer answer, String by, String reason, People people) {
        return switch (answer) {
            case APPROVE ->
                first
                        ? new FourEyesCommand.Propose(by, flow.sha256(), ApprovalsNeeded.ONE_CHECKER, people)
                        : new FourEyesCommand.Approve(by, flow.sha256(), ApprovalStep.CHECKER.number(), people);
            case REJECT ->
                first
                        ? new FourEyesCommand.Decline(by, reason, people)
                        : new FourEyesCommand.Reject(by, reason, people);
        };
    }

    /** The next answer that a flow of a rehearsal waits for, which a demo user gives. */
    void rehearse(BookId book, FlowRecord flow) {
        String demo = flow.state() == FlowState.OPEN ? REHEARSAL_MAKER : REHEARSAL_CHECKER;
        answer(book, People.UNKNOWN, flow, Answer.APPROVE, demo, "rehearsal");
    }
}
