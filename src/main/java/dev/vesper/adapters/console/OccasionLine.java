package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.schedule.MarketDay;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.OccasionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One occasion of the schedule as the page writes it.
 *
 * @param at its local time, {@code 2026-11-30 18:30}
 * @param time of the day alone
 * @param date the business date, or empty
 * @param run which it opened, or empty
 * @param by who skipped it, or empty
 * @param notes why it is skipped, what the exchanges do on its date
 * @param command that takes it back that it is skipped; empty where nobody skipped it, or its hour has passed
 * @param skipHref where the form is sent that skips it, or empty
 * @param unskipHref where the form is sent that takes that back, or empty
 */
public record OccasionLine(
        String at,
        String weekday,
        String time,
        String state,
        Tone tone,
        String date,
        String run,
        String runHref,
        String by,
        String reason,
        List<String> notes,
        String command,
        String skipHref,
        String unskipHref) {
    static OccasionLine of(Occasion occasion, Instant now, Caller caller) {
        LocalDateTime local = LocalDateTime.parse(occasion.occasion());
        RunId run = occasion.run();
        LocalDate date = occasion.date();
        boolean skipped = occasion.due().isAfter(now) && occasion.state() == OccasionState.SKIPPED;
        boolean nothing = occasion.state() == OccasionState.DUE && occasion.worked();
        return new OccasionLine(
                occasion.occasion().replace('T', ' '),
                local.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK),
                local.toLocalTime().toString(),
                nothing ? "no day" : word(occasion.state()),
                nothing ? Tone.QUIET : tone(occasion.state()),
                Objects.toString(date, ""),
                Objects.toString(run, ""),
                run == null ? "" : RunLine.href(run.value()),
                occasion.by(),
                occasion.reason(),
                occasion.markets().stream().map(MarketDay::words).toList(),
                skipped ? "./vesper schedule unskip " + occasion.occasion() + " --as " + Words.name(caller) : "",
                occasion.due().isAfter(now) && occasion.state() == OccasionState.DUE
                        ? ScheduleForms.href(occasion.occasion(), "skip")
                        : "",
                skipped ? ScheduleForms.href(occasion.occasion(), "unskip") : "");
    }

    private static String word(OccasionState state) {
        return state == OccasionState.WORKED ? "nothing new" : Words.word(state);
    }

    private static Tone tone(OccasionState state) {
        return switch (state) {
            case DUE -> Tone.BUSY;
            case RUN -> Tone.GOOD;
            case WORKED -> Tone.QUIET;
            case SKIPPED, BUSY, LATE -> Tone.WARN;
            case MISSED -> Tone.BAD;
        };
    }
}
