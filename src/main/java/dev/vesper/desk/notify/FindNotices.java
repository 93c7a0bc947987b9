package dev.vesper.desk.notify;

import dev.vesper.basics.Counted;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.breaker.BreakerEvent;
import dev.vesper.limits.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What there is to tell, found in the stores: what was missed while Vesper was down is found as well. */
public final class FindNotices {
    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 5;
    private static final int LOOKED_THROUGH = 10_000;
    /** Of older runs nobody wants to hear when notifications are first turned on. */
    private static final Duration RUNS_OF = Duration.ofDays(7);

    private final RunStore runs;
    private final DataCheckStore data;
    private final RebalanceStore decisions;
    private final Incidents incidents;
    private final List<Questions> questions;
    private final VenueBreakers breakers;
    private final Supplier<Optional<String>> missed;
    private final NoticeSource others;
    private final InstantSource clock;
    /** Of runs whose data and decision are there, and will not change. */
    private final Map<RunId, List<Notice>> read = new HashMap<>();
    /** Of runs that have ended: no breaker of theirs moves any more. */
    private final Map<RunId, List<Notice>> trips = new HashMap<>();

    /**
     * Opens nothing.
     *
     * @param missed which occasion of the schedule was missed, in words that name it
     * @param others what other parts of the business tell
     */
    public FindNotices(
            RunStore runs,
            DataCheckStore data,
            RebalanceStore decisions,
            Incidents incidents,
            List<Questions> questions,
            VenueBreakers breakers,
            Supplier<Optional<String>> missed,
            NoticeSource others,
            InstantSource clock) {
        this.runs = runs;
        this.data = data;
        this.decisions = decisions;
        this.incidents = incidents;
        this.questions = List.copyOf(questions);
        this.breakers = breakers;
        this.missed = missed;
        this.others = others;
        this.clock = clock;
    }

    /**
     * All there is to tell now, whether it was told or not.
     *
     * @param by how long a person may be asked where the process draws no timer beside the question, and the like
     */
    public synchronized List<Notice> now(Notifications by) {
        Instant now = clock.instant();
        List<Notice> found = new ArrayList<>();
        for (Questions part : questions) {
            part.newest(LOOKED_AT).stream().filter(Question::open).forEach(asked -> {
                found.add(waiting(asked));
                Instant drawn = part.card(asked).due();
                if ((drawn == null ? asked.raisedAt().plus(by.overdue()) : drawn).isBefore(now)) {
                    found.add(overdue(asked));
                }
            });
        }
        missed.get()
                .ifPresent(words -> found.add(new Notice(
                        "schedule-missed " + words,
                        NoticeKind.SCHEDULE_MISSED,
                        now,
                        "An occasion of the schedule was missed",
                        words)));
        found.addAll(others.now(by));
        List<RunRecord> recent = runs.recent(LOOKED_AT);
        List<RunId> known = recent.stream().map(RunRecord::id).toList();
        read.keySet().retainAll(known);
        trips.keySet().retainAll(known);
        for (RunRecord run : recent) {
            if (run.status() == RunStatus.FAILED) {
                failed(run).ifPresent(found::add);
            }
            if (run.openedAt().isAfter(now.minus(RUNS_OF))) {
                found.addAll(ofRun(run));
                found.addAll(run.status().ended() ? trips.computeIfAbsent(run.id(), _ -> tripped(run)) : tripped(run));
            }
        }
        return found;
    }

    private static Notice waiting(Question asked) {
        return new Notice(
                "task-waiting " + asked.id(),
                NoticeKind.TASK_WAITING,
                asked.raisedAt(),
                "A person is asked: " + asked.id(),
                text(List.of(asked.question()), answer(asked)));
    }

    private static Notice overdue(Question asked) {
        return new Notice(
                "task-overdue " + asked.id(),
                NoticeKind.TASK_OVERDUE,
                asked.raisedAt(),
                "Nobody has answered " + asked.id(),
                text(List.of("Open since " + asked.raisedAt() + ": " + asked.question()), answer(asked)));
    }

    private static String answer(Question asked) {
        return "./vesper tasks show " + asked.id()
                + " shows all there is to see, ./vesper tasks approve or reject answers.";
    }

    private Optional<Notice> failed(RunRecord run) {
        List<Incident> open = incidents.open(run.id());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Incident newest = open.getLast();
        return Optional.of(new Notice(
                "run-failed " + run.id() + " " + newest.at(),
                NoticeKind.RUN_FAILED,
                newest.at(),
                named(run) + " stands still",
                text(
                        List.of(newest.what()),
                        "Mend the cause, then ./vesper runs resume " + run.id() + " --reason WHY.")));
    }

    /** Each opening of a venue's breaker, of the days that are watched. */
    private List<Notice> tripped(RunRecord run) {
        return breakers.past(run.id()).stream()
                .filter(told -> told.event() instanceof BreakerEvent.Tripped
                        || told.event() instanceof BreakerEvent.OpenedByHand)
                .map(told -> new Notice(
                        "venue-breaker " + run.id() + " " + told.event().venue() + " "
                                + told.event().slice(),
                        NoticeKind.BREACH,
                        told.at(),
                        named(run) + " sends no more orders to " + told.event().venue(),
                        text(
                                List.of(VenueBreakers.line(told.event())),
                                "./vesper venues breakers tells more; its page in the console closes it.")))
                .toList();
    }

    /** What the data of a run and its decision tell; each is there for good once it is there. */
    private List<Notice> ofRun(RunRecord run) {
        List<Notice> known = read.get(run.id());
        if (known != null) {
            return known;
        }
        List<Notice> found = new ArrayList<>();
        data.data(run.id())
                .filter(checked -> checked.quarantined() > 0)
                .ifPresent(checked -> found.add(new Notice(
                        "quarantine " + run.id(),
                        NoticeKind.QUARANTINE,
                        run.openedAt(),
                        named(run) + " has " + Counted.of(checked.quarantined(), "row") + " in quarantine",
                        text(
                                checked.breaches().stream()
                                        .limit(SHOWN)
                                        .map(DataCheck.Breach::message)
                                        .toList(),
                                more(run)))));
        Optional<DecisionSummary> decided = decisions.summary(run.id(), LOOKED_THROUGH);
        decided.flatMap(summary -> breach(run, summary)).ifPresent(found::add);
        if (decided.isPresent() || run.status().ended()) {
            read.put(run.id(), found);
        }
        return found;
    }

    /** Warnings go to the approver; who is told of breaches wants to hear of what was cut or denied. */
    private static Optional<Notice> breach(RunRecord run, DecisionSummary summary) {
        List<Verdict> acting = summary.told().stream()
                .filter(verdict -> verdict.outcome().acts())
                .toList();
        boolean more = summary.allTold() > LOOKED_THROUGH;
        if (acting.isEmpty() && !more) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "breach " + run.id(),
                NoticeKind.BREACH,
                run.openedAt(),
                named(run) + " has " + Counted.of(acting.size(), "order") + " cut or denied"
                        + (more ? ", or more" : ""),
                text(
                        acting.stream()
                                .limit(SHOWN)
                                .map(verdict ->
                                        verdict.outcome().word() + " " + verdict.subject() + ": " + verdict.reason())
                                .toList(),
                        more(run))));
    }

    private static String named(RunRecord run) {
        return "Run " + run.id() + (run.rehearsal() ? ", a rehearsal," : "");
    }

    private static String more(RunRecord run) {
        return "./vesper runs show " + run.id() + " tells more.";
    }

    /** What to know, an empty line, and what to do. */
    private static String text(List<String> lines, String next) {
        List<String> all = new ArrayList<>(lines);
        all.add("");
        all.add(next);
        return String.join("\n", all);
    }
}
