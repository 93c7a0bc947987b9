package dev.vesper.app.wiring;

import dev.vesper.adapters.lake.S3Lake;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.RunId;
import dev.vesper.desk.report.StoredReports;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The reports beside the runs; one that was removed there is brought back from the lake, byte for byte, and that is said. */
final class RestoredReports implements StoredReports {
    /** Every report has these, so where one is missing somebody removed it. */
    private static final List<String> ALWAYS = List.of("report.html", "report.pdf", "summary.txt", "run.json");

    private final StoredReports beside;
    private final Path folder;
    private final RunStore runs;
    private final Supplier<S3Lake> lake;
    private final Console console;

    /**
     * Restores what is missing.
     *
     * @param beside what lies in the folder
     * @param folder where each run has a folder of its own
     * @param lake opened where something is missing
     */
    RestoredReports(StoredReports beside, Path folder, RunStore runs, Supplier<S3Lake> lake, Console console) {
        this.beside = beside;
        this.folder = folder;
        this.runs = runs;
        this.lake = lake;
        this.console = console;
    }

    @Override
    public List<String> files(RunId run) {
        List<String> files = beside.files(run);
        if (files.containsAll(ALWAYS) || !reported(run)) {
            return files;
        }
        int restored = lake.get().restore(run, folder.resolve(run.value()));
        console.say(
                restored == 0
                        ? "  ! the report of run " + run + " is not complete in " + folder.resolve(run.value())
                                + ", and the lake has no copy: put it back from a backup of runs/ or lake/"
                        : "  ! of the report of run " + run + ", " + restored + " files were missing in "
                                + folder.resolve(run.value()) + "; they are back from the lake");
        return beside.files(run);
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
