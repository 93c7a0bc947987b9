package dev.vesper.desk.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The occasions of a cron expression of six fields: seconds, minutes, hours, day of month, month, day of week. {@code *},
 * {@code ?}, lists, ranges, steps and English names are understood; {@code L}, {@code W} and {@code #} are not.
 *
 * <p>{@code 0 30 18 * * MON-FRI} is due every weekday at half past six in the evening.
 */
public final class Cron {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    /** A schedule whose last or next occasion is further away is not asked after: 29 February comes within eight years. */
    private static final int MOST_DAYS = 8 * 366;

    private final NavigableSet<Integer> seconds;
    private final NavigableSet<Integer> minutes;
    private final NavigableSet<Integer> hours;
    private final NavigableSet<Integer> days;
    private final NavigableSet<Integer> months;
    private final NavigableSet<Integer> weekdays;

    private Cron(List<NavigableSet<Integer>> fields) {
        seconds = fields.get(0);
        minutes = fields.get(1);
        hours = fields.get(2);
        days = fields.get(3);
        months = fields.get(4);
        weekdays = fields.get(5);
    }

    /** Reads an expression; empty where it says more than is understood here. */
    public static Optional<Cron> of(String expression) {
        String[] parts = expression.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        if (parts.length != 6) {
            return Optional.empty();
        }
        try {
            NavigableSet<Integer> weekdays = field(parts[5], 0, 7, DAYS, 0);
            if (weekdays.remove(7)) {
                weekdays.add(0); // both are Sunday
            }
            return Optional.of(new Cron(List.of(
                    field(parts[0], 0, 59, List.of(), 0),
                    field(parts[1], 0, 59, List.of(), 0),
                    field(parts[2], 0, 23, List.of(), 0),
                    field(parts[3], 1, 31, List.of(), 0),
                    field(parts[4], 1, 12, MONTHS, 1),
                    weekdays)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The newest occasion that is not after a moment. */
    public Optional<LocalDateTime> lastUntil(LocalDateTime moment) {
        LocalDate date = moment.toLocalDate();
        Optional<LocalTime> today = due(date) ? lastUntil(moment.toLocalTime()) : Optional.empty();
        if (today.isPresent()) {
            return Optional.of(date.atTime(today.get()));
        }
        LocalTime latest = LocalTime.of(hours.last(), minutes.last(), seconds.last());
        for (int back = 1; back <= MOST_DAYS; back++) {
            if (due(date.minusDays(back))) {
                return Optional.of(date.minusDays(back).atTime(latest));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalTime> lastUntil(LocalTime time) {
        for (int hour : hours.headSet(time.getHour(), true).descendingSet()) {
            int lastMinute = hour == time.getHour() ? time.getMinute() : 59;
            for (int minute : minutes.headSet(lastMinute, true).descendingSet()) {
                boolean now = hour == time.getHour() && minute == time.getMinute();
                Integer second = now ? seconds.floor(time.getSecond()) : seconds.last();
                if (second != null) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }

    /** The first occasion after a moment. */
    public Optional<LocalDateTime> nextAfter(LocalDateTime moment) {
        LocalDate date = moment.toLocalDate();
        Optional<LocalTime> today = due(date) ? nextAfter(moment.toLocalTime()) : Optional.empty();
        if (today.isPresent()) {
            return Optional.of(date.atTime(today.get()));
        }
        LocalTime earliest = LocalTime.of(hours.first(), minutes.first(), seconds.first());
        for (int ahead = 1; ahead <= MOST_DAYS; ahead++) {
            if (due(date.plusDays(ahead))) {
                return Optional.of(date.plusDays(ahead).atTime(earliest));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalTime> nextAfter(LocalTime time) {
        for (int hour : hours.tailSet(time.getHour(), true)) {
            int firstMinute = hour == time.getHour() ? time.getMinute() : 0;
            for (int minute : minutes.tailSet(firstMinute, true)) {
                boolean now = hour == time.getHour() && minute == time.getMinute();
                Integer second = now ? seconds.higher(time.getSecond()) : seconds.first();
                if (second != null) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }

    private boolean due(LocalDate date) {
        return months.contains(date.getMonthValue())
                && days.contains(date.getDayOfMonth())
                && weekdays.contains(date.getDayOfWeek().getValue() % 7);
    }

    private static NavigableSet<Integer> field(String text, int lowest, int highest, List<String> names, int first) {
        NavigableSet<Integer> found = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? 1 : number(part.substring(slash + 1), List.of(), 0);
            int dash = range.indexOf('-');
            int from;
            int to;
            if (range.equals("*") || range.equals("?")) {
                from = lowest;
                to = highest == 7 ? 6 : highest;
            } else if (dash > 0) {
                from = number(range.substring(0, dash), names, first);
                to = number(range.substring(dash + 1), names, first);
            } else {
                from = number(range, names, first);
                to = slash < 0 ? from : highest;
            }
            if (step < 1 || from < lowest || to > highest || from > to) {
                throw new IllegalArgumentException(text);
            }
            for (int value = from; value <= to; value += step) {
                found.add(value);
            }
        }
        return found;
    }

    private static int number(String text, List<String> names, int first) {
        int named = names.indexOf(text);
        return named >= 0 ? named + first : Integer.parseInt(text);
    }
}
