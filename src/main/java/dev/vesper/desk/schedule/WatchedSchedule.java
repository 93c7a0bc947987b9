package dev.vesper.desk.schedule;

import java.time.Instant;

/**
 * Since when a firm's schedule is kept.
 *
 * @param firm its folder
 * @param cron when days are due
 * @param begun since when this expression is kept; nothing is known of occasions before
 * @param since every occasion up to here was kept, or was before the schedule was
 * @param told the newest missed occasion that people were told of; the epoch where there was none
 */
public record WatchedSchedule(String firm, String cron, Instant begun, Instant since, Instant told) {
    WatchedSchedule keptUntil(Instant moment) {
        return new WatchedSchedule(firm, cron, begun, moment, told);
    }

    WatchedSchedule toldOf(Instant occasion) {
        return new WatchedSchedule(firm, cron, begun, since, occasion);
    }
}
