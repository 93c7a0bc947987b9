package dev.vesper.desk.repair;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sessions of a run by its frozen files. What was looked up is kept: a page asks again and again. */
public final class FirmSessions implements Sessions {
    private static final int REMEMBERED = 64;

    private final Function<RunId, Firm> firms;
    private final Map<RunId, Optional<WorkingSession>> known = new LinkedHashMap<>();

    /** @param firms reads the frozen files of a run */
    public FirmSessions(Function<RunId, Firm> firms) {
        this.firms = firms;
    }

    @Override
    public synchronized Optional<WorkingSession> first(RunRecord run) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(run.id(), id -> look(firms.apply(id), run));
    }

    private static Optional<WorkingSession> look(Firm firm, RunRecord run) {
        NextSessions next = new NextSessions(firm.calendars(), firm.settings().execution(), run.date());
        return firm.instruments().values().stream().map(next::of).min(WorkingSession.EARLIER_FIRST);
    }
}
