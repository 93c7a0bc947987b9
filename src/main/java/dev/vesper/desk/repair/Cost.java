package dev.vesper.desk.repair;

import dev.vesper.basics.Counted;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What it costs that a run stands still.
 *
 * @param orders of the day after cuts; 0 where none are decided
 * @param unsent how many of them no venue has heard of
 * @param atVenues children of which no venue has told the end
 * @param session in which they are worked, for example {@code 2018-04-12 09:30 to 16:00 America/New_York}; empty where it is
 *     not known
 * @param closes when it ends; null where that is not known
 * @param minutes until then; negative when it is over
 * @param words all of it in a sentence
 */
public record Cost(
        int orders,
        int unsent,
        int atVenues,
        String session,
        @Nullable Instant closes,
        @Nullable Long minutes,
        String words) {
    static Cost of(int orders, int unsent, int atVenues, String session, @Nullable Instant closes, Instant now) {
        Long minutes = closes == null ? null : Duration.between(now, closes).toMinutes();
        return new Cost(
                orders, unsent, atVenues, session, closes, minutes, words(orders, unsent, atVenues, session, minutes));
    }

    private static String words(int orders, int unsent, int atVenues, String session, @Nullable Long minutes) {
        if (orders == 0) {
            return "No orders are decided yet: the day's trading waits.";
        }
        String unended =
                atVenues == 0 ? "" : " Of " + Counted.of(atVenues, "child order") + " no venue has told the end.";
        if (unsent == 0) {
            return "All " + Counted.of(orders, "order") + " of the day were sent." + unended;
        }
        return unsent + " of " + Counted.of(orders, "order") + " " + (unsent == 1 ? "is" : "are") + " not sent"
                + (minutes == null ? "." : ends(session, minutes)) + unended;
    }

    private static String ends(String session, long minutes) {
        return minutes < 0
                ? "; by the clock their session (" + session + ") is over."
                : "; " + time(minutes) + " are left of their session (" + session + ").";
    }

    private static String time(long minutes) {
        return minutes < 180 ? Counted.of(minutes, "minute") : Counted.of(minutes / 60, "hour");
    }
}
