package dev.vesper.desk.execution;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Slicer;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.MarketTape;
import dev.vesper.orders.ParentOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How much of a parent would be done by the end of each slice, were every slice filled whole: what the slicer asks for at the
 * volume that the market trades. Example: 1,300 lots in 13 slices, volume unknown: 100, 200, ... 1,300.
 *
 * @param session in which it is worked
 * @param first number of the session's first slice
 * @param lots by slice of the session, all that were due by then
 */
@SuppressWarnings("ArrayRecordComponent") // a large day has 40,000; nobody compares them
public record PlannedSchedule(WorkingSession session, int first, long[] lots) {
    /** The schedules of all parents of a run, by parent id. */
    public static Map<String, PlannedSchedule> of(
            List<ParentOrder> parents,
            Function<String, WorkingSession> sessions,
            MarketTape tape,
            ExecutionSettings settings,
            Slicer slicer) {
        Map<String, PlannedSchedule> planned = HashMap.newHashMap(parents.size());
        for (SessionWork work : SessionWork.of(parents, sessions, settings)) {
            int slices = work.session().hours().slices();
            long[][] lots = new long[work.parents().size()][slices];
            Map<String, Long> done = new HashMap<>();
            for (int slice = 0; slice < slices; slice++) {
                long[] due = slicer.due(work.batch(work.first() + slice, tape, settings, done));
                for (int i = 0; i < due.length; i++) {
                    lots[i][slice] = (slice == 0 ? 0 : lots[i][slice - 1]) + due[i];
                    done.put(work.parents().get(i).id(), lots[i][slice]);
                }
            }
            for (int i = 0; i < lots.length; i++) {
                planned.put(work.parents().get(i).id(), new PlannedSchedule(work.session(), work.first(), lots[i]));
            }
        }
        return planned;
    }
}
