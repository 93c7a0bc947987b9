package dev.vesper.desk.practice;

import java.time.Instant;
import java.util.List;

/**
 * What the clock shows that everything here goes by.
 *
 * @param now the time it shows
 * @param local the same in the zone of the business, for example {@code 2018-04-11T18:25}
 * @param zone of the business
 * @param practice whether it is simulated, so that it may be put forward
 * @param next what is due by it, the soonest first; empty where it is the machine's
 */
public record ClockFace(Instant now, String local, String zone, boolean practice, List<Upcoming> next) {
    public ClockFace {
        next = List.copyOf(next);
    }
}
