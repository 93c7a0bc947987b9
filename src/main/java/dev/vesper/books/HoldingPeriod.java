package dev.vesper.books;

import java.time.LocalDate;

/** How long something was held, as taxes count it. */
public final class HoldingPeriod {
    private HoldingPeriod() {}

    /** Held for more than a year, by the calendar: acquired on 2023-06-28, long from 2024-06-29. */
    public static boolean isLong(LocalDate heldSince, LocalDate sold) {
        return heldSince.plusYears(1).isBefore(sold);
    }
}
