package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.RunId;
import java.time.LocalDate;
import java.util.List;

/**
 * What other rules would have decided on one day.
 *
 * @param accounts how many the day judged
 * @param decisions how many recorded decisions were compared; 0 where none is recorded, then every account is judged again
 * @param again how many accounts were judged again, whole
 * @param unlike what does not come out again as the day decided it, by the day's own rules; no difference is told of it
 * @param without why nothing can be said of the day, as a sentence; empty where something can
 */
public record ReplayedRun(
        RunId run,
        LocalDate date,
        int accounts,
        int decisions,
        int again,
        List<String> unlike,
        List<Difference> differences,
        String without) {
    public ReplayedRun {
        unlike = List.copyOf(unlike);
        differences = List.copyOf(differences);
    }

    static ReplayedRun without(RunId run, LocalDate date, String why) {
        return new ReplayedRun(run, date, 0, 0, 0, List.of(), List.of(), why);
    }

    /** Whether anything can be said of it. */
    public boolean known() {
        return without.isEmpty();
    }
}
