package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.run.RunRecord;
import java.util.List;

/** The ends of day, newest first, and how far the newest one came. */
final class RunsPage implements Page {
    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param newest the newest run, or none where no day was run
     * @param stages of the newest run
     * @param incidents what keeps the newest run from going on
     * @param report the page of its report, or none where that was not written
     * @param more whether there are older ones than those listed
     */
    public record Model(
            List<RunLine> newest,
            List<StageLine> stages,
            List<IncidentLine> incidents,
            List<FileLink> report,
            List<RunLine> runs,
            String waiting,
            boolean more) {}

    @Override
    public String word() {
        return "runs";
    }

    @Override
    public String title() {
        return "Runs";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        List<RunRecord> found = operations.runs().newest(SHOWN + 1);
        List<RunLine> runs = found.stream().limit(SHOWN).map(RunLine::of).toList();
        List<RunStages> newest = found.stream()
                .limit(1)
                .map(run -> operations.runs().show(run.id()))
                .toList();
        long open = operations.tasks().newest(SHOWN).stream()
                .filter(task -> task.open())
                .count();
        return new Model(
                runs.stream().limit(1).toList(),
                newest.stream()
                        .flatMap(run -> run.stages().stream())
                        .map(StageLine::of)
                        .toList(),
                newest.stream()
                        .flatMap(run -> run.incidents().stream())
                        .map(IncidentLine::of)
                        .toList(),
                found.stream()
                        .limit(1)
                        .flatMap(run -> FileLink.page(operations, run.id()).stream())
                        .toList(),
                runs,
                open == 0 ? "" : Counted.of(open, "question") + (open == 1 ? " waits" : " wait") + " for a person",
                found.size() > SHOWN);
    }
}
