package dev.vesper.limits;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts Mondays to Fridays; holidays are not known and count as business days. */
public final class BusinessDays {
    private BusinessDays() {}

    /** Business days after {@code from} up to and including {@code to}: Friday to Monday is 1. Zero where {@code to} is not later. */
    public static int between(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        long days = to.toEpochDay() - from.toEpochDay();
        int count = Math.toIntExact(days / 7) * 5;
        for (LocalDate day = to.minusDays(days % 7); day.isBefore(to); ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                count++;
            }
        }
        return count;
    }
}
