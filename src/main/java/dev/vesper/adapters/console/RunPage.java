package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.run.RunStatus;
import java.util.List;

/** One end of day: how far it came, what it asked of people, what was written about it. */
public final class RunPage implements Page {
    /** Where the files of a run's report lie. */
    public static final PagePath REPORT_FILE = new PagePath("runs/{run}/report/{file}");

    private static final int TASKS_SEARCHED = 1_000;

    /**
     * What the template shows.
     *
     * @param next what a person can do about the run, or empty
     * @param command the command that does it, or empty
     * @param incidents what keeps it from going on
     * @param report the files of its report, the page first; none where it was not written
     */
    public record Model(
            RunLine run,
            String next,
            String command,
            List<IncidentLine> incidents,
            List<FileLink> report,
            List<StageLine> stages,
            List<TaskLine> tasks,
            List<AuditLine> audit) {}

    @Override
    public String word() {
        return "run";
    }

    @Override
    public String title() {
        return "Run";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}");
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId id = asked.run();
        RunStages run = operations.runs().show(id);
        RunStatus status = run.run().status();
        return new Model(
                RunLine.of(run.run()),
                next(status),
                status == RunStatus.FAILED ? "./vesper runs resume " + id + " --as NAME" : "",
                run.incidents().stream().map(IncidentLine::of).toList(),
                operations.runs().reportFiles(id).stream()
                        .map(file -> FileLink.of(id, file))
                        .toList(),
                run.stages().stream().map(StageLine::of).toList(),
                operations.tasks().newest(TASKS_SEARCHED).stream()
                        .filter(task -> id.equals(task.run()))
                        .map(task -> TaskLine.of(task, asked.caller()))
                        .toList(),
                operations.audit().rows().stream()
                        .filter(row -> row.subject().startsWith(id.value()))
                        .map(AuditLine::of)
                        .toList()
                        .reversed());
    }

    private static String next(RunStatus status) {
        return switch (status) {
            case RUNNING -> "It is under way.";
            case WAITING -> "It waits for a person: the question is below.";
            case FAILED -> "It stands still. When what broke is mended, this lets it go on where it stopped:";
            case DONE, REFUSED, ABANDONED -> "";
        };
    }
}
