package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Firms;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.FirmDays;
import dev.vesper.desk.schedule.FirmNow;
import dev.vesper.execution.Pace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The firm that {@code up} serves. */
final class ServedFirm implements FirmDays {
    private final Wiring wiring;
    private final Console console;
    private final Path path;
    private @Nullable Seen seen;

    /** What was read of the folder, on a day on which its prices ended so and while its files were these. */
    private record Seen(LocalDate today, SortedMap<String, String> files, FirmNow read) {}

    ServedFirm(Wiring wiring, Console console, Path path) {
        this.wiring = wiring;
        this.console = console;
        this.path = path;
    }

    @Override
    public String folder() {
        return path.toString();
    }

    @Override
    public FirmNow read() {
        Firm firm = wiring.firm.firms().read(path);
        return new FirmNow(firm, Firms.somePriceDates(firm, wiring.times.today()));
    }

    @Override
    public synchronized FirmNow look() {
        LocalDate today = wiring.times.today();
        SortedMap<String, String> files = FolderStamp.of(path);
        if (seen == null || !seen.today().equals(today) || !seen.files().equals(files)) {
            seen = new Seen(today, files, read());
        }
        return seen.read();
    }

    @Override
    public boolean traded(RunRecord run) {
        return wiring.desk.books.get().traded(run);
    }

    @Override
    public RunRecord open(Firm firm, LocalDate date, boolean rehearsal, boolean again, String by) {
        Firms.mayOpen(firm, date);
        if (!rehearsal) {
            wiring.routes.real.check(firm.venues(), firm.settings().execution().pace() == Pace.SESSION);
        }
        wiring.desk.statements.get().changed(firm, rehearsal).ifPresent(changed -> console.say("  ! " + changed));
        wiring.requireInputs();
        return wiring.desk.openRun.get().open(firm, date, firm.settings().seed(), rehearsal, again, by);
    }

    @Override
    public void start(RunId run) {
        wiring.engine.engine.get().start(run);
    }
}
