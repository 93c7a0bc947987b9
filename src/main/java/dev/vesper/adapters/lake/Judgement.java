package dev.vesper.adapters.lake;

import dev.vesper.data.NotChecked;
import dev.vesper.data.QualityRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the one pass found in the rows up to the as-of date (and in those after today, which are bad).
 *
 * @param rows rows judged
 * @param bad rows set aside
 * @param firstDate of the good rows, null where there is none
 * @param lastDate of the good rows, null where there is none
 * @param onBusinessDate good rows of the as-of date
 * @param counts one for each row rule, in the contract's order
 */
record Judgement(
        long rows,
        long bad,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        long onBusinessDate,
        boolean anyAfterToday,
        List<Count> counts,
        List<NotChecked> notChecked) {

    /**
     * @param rows how many rows break the rule
     * @param alone how many of them are set aside and break no other rule that sets aside
     * @param example the first of them: place and values, or empty
     */
    record Count(QualityRule rule, long rows, long alone, String example) {}

    long good() {
        return rows - bad;
    }
}
