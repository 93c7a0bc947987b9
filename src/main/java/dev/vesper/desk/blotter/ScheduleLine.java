package dev.vesper.desk.blotter;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One slice of an order's schedule. Times are the market's, for example {@code 09:45:00}; quantities are of the whole order so
 * far.
 *
 * @param slice of the run, counted from 0
 * @param planned what would be done by its end, were every slice filled whole
 * @param filled what was filled by its end; null while it is not over
 */
public record ScheduleLine(
        int slice,
        LocalDate date,
        String from,
        String until,
        BigDecimal planned,
        @Nullable BigDecimal filled) {}
