package dev.vesper.desk.rebalance;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which earlier runs an account has traded in: those whose fills the book has that a run opens with. A day looks at days, a
 * rehearsal at rehearsals; one that was closed before its end counts by what it had traded.
 */
public final class PastRuns {
    private PastRuns() {}

    /**
     * Those that count, by date.
     *
     * @param runs of any firm and date
     * @param since the first business date that counts
     * @param now the run that looks: runs of its own date and later ones do not count
     */
    public static List<RunRecord> before(RunRecord now, List<RunRecord> runs, LocalDate since) {
        List<RunRecord> counting = new ArrayList<>();
        runs.stream()
                .filter(run -> run.firm().equals(now.firm()) && run.rehearsal() == now.rehearsal())
                .filter(run -> run.status() == RunStatus.DONE || run.status() == RunStatus.ABANDONED)
                .filter(run -> !run.date().isBefore(since) && run.date().isBefore(now.date()))
                .sorted(Comparator.comparing(RunRecord::openedAt).thenComparing(RunRecord::id))
                .forEach(run -> {
                    if (run.rehearsal()) { // a date that is rehearsed again takes back what was rehearsed from it on
                        counting.removeIf(earlier -> !earlier.date().isBefore(run.date()));
                    }
                    counting.add(run);
                });
        counting.sort(Comparator.comparing(RunRecord::id));
        return counting;
    }
}
