package dev.vesper.desk.firm;

import dev.vesper.approvals.People;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.rebalance.RebalanceSettings;
import java.util.List;
import java.util.SortedMap;

/**
 * What firm.yaml says; every key has a default.
 *
 * @param name of the firm, shown on the report
 * @param sample whether this is the generated sample firm, whose every run is a rehearsal
 * @param seed of the planner and of the simulated venues
 * @param schedule cron expression (with seconds) at which {@code up} starts the day, in the zone of the business day
 * @param strategies by name
 * @param restricted symbols that may not be bought
 * @param shortAllowed accounts that may hold negative positions
 * @param books who keeps the book of record
 * @param people who belongs to which group; unknown where the file names nobody
 * @param calendar whose sessions its instruments trade in where nothing tells another
 */
public record FirmSettings(
        String name,
        boolean sample,
        long seed,
        String schedule,
        SortedMap<String, StrategySettings> strategies,
        RebalanceSettings rebalance,
        ExecutionSettings execution,
        List<String> restricted,
        List<String> shortAllowed,
        BookKeeping books,
        People people,
        ExchangeCalendar calendar) {
    public FirmSettings {
        restricted = List.copyOf(restricted);
        shortAllowed = List.copyOf(shortAllowed);
    }
}
