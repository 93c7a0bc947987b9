package dev.vesper.data;

import java.time.LocalDate;
import java.util.List;

/**
 * Figures of a data product by date and series.
 *
 * @param dates ascending
 * @param series ascending, in the order of Java's strings
 * @param values one matrix for each field that was asked for, in that order: {@code values.get(field)[date][series]},
 *     NaN where there is none
 */
public record Panel(List<LocalDate> dates, List<String> series, List<double[][]> values) {
    public Panel {
        dates = List.copyOf(dates);
        series = List.copyOf(series);
        values = List.copyOf(values);
    }
}
