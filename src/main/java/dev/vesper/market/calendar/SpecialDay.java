package dev.vesper.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One date that no rule tells, for example 2012-10-29: closed for hurricane Sandy, which was announced on the day before.
 *
 * @param hours when it trades, null where it is closed
 * @param announced the day on which it became known; whoever decides before must not know it
 * @param why in a few words
 */
public record SpecialDay(LocalDate date, @Nullable Hours hours, LocalDate announced, String why) {
    /** From and to, local time of the exchange. */
    public record Hours(LocalTime open, LocalTime close) {
        public Hours {
            if (!close.isAfter(open)) {
                throw new IllegalArgumentException(
                        "Expected a close after the open, but " + close + " is not after " + open);
            }
        }
    }

    static SpecialDay closed(String date, String announced, String why) {
        return new SpecialDay(LocalDate.parse(date), null, LocalDate.parse(announced), why);
    }
}
