package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.MarketDay;
import dev.vesper.desk.schedule.MarketHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * One day of a month as the page draws it.
 *
 * @param day of the month; empty for a day of another month
 * @param style {@code closed} where every exchange is, {@code half} where one closes early or opens late; {@code today}; {@code plain} where there is nothing to say
 * @param notes what the exchanges do that is not usual, weekends apart
 * @param occasions the first ones of the day
 * @param more how many others there are, in words, or empty
 */
public record MonthCell(
        String day,
        String date,
        String weekday,
        String style,
        List<String> notes,
        List<OccasionLine> occasions,
        String more) {
    private static final int SHOWN = 3;

    static final MonthCell NONE = new MonthCell("", "", "", "none", List.of(), List.of(), "");

    static MonthCell of(CalendarDay day, Instant now, LocalDate today, Caller caller) {
        List<MarketDay> unusual = day.markets().stream()
                .filter(market -> market.kind() != MarketHours.USUAL)
                .toList();
        boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        int others = day.occasions().size() - SHOWN;
        List<String> notes = unusual.stream()
                .filter(market -> !(weekend && market.kind() == MarketHours.CLOSED))
                .map(MarketDay::words)
                .toList();
        boolean plain = notes.isEmpty() && day.occasions().isEmpty();
        return new MonthCell(
                Integer.toString(day.date().getDayOfMonth()),
                day.date().toString(),
                day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK),
                style(day, unusual) + (day.date().equals(today) ? " today" : plain ? " plain" : ""),
                notes,
                day.occasions().stream()
                        .limit(SHOWN)
                        .map(occasion -> OccasionLine.of(occasion, now, caller))
                        .toList(),
                others > 0 ? "and " + Counted.of(others, "other") : "");
    }

    private static String style(CalendarDay day, List<MarketDay> unusual) {
        boolean closed = !unusual.isEmpty()
                && unusual.size() == day.markets().size()
                && unusual.stream().allMatch(market -> market.kind() == MarketHours.CLOSED);
        boolean half = unusual.stream().anyMatch(market -> market.kind() != MarketHours.CLOSED);
        return closed ? "closed" : half ? "half" : "usual";
    }
}
