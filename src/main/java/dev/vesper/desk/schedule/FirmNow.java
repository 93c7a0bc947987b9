package dev.vesper.desk.schedule;

import dev.vesper.desk.firm.Firm;
import java.time.LocalDate;
import java.util.NavigableSet;

/**
 * The firm as its folder tells it at a moment.
 *
 * @param prices every date of its prices that is not in the future; never empty
 */
public record FirmNow(Firm firm, NavigableSet<LocalDate> prices) {}
