package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.repair.Remedy;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.trace.SeenTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One end of day: where it stands on the diagram of its processes, what it asked of people, what was written about it. */
public final class RunPage implements Page {
    /** Where the files of a run's report lie. */
    public static final PagePath REPORT_FILE = new PagePath("runs/{run}/report/{file}");

    /** Where the script that draws asks where the run stands. */
    public static final PagePath STATE = new PagePath("runs/{run}/state");

    /** The process files that the run goes by. */
    public static final PagePath PROCESSES = new PagePath("runs/{run}/processes");

    /** So many rows of the audit log. */
    private static final int SHOWN = 50;

    /**
     * What the template shows.
     *
     * @param state where it stands
     * @param incidentHref why it stands still, or did, and what may be done about it; empty where it never did
     * @param close how it is closed; none where it has ended, or its incident says so
     * @param drawn where the process files for the diagram are; empty where they were not kept
     * @param moveHref where a moved token is asked for; empty where the run has ended
     * @param replayHref where a replay of the day is asked for; empty where the run has ended
     * @param report the files of its report, the page first; none where it was not written
     * @param stages those that have begun, then those to come
     * @param made what it was made with
     * @param trace under which id what it did is found where traces are kept
     * @param audit what people and stages did, newest first
     * @param more where all of that is, or empty where it is all shown
     */
    public record Model(
            StateLine state,
            String incidentHref,
            List<ActLine> close,
            String drawn,
            String moveHref,
            String replayHref,
            List<FileLink> report,
            List<StageLine> stages,
            List<TaskLine> tasks,
            MadeWith made,
            SeenTrace trace,
            List<AuditLine> audit,
            String more) {
        public RunLine run() {
            return state.run();
        }
    }

    @Override
    public String word() {
        return "run";
    }

    @Override
    public String title() {
        return "Run";
    }

    @Override
    public String help() {
        return "processes";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}");
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.runs().state(asked.run()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(
                Changed.of(Topic.RUNS, asked.run()), Changed.of(Topic.ORDERS, asked.run()), Changed.of(Topic.TASKS));
    }

    @Override
    public boolean over(Record model) {
        return model instanceof Model shown && shown.run().ended();
    }

    @Override
    public boolean draws(Record model) {
        return model instanceof Model shown && !shown.drawn().isEmpty();
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return model(operations, asked, operations.runs().state(asked.run()));
    }

    @Override
    public Model model(Operations operations, Asked asked, Object state) {
        return state instanceof RunState seen ? model(operations, asked, seen) : model(operations, asked);
    }

    private static Model model(Operations operations, Asked asked, RunState state) {
        RunId id = asked.run();
        RunStatus status = state.run().status();
        List<AuditLog.Row> told = asked.caller().may(Permission.SEE_AUDIT)
                ? operations.audit().search(AuditQuery.about(id.value()), AuditQuery.Order.NEWEST, 0, SHOWN + 1)
                : List.of();
        return new Model(
                StateLine.of(state),
                status == RunStatus.FAILED ? StandstillLine.href(id.value()) : "",
                status.ended() || status == RunStatus.FAILED
                        ? List.of()
                        : List.of(ActLine.of(
                                Remedy.closing(
                                        status, operations.runs().show(id).stages()),
                                id,
                                asked.caller())),
                state.drawn() ? PROCESSES.fill(Map.of("run", id.value())) : "",
                status.ended() ? "" : MovePage.href(id.value()),
                status.ended() ? "" : ReplayPage.href(id.value()),
                operations.runs().reportFiles(id).stream()
                        .map(file -> FileLink.of(id, file))
                        .toList(),
                Stream.concat(
                                state.stages().stream().map(StageLine::of),
                                state.coming().stream().map(StageLine::of))
                        .toList(),
                operations.runs().questions(id).stream()
                        .map(task -> TaskLine.of(operations.inbox().card(task.id()), asked.caller()))
                        .toList(),
                operations.runs().madeWith(id),
                operations.runs().trace(id),
                told.stream().limit(SHOWN).map(AuditLine::of).toList(),
                told.size() > SHOWN ? AuditPage.about(id) : "");
    }
}
