package dev.vesper.app.cli;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.app.run.DayRunner;
import dev.vesper.app.wiring.Firms;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one end of day and prints what happened. */
@Command(
        name = "eod",
        mixinStandardHelpOptions = true,
        description = "Runs one end of day: check-data, rebalance, approve-trades, execute-orders, report.",
        footer = {
            "",
            "Examples:",
            "  ./vesper eod                        the sample firm, as a rehearsal",
            "  ./vesper eod --firm DIR --rehearse  two demo users approve",
            "  ./vesper eod --firm DIR             asks on a terminal, else ends with code 3",
            "  ./vesper eod --resume               goes on with a run that was left or killed"
        })
final class EodCommand implements Callable<Integer> {
    private final Wiring wiring;

    EodCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Mixin
    private FirmOption firm = new FirmOption();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "Business date; without it the last date of the prices.")
    private @Nullable LocalDate date;

    @Option(names = "--seed", description = "Seed of planner and simulated venues; without it that of firm.yaml.")
    private @Nullable Long seed;

    @Option(
            names = "--rehearse",
            description = "Two demo users approve; run, report and audit are marked as a rehearsal.")
    private boolean rehearse;

    @Option(names = "--resume", description = "Goes on with the newest run that has not ended, or with --run.")
    private boolean resume;

    @Option(names = "--run", paramLabel = "RUN", description = "With --resume: which run.")
    private @Nullable RunId run;

    @Override
    public Integer call() throws Exception {
        if (run != null && !resume) {
            throw Problem.usage("Expected --resume with --run, but got --run alone");
        }
        if (date != null && date.isAfter(today())) {
            throw Problem.usage("Expected --date on or before today, " + today() + ", but got " + date
                    + "; nobody knows its prices yet");
        }
        // read before anything starts: a mistake in the folder is told at once
        @Nullable Firm chosen = resume ? null : wiring.firm.firms().read(firm.folder);
        @Nullable LocalDate business = chosen == null || date != null ? date : Firms.lastPriceDate(chosen, today());
        if (chosen != null && business != null) {
            FirmFolder.refuseLotsAfter(chosen, business);
            new TapeFile().check(chosen.folder(), business);
        }
        wiring.openAll();
        wiring.operations.serve(0); // so that ./vesper tasks reaches a day that waits at this terminal
        DayRunner day = new DayRunner(wiring, wiring.console);
        if (resume) {
            @Nullable Integer code = day.resume(firm.folder, run);
            if (code != null) {
                return code;
            }
        }
        Firm read = chosen == null ? wiring.firm.firms().read(firm.folder) : chosen;
        LocalDate on = business == null ? Firms.lastPriceDate(read, today()) : business;
        return day.run(read, on, seed == null ? read.settings().seed() : seed, rehearse);
    }

    private LocalDate today() {
        return wiring.times.today();
    }
}
