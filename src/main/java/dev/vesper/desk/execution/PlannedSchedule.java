package dev.vesper.desk.execution;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.market.MarketTape;
import dev.vesper.orders.ParentOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How much of a parent would be done by the end of each slice, were every slice filled whole: what the engine asks for at the
 * trades that the market makes. Example: 1,300 lots in 13 slices, volume unknown: 100, 200, ... 1,300.
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
            EngineOpener engines) {
        Map<String, PlannedSchedule> planned = HashMap.newHashMap(parents.size());
        for (SessionWork work : SessionWork.of(parents, sessions, settings)) {
            Map<String, long[]> lots = HashMap.newHashMap(work.parents().size());
            work.parents().forEach(parent -> lots.put(parent.id(), new long[work.slices()]));
            Map<String, Long> done = new HashMap<>();
            try (var engine = new SessionEngines(work, tape, settings, engines)) {
                for (int slice = 0; slice < work.slices(); slice++) {
                    for (DueChild due : engine.due(work.first() + slice, done, Map.of())) {
                        done.merge(due.parent().id(), due.lots(), Long::sum);
                    }
                    int at = slice;
                    lots.forEach((parent, by) -> by[at] = done.getOrDefault(parent, 0L));
                }
            }
            lots.forEach((parent, by) -> planned.put(parent, new PlannedSchedule(work.session(), work.first(), by)));
        }
        return planned;
    }
}
