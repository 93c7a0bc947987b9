package dev.vesper.desk.checkdata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the rows of one data product were as they were delivered, before people decided anything of them.
 *
 * @param product its name
 * @param contract version and check sum of the contract that judged it
 * @param rows read
 * @param setAside rows that broke a rule and are not used
 * @param lastDate newest date of the good rows; null where none is good
 * @param onDate good rows of the business date
 * @param rules every rule of the contract that was judged, in its order
 */
public record ProductQuality(
        String product,
        String contract,
        long rows,
        long setAside,
        @Nullable LocalDate lastDate,
        long onDate,
        List<RuleQuality> rules) {
    public ProductQuality {
        rules = List.copyOf(rules);
    }

    /** Rows that are used. */
    public long passed() {
        return rows - setAside;
    }

    /** Rows set aside as a share of the rows read, 0 to 1; 0 where none was read. */
    public double setAsideShare() {
        return rows == 0 ? 0 : setAside / (double) rows;
    }
}
