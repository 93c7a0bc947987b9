package dev.vesper.desk.quarantine;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.rows.RowCommand;
import dev.vesper.approvals.rows.RowDecisions;
import dev.vesper.approvals.rows.RowRequest;
import dev.vesper.approvals.rows.RowState;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.JudgeAgain;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.RowFate;
import dev.vesper.desk.checkdata.RowJudge;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Single rows that a run's contract set aside, released, corrected or kept out by two people, while the run asks whether its
 * data may be used. With each agreement the contract judges again, and the run goes on with exactly the rows that are good
 * then.
 */
public final class DecideRows {
    private final Ports ports;
    private final JudgeAgain judge;
    private final Supplier<AnswerTask> answers;
    private final Consumer<RunId> forget;
    private final InstantSource clock;
    private final RowDecisions decisions = new RowDecisions();

    /**
     * What it reads and writes.
     *
     * @param texts words the question about the data anew
     */
    public record Ports(
            RunStore runs,
            TaskStore tasks,
            EventLog events,
            AuditLog audit,
            AgreedRowsStore agreed,
            Supplier<? extends Lake> lake,
            Supplier<? extends Inputs> inputs,
            Supplier<TaskTexts> texts) {}

    /**
     * Over its ports.
     *
     * @param answers answers the question about the data once nothing is left to decide
     * @param forget drops what is bound to the snapshot of a run
     */
    public DecideRows(
            Ports ports, JudgeAgain judge, Supplier<AnswerTask> answers, Consumer<RunId> forget, InstantSource clock) {
        this.ports = ports;
        this.judge = judge;
        this.answers = answers;
        this.forget = forget;
        this.clock = clock;
    }

    /**
     * Where the rows of a run stand.
     *
     * @throws Problem of kind REFUSED where what was stored of them was altered
     */
    public RowState state(RunId run) {
        try {
            return CheckedData.recorded(ports.events(), run);
        } catch (BrokenHistory broken) {
            throw Problem.refused("The data of " + run + " does not stand: " + broken.getMessage());
        }
    }

    /** Every request of a run, oldest first. */
    public List<RowDecision> all(RunId run) {
        return state(run).requests().stream()
                .map(request -> RowDecision.of(run, request))
                .toList();
    }

    /**
     * Whether the rows of a run can be decided now: it waits to hear whether its data may be used.
     *
     * @return why not; empty where they can
     */
    public String closed(RunRecord run) {
        if (run.status().ended()) {
            return "Run " + run.id() + " has ended; its rows stay as they are";
        }
        return ports.tasks()
                .find(release(run.id()))
                .map(task -> task.open()
                        ? ""
                        : "The data of " + run.id() + " was answered as a whole (" + task.word() + " by "
                                + task.decidedBy() + ")")
                .orElse("Run " + run.id() + " did not ask about its data, so its accepted rows are in use already;"
                        + " mend the file and run the day again");
    }

    /** The same rows with their values and what became of each. */
    public List<SetAsideRow> fates(RunRecord run, List<SetAsideRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        RowState state = state(run.id());
        Map<RowPlace, Map<String, String>> cells =
                judge.cells(run.id(), rows.stream().map(DecideRows::place).collect(Collectors.toSet()));
        Set<RowPlace> aside = state.newest() == 0 ? cells.keySet() : judge.aside(run.id(), state.newest());
        return rows.stream()
                .map(row -> row.with(
                        cells.getOrDefault(place(row), Map.of()),
                        cells.containsKey(place(row)) ? fate(run.id(), state, place(row), aside) : RowFate.OPEN))
                .toList();
    }

    private static RowPlace place(SetAsideRow row) {
        return new RowPlace(row.file(), row.line(), row.column());
    }

    private static RowFate fate(RunId run, RowState state, RowPlace place, Set<RowPlace> aside) {
        return state.about(place)
                .map(request -> {
                    RowChange change = request.rows().stream()
                            .filter(row -> row.place().equals(place))
                            .findFirst()
                            .orElseThrow();
                    return new RowFate(
                            request.standing() == RowRequest.Standing.WAITS
                                    ? RowFate.Kind.ASKED
                                    : switch (change.act()) {
                                        case RELEASE -> RowFate.Kind.RELEASED;
                                        case CORRECT -> RowFate.Kind.CORRECTED;
                                        case REJECT -> RowFate.Kind.REJECTED;
                                    },
                            RowQuestions.id(run, request.number()),
                            change.words() + " (" + request.asked()
                                    + (request.answered().isEmpty() ? "" : ", " + request.answered()) + ": "
                                    + request.reason() + ")");
                })
                .orElseGet(() -> aside.contains(place) ? RowFate.OPEN : new RowFate(RowFate.Kind.PASSES, "", ""));
    }

    /** The question about the data of a run. */
    static String release(RunId run) {
        return new TaskId(run, TaskKind.RELEASE_DATA).toString();
    }

    /**
     * Asks that rows be released, corrected or kept out.
     *
     * @throws Problem of kind INPUT where a row or a column is none, REFUSED with the contract's own words where a row could
     *     not be used then
     */
    public RowDecision ask(RunId id, RowAsk ask, String by, String reason) {
        RunRecord run = known(id);
        String subject = id + "/rows";
        mustBeOpen(run, subject, by);
        RowState state = state(id);
        List<RowChange> rows = new AskedRows(judge).rows(run, ask);
        decide(run, subject, by, decisions.decide(state, new RowCommand.Ask(rows, "", by, reason)));
        int number = state.requests().size() + 1;
        List<DecidedRows> all = new ArrayList<>(state.decided());
        all.add(new DecidedRows(number, rows, PersonName.shown(by), reason.strip(), "", ""));
        RowJudge.Judged judged = judged(run, subject, by, all, /* keep= */ false);
        List<DataEvent> decided = decide(
                run,
                subject,
                by,
                decisions.decide(state, new RowCommand.Ask(rows, effect(judged.check()), by, reason)));
        ports.audit()
                .append(
                        clock.instant(),
                        PersonName.shown(by),
                        AuditAction.ROWS_ASKED,
                        RowQuestions.id(id, number),
                        words(rows) + ": " + reason.strip(),
                        run.rehearsal(),
                        new Append<>(CheckedData.stream(id), state.events(), decided));
        return find(id, number);
    }

    /**
     * Agrees to a request; another person than the one who asked. Where the contract holds then and no row is left to decide,
     * the run goes on.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public RowDecision agree(RunId id, int number, String by, String reason) {
        RunRecord run = known(id);
        String subject = RowQuestions.id(id, number);
        mustBeOpen(run, subject, by);
        RowState state = state(id);
        var people = ports.inputs().get().people(id);
        RowRequest request = state.find(number).orElseThrow(() -> TaskId.unknown(subject));
        if (state.check() == null || state.prices() == null) {
            throw TaskId.unknown(subject);
        }
        decide(
                run,
                subject,
                by,
                decisions.decide(
                        state, new RowCommand.Agree(number, by, reason, state.check(), state.prices(), people)));
        List<DecidedRows> all = new ArrayList<>(state.decided());
        all.add(new DecidedRows(
                number, request.rows(), request.asked(), request.reason(), PersonName.shown(by), reason.strip()));
        DataCheck check = judged(run, subject, by, all, /* keep= */ true).check();
        var prices = ports.lake().get().sum(Lake.PRICES, check.snapshot());
        UserTask asks = ports.tasks().find(release(id)).orElseThrow();
        boolean kept = ports.agreed()
                .agree(
                        id,
                        check,
                        ports.texts().get().again(asks, run, check),
                        new AgreedRowsStore.Agreed(
                                clock.instant(),
                                PersonName.shown(by),
                                subject,
                                words(request.rows()) + ": now " + effect(check)
                                        + (reason.isBlank() ? "" : "; " + reason.strip()),
                                run.rehearsal(),
                                CheckedData.stream(id),
                                state.events(),
                                sum -> decide(
                                                run,
                                                subject,
                                                by,
                                                decisions.decide(
                                                        state,
                                                        new RowCommand.Agree(number, by, reason, sum, prices, people)))
                                        .getFirst()));
        if (!kept) {
            throw denied(
                    run,
                    subject,
                    by,
                    "Expected the rows of " + id + " as they were shown, but somebody answered a moment ago; look at "
                            + subject + " anew");
        }
        forget.accept(id);
        goOn(run, check, by);
        return find(id, number);
    }

    /**
     * Says no to a request, or takes it back; the rows stay as they were.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public RowDecision refuse(RunId id, int number, String by, String reason) {
        RunRecord run = known(id);
        String subject = RowQuestions.id(id, number);
        RowState state = state(id);
        List<DataEvent> decided =
                decide(run, subject, by, decisions.decide(state, new RowCommand.Refuse(number, by, reason)));
        ports.audit()
                .append(
                        clock.instant(),
                        PersonName.shown(by),
                        AuditAction.ROWS_REFUSED,
                        subject,
                        reason.strip(),
                        run.rehearsal(),
                        new Append<>(CheckedData.stream(id), state.events(), decided));
        return find(id, number);
    }

    /** Nothing is left to ask: the contract holds, every row set aside is decided, and no request waits. */
    private void goOn(RunRecord run, DataCheck check, String by) {
        RowState state = state(run.id());
        if (check.blocking() || !state.waiting().isEmpty()) {
            return;
        }
        Set<RowPlace> left = new HashSet<>(judge.aside(run.id(), state.newest()));
        left.removeIf(place -> state.about(place).isPresent());
        if (!left.isEmpty()) {
            return;
        }
        try {
            answers.get()
                    .decide(
                            release(run.id()),
                            Answer.APPROVE,
                            by,
                            "every row set aside is decided and the contract holds");
        } catch (Problem notNow) {
            return; // somebody else looks after the question: it stays open, with the new counts, and the refusal is on
            // record
        }
    }

    private RowDecision find(RunId run, int number) {
        return RowDecision.of(run, state(run).find(number).orElseThrow());
    }

    private RowJudge.Judged judged(RunRecord run, String subject, String by, List<DecidedRows> all, boolean keep) {
        RowJudge.Judged judged = judge.judge(run, all, keep);
        if (!judged.against().isEmpty()) {
            throw denied(run, subject, by, "The contract says no: " + String.join("; ", judged.against()));
        }
        return judged;
    }

    private void mustBeOpen(RunRecord run, String subject, String by) {
        String why = closed(run);
        if (!why.isEmpty()) {
            throw denied(run, subject, by, why);
        }
    }

    private List<DataEvent> decide(RunRecord run, String subject, String by, Decision<DataEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<DataEvent>(List<DataEvent> events) -> events;
            case Decision.Denied<DataEvent>(var refusal) -> throw denied(run, subject, by, refusal.message());
        };
    }

    private Problem denied(RunRecord run, String subject, String by, String why) {
        ports.audit()
                .append(
                        clock.instant(),
                        PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                        AuditAction.DECISION_DENIED,
                        subject,
                        why,
                        run.rehearsal());
        return Problem.refused(why);
    }

    private RunRecord known(RunId run) {
        return ports.runs()
                .find(run)
                .orElseThrow(() ->
                        Problem.usage("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
    }

    /** For people: {@code 1 of 300 rows set aside, the contract holds}. */
    private static String effect(DataCheck check) {
        String stops = check.breaches().stream()
                .filter(breach -> breach.severity() == dev.vesper.data.Severity.ERROR)
                .map(DataCheck.Breach::rule)
                .distinct()
                .collect(Collectors.joining(", "));
        return Numbers.count(check.quarantined()) + " of " + Counted.of(check.rows(), "row") + " set aside, "
                + (stops.isEmpty() ? "the contract holds" : "the contract is still broken (" + stops + ")");
    }

    private static String words(List<RowChange> rows) {
        final int shown = 3;
        return rows.stream().limit(shown).map(RowChange::words).collect(Collectors.joining("; "))
                + (rows.size() > shown ? " and " + (rows.size() - shown) + " more" : "");
    }
}
