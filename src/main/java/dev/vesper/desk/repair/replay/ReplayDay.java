package dev.vesper.desk.repair.replay;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Replays a day once two people agree: one asks with a reason, another agrees to the very same thing. */
public final class ReplayDay {
    private final ReplayLog log;
    private final ReplayPlans plans;
    private final RunStore runs;
    private final ReplayStore store;
    private final Openings openings;
    private final AuditLog audit;
    private final Supplier<Optional<ResumeRun>> resume;
    private final InstantSource clock;
    private final ReplayRules rules = new ReplayRules();

    /** What a new run would begin with. */
    public interface Openings {
        /**
         * Why the files and the data of a run cannot be taken over, read whole, as a sentence without a full stop; empty where
         * they can.
         */
        Optional<String> kept(RunRecord run);

        /**
         * Lets the date be opened anew from the firm's files as they are now.
         *
         * @throws Problem of kind INPUT where they cannot be read, REFUSED where the books do not take the date
         */
        void admit(RunRecord run);
    }

    /** @param resume lets runs go on; empty where nothing is worked here */
    public ReplayDay(
            ReplayLog log,
            ReplayPlans plans,
            RunStore runs,
            ReplayStore store,
            Openings openings,
            AuditLog audit,
            Supplier<Optional<ResumeRun>> resume,
            InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.runs = runs;
        this.store = store;
        this.openings = openings;
        this.audit = audit;
        this.resume = resume;
        this.clock = clock;
    }

    ReplayLog log() {
        return log;
    }

    RunStore runs() {
        return runs;
    }

    /** From which stages a day can be replayed. */
    public ReplayChoices choices(RunId run) {
        return plans.choices(run);
    }

    /** What a replay would change, see {@link ReplayPlans#plan}. */
    public ReplayPlan plan(RunId run, String from) {
        return plans.plan(run, from);
    }

    /**
     * Asks that the day of a run be replayed. What is refused is recorded by who calls, as of every repair.
     *
     * @param shown first digits of the sum of what the person saw; empty where that is not known
     * @return the id of the question to another person
     * @throws Problem of kind REFUSED where it is denied, INPUT where something is unknown
     */
    public synchronized String ask(RunId run, String from, String shown, String by, String reason) {
        ReplayPlan plan = plans.plan(run, from);
        if (!plan.shown().startsWith(shown)) {
            throw Problem.refused("Expected a request for what would change now (" + brief(plan.shown())
                    + "), but it has changed since you looked (" + Visible.line(shown)
                    + "); look at it anew");
        }
        ReplayState before = log.state(log.past());
        boolean lapsed =
                before.of(run.value()).open().map(open -> !stands(open)).orElse(false);
        switch (rules.decide(before, new ReplayCommand.Ask(plan, lapsed, by, reason))) {
            case Decision.Accepted<ReplayEvent>(List<ReplayEvent> decided) ->
                append(before, decided, AuditAction.REPLAY_ASKED, run, by, from, reason);
            case Decision.Denied<ReplayEvent>(var refusal) -> throw Problem.refused(refusal.message());
        }
        return ReplayQuestions.task(run.value(), before.of(run.value()).requests() + 1);
    }

    /**
     * Agrees, and lets the new run begin.
     *
     * @throws Problem of kind REFUSED where it is denied, UNAVAILABLE where nothing is worked here
     */
    synchronized RunRecord agree(RunId run, int request, String by, String reason) {
        ReplayState before = log.state(log.past());
        ReplayEvent.Asked asked = before.of(run.value())
                .open()
                .filter(open -> open.request() == request)
                .orElse(null);
        accepted(before, agreeing(run, request, asked, by, reason), run);
        return resume.get()
                .orElseThrow(() -> Problem.unavailable("Expected a running Vesper to replay the day of run " + run
                        + ", but none runs; start ./vesper up and agree then"))
                .supersede(() -> superseded(before, run, request, asked, by, reason));
    }

    /** Decides once more, now that no stage begins meanwhile, and stores it. */
    private RunRecord superseded(
            ReplayState before, RunId run, int request, ReplayEvent.@Nullable Asked asked, String by, String reason) {
        List<ReplayEvent> decided = accepted(before, agreeing(run, request, asked, by, reason), run);
        if (asked == null) {
            throw new IllegalStateException("Expected a request that two people agreed on");
        }
        RunRecord old = runs.find(run).orElseThrow();
        ReplayFrom from = asked.from();
        mustBegin(old, from, by);
        return store.supersede(
                old,
                from,
                clock.instant(),
                PersonName.shown(by),
                asked.reason(),
                new Append<>(ReplayLog.STREAM, before.events(), decided));
    }

    /** Refuses where the new run could not begin; the audit says so. */
    private void mustBegin(RunRecord old, ReplayFrom from, String by) {
        if (from.takesOver()) {
            openings.kept(old).ifPresent(why -> {
                throw denied(
                        "Expected files and data of " + old.id() + " that can be taken over, but " + why, old.id(), by);
            });
            return;
        }
        try {
            openings.admit(old);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.UNAVAILABLE) {
                record(String.valueOf(refused.getMessage()), old.id(), by);
            }
            throw refused;
        }
    }

    /** Looks at the run as it stands at that moment. */
    private ReplayCommand agreeing(
            RunId run, int request, ReplayEvent.@Nullable Asked asked, String by, String reason) {
        return new ReplayCommand.Agree(run.value(), request, asked == null ? "" : now(asked), by, reason);
    }

    /**
     * Says no.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    synchronized void refuse(RunId run, int request, String by, String reason) {
        ReplayState before = log.state(log.past());
        String from =
                before.of(run.value()).open().map(open -> open.from().word()).orElse("");
        append(
                before,
                accepted(before, new ReplayCommand.Refuse(run.value(), request, by, reason), run),
                AuditAction.REPLAY_REFUSED,
                run,
                by,
                from,
                reason);
    }

    /** Whether the run still stands as it did when somebody asked. */
    boolean stands(ReplayEvent.Asked asked) {
        return now(asked).equals(asked.shown());
    }

    private String now(ReplayEvent.Asked asked) {
        ReplayPlan plan = plan(asked);
        return plan.refusal().isEmpty() ? plan.shown() : "";
    }

    /** What it would change now. */
    ReplayPlan plan(ReplayEvent.Asked asked) {
        return plans.plan(new RunId(asked.run()), asked.from().word());
    }

    private void append(
            ReplayState before,
            List<ReplayEvent> decided,
            AuditAction action,
            RunId run,
            String by,
            String from,
            String reason) {
        audit.append(
                clock.instant(),
                PersonName.shown(by),
                action,
                run.value(),
                from + ": " + reason.strip(),
                rehearsal(run),
                new Append<>(ReplayLog.STREAM, before.events(), decided));
    }

    /** What follows; where it is denied the audit says so. */
    private List<ReplayEvent> accepted(ReplayState before, ReplayCommand command, RunId run) {
        return switch (rules.decide(before, command)) {
            case Decision.Accepted<ReplayEvent>(List<ReplayEvent> decided) -> decided;
            case Decision.Denied<ReplayEvent>(var refusal) -> throw denied(refusal.message(), run, command.by());
        };
    }

    private Problem denied(String message, RunId run, String by) {
        record(message, run, by);
        return Problem.refused(message);
    }

    private void record(String message, RunId run, String by) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.REPAIR_DENIED,
                run.value(),
                Problem.shortened("replay the day: " + message),
                rehearsal(run));
    }

    private boolean rehearsal(RunId run) {
        return runs.find(run).map(RunRecord::rehearsal).orElse(false);
    }

    static String brief(String sum) {
        return sum.isEmpty() ? "" : Sha256.shortened(sum);
    }
}
