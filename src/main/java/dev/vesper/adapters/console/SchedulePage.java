package dev.vesper.adapters.console;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.practice.ClockFace;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.OccasionState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** When days are due: a month with the exchanges' holidays and half days, what is to come, what has been. */
final class SchedulePage implements Page {
    private static final int SHOWN = 10;
    private static final int DAYS_OF_WEEK = 7;
    private static final String MONTH = "month";
    private static final int LONGEST_MONTH = 7;

    /**
     * What the template shows.
     *
     * @param firm the name of its folder
     * @param prices the newest date of its prices, or empty
     * @param trouble what keeps days from being opened, or empty
     * @param month in words, or empty where the firm's folder cannot be read
     * @param weeks of the month, Monday to Sunday
     * @param before the page of the month before
     * @param after the page of the month after
     * @param skip the command that skips the next occasion, or empty
     * @param run the command that opens a day now
     * @param rehearse the command that rehearses one
     * @param works whether whoever looks is signed in and may do all that
     * @param denied whether whoever looks is signed in and may not
     * @param clock what a simulated clock shows and what is due next by it
     */
    public record Model(
            String cron,
            String zone,
            String firm,
            String folder,
            boolean rehearsal,
            String prices,
            String trouble,
            String month,
            List<List<MonthCell>> weeks,
            String before,
            String after,
            List<OccasionLine> next,
            List<OccasionLine> last,
            String skip,
            String run,
            String rehearse,
            boolean works,
            boolean denied,
            ClockFace clock) {}

    @Override
    public String word() {
        return "schedule";
    }

    @Override
    public String title() {
        return "Schedule";
    }

    @Override
    public String help() {
        return "schedule";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        KeptSchedule kept = operations.schedule().show(SHOWN, SHOWN);
        Caller caller = asked.caller();
        LocalDate today = kept.now().atZone(ZoneId.of(kept.zone())).toLocalDate();
        YearMonth month = month(asked, YearMonth.from(today));
        boolean readable = kept.prices() != null;
        String name = Words.name(caller);
        return new Model(
                kept.cron(),
                kept.zone(),
                kept.firm().substring(kept.firm().lastIndexOf('/') + 1),
                kept.firm(),
                kept.rehearsal(),
                Objects.toString(kept.prices(), ""),
                kept.trouble(),
                readable ? month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + month.getYear() : "",
                readable
                        ? weeks(
                                operations.schedule().calendar(month.atDay(1), month.lengthOfMonth()),
                                kept.now(),
                                today,
                                caller)
                        : List.of(),
                path().href() + "?" + MONTH + "=" + month.minusMonths(1),
                path().href() + "?" + MONTH + "=" + month.plusMonths(1),
                kept.next().stream()
                        .map(occasion -> OccasionLine.of(occasion, kept.now(), caller))
                        .toList(),
                kept.last().stream()
                        .map(occasion -> OccasionLine.of(occasion, kept.now(), caller))
                        .toList(),
                kept.next().stream()
                        .filter(occasion -> occasion.state() == OccasionState.DUE)
                        .findFirst()
                        .map(occasion -> "./vesper schedule skip " + occasion.occasion() + " --reason WHY --as " + name)
                        .orElse(""),
                "./vesper schedule run --as " + name,
                "./vesper schedule rehearse --as " + name,
                caller instanceof SignedIn && caller.may(Permission.WORK_RUNS),
                caller instanceof SignedIn && !caller.may(Permission.WORK_RUNS),
                operations.clock().show());
    }

    private static YearMonth month(Asked asked, YearMonth otherwise) {
        asked.query().keySet().stream()
                .filter(other -> !other.equals(MONTH))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.usage("Expected " + MONTH + " after the question mark, but got \"" + other + "\""
                            + NearestName.hint(other, List.of(MONTH)));
                });
        String text = asked.query().get(MONTH);
        if (text == null) {
            return otherwise;
        }
        try {
            if (text.length() == LONGEST_MONTH) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException notOne) {
            text = text.strip();
        }
        throw Problem.usage("Expected " + MONTH + " such as 2026-12, but got \"" + text + "\"");
    }

    /** Monday to Sunday, with nothing in the days of the months around. */
    private static List<List<MonthCell>> weeks(List<CalendarDay> days, Instant now, LocalDate today, Caller caller) {
        List<MonthCell> cells = new ArrayList<>(
                Collections.nCopies(days.getFirst().date().getDayOfWeek().getValue() - 1, MonthCell.NONE));
        days.forEach(day -> cells.add(MonthCell.of(day, now, today, caller)));
        while (cells.size() % DAYS_OF_WEEK != 0) {
            cells.add(MonthCell.NONE);
        }
        List<List<MonthCell>> weeks = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += DAYS_OF_WEEK) {
            weeks.add(List.copyOf(cells.subList(i, i + DAYS_OF_WEEK)));
        }
        return weeks;
    }
}
