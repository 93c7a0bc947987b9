package dev.vesper.desk.repair.move;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Moves the token of a run once two people agree: one asks with a reason, another agrees to the very same thing. */
public final class MoveToken {
    private final MoveLog log;
    private final MovePlans plans;
    private final RunStore runs;
    private final AuditLog audit;
    private final Supplier<Optional<ResumeRun>> resume;
    private final InstantSource clock;
    private final MoveRules rules = new MoveRules();

    /** @param resume lets runs go on; empty where nothing is worked here */
    public MoveToken(
            MoveLog log,
            MovePlans plans,
            RunStore runs,
            AuditLog audit,
            Supplier<Optional<ResumeRun>> resume,
            InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.runs = runs;
        this.audit = audit;
        this.resume = resume;
        this.clock = clock;
    }

    MoveLog log() {
        return log;
    }

    MovePlans plans() {
        return plans;
    }

    RunStore runs() {
        return runs;
    }

    /** What may be asked about a run. */
    public MoveChoices choices(RunId run) {
        return plans.choices(run);
    }

    /** What a move would change, see {@link MovePlans#plan}. */
    public MovePlan plan(RunId run, String to, SortedMap<String, String> set) {
        return plans.plan(run, to, set);
    }

    /**
     * Asks that it be moved. What is refused is recorded by who calls, as of every repair.
     *
     * @param shown first digits of the sum of what the person saw; empty where that is not known
     * @return the id of the question to another person
     * @throws Problem of kind REFUSED where it is denied, INPUT where something is unknown
     */
    public synchronized String ask(
            RunId run, String to, SortedMap<String, String> set, String shown, String by, String reason) {
        MovePlan plan = plans.plan(run, to, set);
        if (!plan.shown().startsWith(shown)) {
            throw Problem.refused("Expected a request for what would change now (" + brief(plan.shown())
                    + "), but it has changed since you looked (" + Visible.line(shown)
                    + "); look at it anew");
        }
        MoveState before = log.state(log.past());
        boolean lapsed =
                before.of(run.value()).open().map(open -> !stands(open)).orElse(false);
        MoveCommand asked = new MoveCommand.Ask(plan, lapsed, by, reason);
        if (rules.decide(before, asked) instanceof Decision.Denied<MoveEvent>(var refusal)) {
            throw Problem.refused(refusal.message());
        }
        decide(before, asked, AuditAction.TOKEN_MOVE_ASKED, run, plan.to());
        return MoveQuestions.task(run.value(), before.of(run.value()).requests() + 1);
    }

    /**
     * Agrees, and lets the run go on there.
     *
     * @throws Problem of kind REFUSED where it is denied, UNAVAILABLE where the engine does not answer: the run then stands
     *     still, and is taken up there when it is tried again
     */
    synchronized void agree(RunId run, int request, String by, String reason) {
        MoveState before = log.state(log.past());
        MoveEvent.Asked asked = before.of(run.value())
                .open()
                .filter(open -> open.request() == request)
                .orElse(null);
        String to = asked == null ? "" : MoveLog.entry(asked).word();
        if (rules.decide(before, agreeing(run, request, asked, by, reason)) instanceof Decision.Denied<MoveEvent>) {
            decide(before, agreeing(run, request, asked, by, reason), AuditAction.TOKEN_MOVED, run, to);
        }
        resume.get()
                .orElseThrow(() -> Problem.unavailable("Expected a running Vesper to move the token of run " + run
                        + ", but none runs; start ./vesper up and agree then"))
                .move(
                        run,
                        by,
                        asked == null ? "" : "token moved to " + to + ": " + asked.reason(),
                        () -> decide(
                                before, agreeing(run, request, asked, by, reason), AuditAction.TOKEN_MOVED, run, to));
    }

    /** Looks at the run as it stands at that moment. */
    private MoveCommand agreeing(RunId run, int request, MoveEvent.@Nullable Asked asked, String by, String reason) {
        return new MoveCommand.Agree(run.value(), request, asked == null ? "" : now(asked), by, reason);
    }

    /**
     * Says no.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    synchronized void refuse(RunId run, int request, String by, String reason) {
        MoveState before = log.state(log.past());
        decide(
                before,
                new MoveCommand.Refuse(run.value(), request, by, reason),
                AuditAction.TOKEN_MOVE_REFUSED,
                run,
                before.of(run.value())
                        .open()
                        .map(open -> MoveLog.entry(open).word())
                        .orElse(""));
    }

    /** Whether the run still stands as it did when somebody asked. */
    boolean stands(MoveEvent.Asked asked) {
        return now(asked).equals(asked.shown());
    }

    private String now(MoveEvent.Asked asked) {
        MovePlan plan = plan(asked);
        return plan.refusal().isEmpty() ? plan.shown() : "";
    }

    /** What it would change now. */
    MovePlan plan(MoveEvent.Asked asked) {
        return plans.plan(new RunId(asked.run()), MoveLog.entry(asked).word(), asked.variables());
    }

    private void decide(MoveState before, MoveCommand command, AuditAction action, RunId run, String to) {
        boolean rehearsal = runs.find(run).map(RunRecord::rehearsal).orElse(false);
        switch (rules.decide(before, command)) {
            case Decision.Accepted<MoveEvent>(List<MoveEvent> decided) ->
                audit.append(
                        clock.instant(),
                        PersonName.shown(command.by()),
                        action,
                        run.value(),
                        to
                                + (command.reason().isBlank()
                                        ? ""
                                        : ": " + command.reason().strip()),
                        rehearsal,
                        new Append<>(MoveLog.STREAM, before.events(), decided));
            case Decision.Denied<MoveEvent>(var refusal) -> {
                audit.append(
                        clock.instant(),
                        PersonName.refusal(command.by()).isEmpty() ? PersonName.shown(command.by()) : "vesper",
                        AuditAction.REPAIR_DENIED,
                        run.value(),
                        Problem.shortened("move the token: " + refusal.message()),
                        rehearsal);
                throw Problem.refused(refusal.message());
            }
        }
    }

    static String brief(String sum) {
        return sum.isEmpty() ? "" : Sha256.shortened(sum);
    }
}
