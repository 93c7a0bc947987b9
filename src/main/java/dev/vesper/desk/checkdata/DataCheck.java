package dev.vesper.desk.checkdata;

import dev.vesper.data.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the contracts said of the day's data: of the prices, and of what else was delivered.
 *
 * @param snapshot names the accepted prices: the first 16 hex digits of the SHA-256 over raw objects and contract
 * @param rows data rows read
 * @param quarantined rows set aside
 * @param firstDate earliest accepted date of the prices
 * @param lastDate latest accepted date of the prices: the business date where none is asked for
 * @param breaches one for each rule that failed
 * @param blocking whether a person must release the day
 * @param quality how good each product was, known while it is checked and kept beside this; empty later
 * @param quarantineKey the lake objects that hold the quarantined rows, joined by a comma and a blank, or empty
 */
public record DataCheck(
        String snapshot,
        long rows,
        long quarantined,
        LocalDate firstDate,
        LocalDate lastDate,
        List<Breach> breaches,
        boolean blocking,
        String quarantineKey,
        List<ProductQuality> quality) {
    @SuppressWarnings("ConstantValue") // what is read from the store has none
    public DataCheck {
        breaches = List.copyOf(breaches);
        quality = quality == null ? List.of() : List.copyOf(quality);
    }

    /** Without what each rule found, which is kept beside it. */
    public DataCheck(
            String snapshot,
            long rows,
            long quarantined,
            LocalDate firstDate,
            LocalDate lastDate,
            List<Breach> breaches,
            boolean blocking,
            String quarantineKey) {
        this(snapshot, rows, quarantined, firstDate, lastDate, breaches, blocking, quarantineKey, List.of());
    }

    /** The same, with how good each product was. */
    public DataCheck with(List<ProductQuality> known) {
        return new DataCheck(
                snapshot, rows, quarantined, firstDate, lastDate, breaches, blocking, quarantineKey, known);
    }

    /** Rows set aside as a share of the rows read, 0 to 1; 0 where none was read. */
    public double quarantinedShare() {
        return rows == 0 ? 0 : quarantined / (double) rows;
    }

    /**
     * Adds what another product's contract said: its rows, and its breaches with the product's name before the sentence.
     *
     * @param product its name
     */
    DataCheck and(String product, DataCheck other) {
        List<ProductQuality> both = new ArrayList<>(quality);
        both.addAll(other.quality);
        List<Breach> all = new ArrayList<>(breaches);
        for (Breach b : other.breaches) {
            all.add(new Breach(b.rule, b.severity, b.rows, product + ": " + b.message, b.example));
        }
        return new DataCheck(
                snapshot,
                rows + other.rows,
                quarantined + other.quarantined,
                firstDate,
                lastDate,
                all,
                blocking || other.blocking,
                quarantineKey.isEmpty() || other.quarantineKey.isEmpty()
                        ? quarantineKey + other.quarantineKey
                        : quarantineKey + ", " + other.quarantineKey,
                both);
    }

    /**
     * One failed rule of the contract.
     *
     * @param rule the rule's id in the contract
     * @param severity what it means for the day: an error blocks it
     * @param rows how many rows failed
     * @param example the first failing row: file, line and values
     */
    public record Breach(String rule, Severity severity, long rows, String message, String example) {}
}
