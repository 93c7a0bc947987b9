package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.books.DayBooks;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.FirmDays;
import dev.vesper.desk.schedule.FirmNow;
import dev.vesper.desk.schedule.MissedSchedule;
import dev.vesper.desk.schedule.ScheduledDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The days of the small firm, opened over stores in memory; who works them is nobody. */
public final class MemoryDays implements FirmDays {
    /** Dates of its prices. */
    public final NavigableSet<LocalDate> prices =
            new TreeSet<>(SmallFirm.prices().dates());

    /** Runs that are to be worked, in that order. */
    public final List<RunId> started = new ArrayList<>();

    private final Memory memory;
    private final Times times;
    private Firm firm = SmallFirm.firm();

    public MemoryDays(Memory memory, Times times) {
        this.memory = memory;
        this.times = times;
    }

    /** What keeps and opens them. */
    public ScheduledDays days(boolean rehearse, Consumer<String> say) {
        return new ScheduledDays(
                this, memory.schedules, memory, memory.eventLog, memory, times, rehearse, missed(rehearse), say);
    }

    /** Which of their occasions were missed. */
    public MissedSchedule missed(boolean rehearse) {
        return new MissedSchedule(memory.schedules, memory, memory.eventLog, memory, times, rehearse);
    }

    /** From now on it is this firm. */
    public void become(Firm other) {
        firm = other;
    }

    @Override
    public String folder() {
        return firm.folder().toString();
    }

    @Override
    public FirmNow read() {
        return new FirmNow(firm, prices);
    }

    @Override
    public FirmNow look() {
        return read();
    }

    @Override
    public boolean traded(RunRecord run) {
        return books().traded(run);
    }

    @Override
    public RunRecord open(Firm of, LocalDate date, boolean rehearsal, boolean again, String by) {
        return new OpenRun(memory, new MemoryInputs(of), books(), memory, times.clock())
                .open(of, date, 7, rehearsal, again, by);
    }

    private DayBooks books() {
        return new DayBooks(
                memory.books, memory, memory, memory.orders, new MemoryInputs(firm), times.clock(), Runnable::run);
    }

    @Override
    public void start(RunId run) {
        started.add(run);
    }
}
