package dev.vesper.books;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Names a tax lot by account, instrument, the day it was acquired and a number, for example {@code ACC1/IBM/2017-05-02/1}.
 * Its cost is no part of the name: two lots of equal cost and other dates differ in tax.
 *
 * @param number 1, 2, 3 ... among the lots of that account, instrument and day
 */
public record LotId(String account, String symbol, LocalDate acquired, int number) {
    /**
     * Reads a name; a symbol may hold slashes, an account may not.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static LotId of(String text) {
        int first = text.indexOf('/');
        int last = text.lastIndexOf('/');
        int date = last < 1 ? -1 : text.lastIndexOf('/', last - 1);
        if (first < 1 || date <= first) {
            throw unknown(text);
        }
        try {
            return new LotId(
                    text.substring(0, first),
                    text.substring(first + 1, date),
                    LocalDate.parse(text.substring(date + 1, last)),
                    Integer.parseInt(text.substring(last + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("Expected a lot like ACC1/IBM/2017-05-02/1, but got \"" + text + "\"");
    }

    @Override
    public String toString() {
        return account + "/" + symbol + "/" + acquired + "/" + number;
    }
}
