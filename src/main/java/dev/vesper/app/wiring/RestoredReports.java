package dev.vesper.app.wiring;

import dev.vesper.adapters.FolderState;
import dev.vesper.adapters.lake.ReportCopies;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.report.StoredReports;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The reports beside the runs; a file that was removed or changed there is brought back from the lake, byte for byte, and that is said. */
final class RestoredReports implements StoredReports {
    /** Every report has these, so where one is missing somebody removed it. */
    private static final List<String> ALWAYS = List.of("report.html", "report.pdf", "summary.txt", "run.json");

    private final StoredReports beside;
    private final Path folder;
    private final RunStore runs;
    private final Supplier<ReportCopies> copies;
    private final Console console;
    private final Map<RunId, FolderState> seen = new HashMap<>();

    /**
     * Restores what is missing or changed.
     *
     * @param beside what lies in the folder
     * @param folder where each run has a folder of its own
     * @param copies the lake, opened with the first question about a run that has ended
     */
    RestoredReports(StoredReports beside, Path folder, RunStore runs, Supplier<ReportCopies> copies, Console console) {
        this.beside = beside;
        this.folder = folder;
        this.runs = runs;
        this.copies = copies;
        this.console = console;
    }

    @Override
    public synchronized List<String> files(RunId run) {
        if (!reported(run)) {
            return beside.files(run);
        }
        Path home = folder.resolve(run.value());
        FolderState state = seen.computeIfAbsent(run, _ -> new FolderState(List.of(home)));
        if (state.changed()) { // at the first question, and after each change
            compare(run, home);
            state.changed();
        }
        return beside.files(run);
    }

    private void compare(RunId run, Path home) {
        boolean whole = beside.files(run).containsAll(ALWAYS);
        try {
            List<String> restored = copies.get().restore(run, home);
            if (!restored.isEmpty()) {
                console.say("  ! the report of run " + run + " in " + home
                        + " was not as it was written; back from the lake: " + String.join(", ", restored));
            } else if (!whole && !beside.files(run).containsAll(ALWAYS)) {
                console.say("  ! the report of run " + run + " is not complete in " + home
                        + ", and the lake has no copy: put it back from a backup of runs/ or lake/");
            }
        } catch (Problem unavailable) {
            seen.remove(run); // asked again the next time
            if (!whole) {
                throw unavailable;
            }
            console.say("  ! the report of run " + run + " could not be compared with the lake: "
                    + unavailable.getMessage());
        }
    }

    @Override
    public byte[] read(RunId run, String file) {
        files(run);
        return beside.read(run, file);
    }

    private boolean reported(RunId run) {
        return runs.find(run)
                .filter(known -> known.status() == RunStatus.DONE || known.status() == RunStatus.REFUSED)
                .isPresent();
    }
}
