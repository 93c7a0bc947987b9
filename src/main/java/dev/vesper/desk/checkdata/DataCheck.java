package dev.vesper.desk.checkdata;

import java.time.LocalDate;
import java.util.List;

/**
 * What the contract said of the day's prices.
 *
 * @param snapshot names the accepted data: the first 16 hex digits of the SHA-256 over raw objects and contract
 * @param rows data rows (date, symbol) read
 * @param quarantined rows set aside
 * @param firstDate earliest accepted date
 * @param lastDate latest accepted date: the business date where none is asked for
 * @param breaches one for each rule that failed
 * @param blocking whether a person must release the day
 * @param quarantineKey the lake object that holds the quarantined rows, or empty
 */
public record DataCheck(
        String snapshot,
        long rows,
        long quarantined,
        LocalDate firstDate,
        LocalDate lastDate,
        List<Breach> breaches,
        boolean blocking,
        String quarantineKey) {
    public DataCheck {
        breaches = List.copyOf(breaches);
    }

    /**
     * One failed rule of the contract.
     *
     * @param rule the rule's id in the contract
     * @param severity {@code error} blocks the day, {@code warning} is shown
     * @param rows how many rows failed
     * @param example the first failing row: file, line and values
     */
    public record Breach(String rule, String severity, long rows, String message, String example) {}
}
