package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.workbench.replay.ReplayedRun;
import dev.vesper.desk.workbench.replay.RuleReplays;
import java.time.LocalDate;
import java.util.List;

/**
 * A replay of other rules as it is now.
 *
 * @param days that are done, in their order
 * @param of how many days there are
 * @param differences found so far
 * @param said why it failed; empty where it did not
 */
public record RuleReplayRecord(
        String id, RuleReplays.State state, List<Day> days, int of, int differences, String said) {
    /**
     * One day.
     *
     * @param decisions how many recorded decisions were compared
     * @param again how many accounts were judged again
     * @param unlike accounts that the day's own rules do not decide again as the day did; nothing is told of them
     * @param without why nothing can be said of the day; empty where something can
     */
    public record Day(
            RunId run,
            LocalDate date,
            int accounts,
            int decisions,
            int again,
            List<String> unlike,
            int differences,
            String without) {
        static Day of(ReplayedRun day) {
            return new Day(
                    day.run(),
                    day.date(),
                    day.accounts(),
                    day.decisions(),
                    day.again(),
                    day.unlike(),
                    day.differences().size(),
                    day.without());
        }
    }

    static RuleReplayRecord of(RuleReplays.Status status) {
        return new RuleReplayRecord(
                status.id(),
                status.state(),
                status.days().stream().map(Day::of).toList(),
                status.of(),
                status.differences().size(),
                status.said());
    }
}
