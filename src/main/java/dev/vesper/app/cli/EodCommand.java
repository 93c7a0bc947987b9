package dev.vesper.app.cli;

import dev.vesper.adapters.api.server.Listening;
import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.app.run.DayRunner;
import dev.vesper.app.run.FirstUser;
import dev.vesper.app.run.UnusedFiles;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Firms;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
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
            "  ./vesper eod --days 10              ten days, each opening where the last one closed",
            "  ./vesper eod --format json          prints run.json",
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

    @Option(
            names = "--days",
            paramLabel = "N",
            description =
                    "That many dates of the prices in a row on which something trades: from --date on, without it the"
                            + " last ones.")
    private int days = 1;

    @Option(
            names = "--again",
            description = "Repeats a rehearsal: what rehearsals booked from the date on is taken back first.")
    private boolean again;

    @Option(names = "--resume", description = "Goes on with the newest run that has not ended, or with --run.")
    private boolean resume;

    @Option(names = "--run", paramLabel = "RUN", description = "With --resume: which run.")
    private @Nullable RunId run;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "table: the summary for people (default); json: run.json of each day, for programs.")
    private Table.Format format = Table.Format.TABLE;

    @Override
    public Integer call() throws Exception {
        if (format == Table.Format.CSV) {
            throw Problem.usage(
                    "Expected --format table or json, but got csv; the CSVs of a day lie beside its report");
        }
        if (run != null && !resume) {
            throw Problem.usage("Expected --resume with --run, but got --run alone");
        }
        if (date != null && date.isAfter(today())) {
            throw Problem.usage("Expected --date on or before today, " + today() + ", but got " + date
                    + "; nobody knows its prices yet");
        }
        if (days < 1 || (days > 1 && resume)) {
            throw Problem.usage(
                    days < 1
                            ? "Expected one day or more, but got --days " + days
                            : "Expected --days without --resume: what was left is one day");
        }
        // read before anything starts: a mistake in the folder is told at once
        @Nullable Firm chosen = resume ? null : wiring.firm.firms().read(firm.folder);
        List<LocalDate> business = chosen == null ? List.of() : dates(chosen);
        if (chosen != null) {
            FirmFolder.refuseLotsAfter(chosen, business.getFirst());
            new TapeFile().check(chosen.folder(), Firms.sessions(chosen, business));
        }
        if (chosen != null && !again) { // what is refused is refused before an engine starts for it
            boolean rehearsal = rehearse || chosen.settings().sample();
            wiring.desk.books.get().admit(chosen, business.getFirst(), rehearsal, /* again= */ false);
        }
        if (chosen != null) {
            wiring.desk
                    .statements
                    .get()
                    .changed(chosen, rehearse || chosen.settings().sample())
                    .ifPresent(changed -> wiring.console.say("  ! " + changed));
        }
        wiring.openAll(/* begins= */ !resume);
        UnusedFiles.tell(wiring);
        if (chosen != null && !rehearse && !chosen.settings().sample()) {
            FirstUser.begin(wiring);
        }
        wiring.operations.serve(
                Listening.loopback(0)); // so that ./vesper tasks reaches a day that waits at this terminal
        DayRunner day = new DayRunner(wiring, wiring.console, format == Table.Format.JSON);
        if (resume) {
            @Nullable Integer code = day.resume(firm.folder, run);
            if (code != null) {
                return code;
            }
        }
        Firm read = chosen == null ? wiring.firm.firms().read(firm.folder) : chosen;
        for (LocalDate on : business.isEmpty() ? dates(read) : business) {
            int code = day.run(read, on, seed == null ? read.settings().seed() : seed, rehearse, again);
            if (code != 0) {
                return code; // the next day opens where this one would have closed
            }
        }
        return 0;
    }

    /** The business dates that are asked for, oldest first. */
    private List<LocalDate> dates(Firm read) {
        if (days == 1) {
            return List.of(date == null ? Firms.lastPriceDate(read, today()) : date);
        }
        NavigableSet<LocalDate> all = Firms.priceDates(read, today());
        List<LocalDate> found = date == null
                ? all.descendingSet().stream()
                        .filter(read::trades)
                        .limit(days)
                        .toList()
                        .reversed()
                : all.tailSet(date).stream().filter(read::trades).limit(days).toList();
        if (found.size() < days) {
            throw Problem.usage("Expected prices of " + days + " days on which something trades"
                    + (date == null ? "" : " from " + date + " on") + ", but there are "
                    + found.size() + (all.isEmpty() ? "" : "; the last is " + all.last()));
        }
        return found;
    }

    private LocalDate today() {
        return wiring.times.today();
    }
}
