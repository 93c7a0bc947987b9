package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.terminal.Summaries;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drives one end of day from a command: opens or resumes it, waits, asks on a terminal, prints the summary. */
public final class DayRunner {
    private static final String RUN_JSON = "run.json";

    private final Wiring wiring;
    private final Console console;

    private final boolean json;

    /**
     * A runner.
     *
     * @param json whether a program reads the result: {@code run.json} goes to standard output in the place of the summary
     */
    public DayRunner(Wiring wiring, Console console, boolean json) {
        this.wiring = wiring;
        this.console = console;
        this.json = json;
    }

    /**
     * Opens a run and sees it to its end.
     *
     * @param business the business date
     * @param again whether a rehearsal is repeated
     * @return the exit code
     */
    public int run(Firm firm, LocalDate business, long seed, boolean rehearse, boolean again)
            throws InterruptedException {
        wiring.requireInputs();
        firm.warnings().forEach(w -> console.say("  ! " + w));
        boolean rehearsal = rehearse || firm.settings().sample();
        RunRecord run = wiring.desk.openRun.get().open(firm, business, seed, rehearsal, again);
        console.say("Run " + run.id() + ": " + firm.settings().name() + ", business date " + business
                + (rehearsal ? ", a rehearsal" : ""));
        wiring.engine.engine.get().start(run.id());
        return see(run.id());
    }

    /**
     * Goes on with a run that was left or killed.
     *
     * @return the exit code, or null where there is nothing to go on with
     */
    public @Nullable Integer resume(@Nullable Path folder, @Nullable RunId wanted) throws InterruptedException {
        Optional<RunRecord> found = wanted == null
                ? newest(folder)
                : wiring.store.store.get().runs().find(wanted);
        if (wanted != null && found.isEmpty()) {
            throw Problem.unknown("Expected a run, but " + wanted + " is unknown; ./vesper runs list shows them");
        }
        if (found.isEmpty()) {
            console.say("No run to go on with; starting a new one.");
            return null;
        }
        RunRecord run = found.get();
        console.say("Run " + run.id() + " (" + run.status().name().toLowerCase(Locale.ROOT) + "): business date "
                + run.date() + (run.rehearsal() ? ", a rehearsal" : ""));
        if (!run.status().ended()) {
            if (!run.rehearsal()) {
                FirstUser.begin(wiring);
            }
            wiring.workers.resume.get().resume(run.id());
        }
        return see(run.id());
    }

    /** The newest run that has not ended; where all have, the newest of all, so that its summary is shown again. */
    private Optional<RunRecord> newest(@Nullable Path folder) {
        List<RunRecord> runs = wiring.store.store.get().runs().recent(1000).stream()
                .filter(r -> folder == null
                        || r.firm().equals(folder.toAbsolutePath().normalize().toString()))
                .filter(r -> r.status() != RunStatus.ABANDONED)
                .toList();
        return runs.stream()
                .filter(r -> !r.status().ended())
                .findFirst()
                .or(() -> runs.stream().max(Comparator.comparing(RunRecord::openedAt)));
    }

    private int see(RunId run) throws InterruptedException {
        while (true) {
            RunStatus status = wiring.workers.monitor.get().await(run);
            switch (status) {
                case DONE -> {
                    summary(run);
                    anchor();
                    return 0;
                }
                case REFUSED -> {
                    summary(run);
                    anchor();
                    return Problem.Kind.REFUSED.exitCode();
                }
                case ABANDONED -> {
                    RunId next = wiring.store
                            .store
                            .get()
                            .runs()
                            .find(run)
                            .orElseThrow()
                            .supersededBy();
                    if (next == null) {
                        return closed(run);
                    }
                    console.say("Run " + run + " is superseded: " + next + " replays its day");
                    return see(next);
                }
                case FAILED -> {
                    return failed(run);
                }
                case WAITING -> {
                    Question task = open(run);
                    if (task == null) {
                        Thread.sleep(100); // decided a moment ago; the process has not heard yet
                    } else if (!console.terminal()) {
                        return waiting(run, task);
                    } else if (!new TerminalPrompt(wiring.operations.access(), console).ask(task)) {
                        return waiting(run, task);
                    }
                }
                case RUNNING -> {
                    // await() never answers this
                }
            }
        }
    }

    /** What the day did is kept outside, where the settings name a place; that one does not take it does not undo the day. */
    private void anchor() {
        wiring.anchors.anchors.get().look();
        wiring.anchors.anchors.get().trouble().ifPresent(why -> console.say("  ! The audit was not anchored: " + why));
    }

    /** Prints how a run went, read from its report. */
    private void summary(RunId run) {
        String file = json ? RUN_JSON : Summaries.FILE;
        Optional<ReportFile> page = wiring.operations.access().ask(new Reader(), operations -> {
            boolean written = operations.runs().reportFiles(run).contains(file);
            return written ? Optional.of(operations.runs().reportFile(run, file)) : Optional.empty();
        });
        if (page.isEmpty()) {
            console.say("No report was written for run " + run + ".");
        } else if (json) {
            System.out.print(page.get().text());
            System.out.flush();
        } else {
            Summaries.print(page.get().text(), wiring.settings.folder("runs").resolve(run.value()), console);
        }
    }

    private @Nullable Question open(RunId run) {
        return wiring
                .operations
                .access()
                .ask(new Reader(), operations -> operations.tasks().newest(1000))
                .stream()
                .filter(t -> run.equals(t.run()) && t.open())
                .findFirst()
                .orElse(null);
    }

    private int waiting(RunId run, Question task) {
        boolean rehearsal =
                wiring.store.store.get().runs().find(run).orElseThrow().rehearsal();
        console.say("Waiting for a person: " + task.question());
        console.say("  ./vesper tasks show " + task.id());
        if (!rehearsal) {
            console.say("  ./vesper login NAME      (./vesper users add NAME --role ROLE lets somebody in)");
        }
        console.say("  ./vesper tasks approve " + task.id() + (rehearsal ? " --as NAME" : "") + "      (or reject)");
        console.say("  ./vesper eod --resume");
        return Problem.Kind.REFUSED.exitCode();
    }

    private int closed(RunId run) {
        if (wiring.workers.monitor.get().failure(run).orElse(null) instanceof Problem problem) {
            console.say("Run " + run + " is closed: its input cannot be used. Mend it, then start a new day.");
            return problem.kind().exitCode();
        }
        console.say("Run " + run + " was abandoned.");
        return Problem.Kind.REFUSED.exitCode();
    }

    private int failed(RunId run) {
        Throwable why = wiring.workers.monitor.get().failure(run).orElse(null);
        console.say("Run " + run + " stands still; mend the cause, then ./vesper eod --resume");
        if (why instanceof Problem problem) {
            return problem.kind().exitCode();
        }
        if (why != null) {
            why.printStackTrace();
        }
        return 1;
    }
}
