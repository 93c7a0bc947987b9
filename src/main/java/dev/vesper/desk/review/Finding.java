package dev.vesper.desk.review;

import java.math.BigDecimal;

/**
 * Something to look at, as whoever looked first has it.
 *
 * @param subject what it is about, for example an order's id or {@code LIT not-booked E4}; one source tells of it once
 * @param words a sentence with the numbers
 * @param money to our cost above 0, in the currency of the order
 */
public record Finding(String subject, String words, BigDecimal money) {
    /** Whether the other says the same, however its money is written. */
    boolean same(Finding other) {
        return subject.equals(other.subject) && words.equals(other.words) && money.compareTo(other.money) == 0;
    }
}
