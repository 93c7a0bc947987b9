package dev.vesper.books;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names a tax lot by account, instrument, the day it was acquired and a number, for example {@code ACC1/IBM/2017-05-02/1}.
 * Its cost is no part of the name: two lots of equal cost and other dates differ in tax.
 *
 * @param number 1, 2, 3 ... among the lots of that account, instrument and day
 * @param replaces what tells the part of a lot that replaces a wash sale from the rest of it; null for the rest, and where
 *     nothing is replaced
 */
public record LotId(
        String account,
        String symbol,
        LocalDate acquired,
        int number,
        @Nullable Replaces replaces) {
    /**
     * Units that replace what was sold at a loss. Written {@code 1.2+151}: of lot 1 the second part, and 151 days are
     * carried over.
     *
     * @param part 1, 2, 3 ... among the parts of its lot
     * @param days for which what it replaces had been held: they count as its own, see 26 USC 1223(3)
     */
    public record Replaces(int part, int days) {
        public Replaces {
            if (part < 1 || days < 0) {
                throw new IllegalArgumentException(
                        "Expected a part of 1 or more and days of 0 or more, but got " + part + " and " + days);
            }
        }

        @Override
        public String toString() {
            return "." + part + "+" + days;
        }
    }

    /** A lot that replaces nothing. */
    public LotId(String account, String symbol, LocalDate acquired, int number) {
        this(account, symbol, acquired, number, null);
    }

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
        String account = text.substring(0, first);
        String symbol = text.substring(first + 1, date);
        String number = text.substring(last + 1);
        try {
            LocalDate acquired = LocalDate.parse(text.substring(date + 1, last));
            int point = number.indexOf('.');
            int plus = number.indexOf('+', point + 1);
            if (point < 0) {
                return new LotId(account, symbol, acquired, Integer.parseInt(number));
            }
            if (plus < 0) {
                throw unknown(text);
            }
            Replaces replaces = new Replaces(
                    Integer.parseInt(number.substring(point + 1, plus)), Integer.parseInt(number.substring(plus + 1)));
            return new LotId(account, symbol, acquired, Integer.parseInt(number.substring(0, point)), replaces);
        } catch (DateTimeException | NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("Expected a lot like ACC1/IBM/2017-05-02/1, but got \"" + text + "\"");
    }

    /** The day from which it is held as taxes count: earlier than it was acquired by the days that are carried over. */
    public LocalDate heldSince() {
        return replaces == null ? acquired : acquired.minusDays(replaces.days());
    }

    /** Which part of its lot it is; 0 for what replaces nothing. */
    int part() {
        return replaces == null ? 0 : replaces.part();
    }

    /** The purchase it is of: parts of one lot share it. */
    public LotId purchase() {
        return replaces == null ? this : new LotId(account, symbol, acquired, number);
    }

    /** The same days and parts, of another account, instrument or number. */
    public LotId as(String otherAccount, String otherSymbol, int otherNumber) {
        return new LotId(otherAccount, otherSymbol, acquired, otherNumber, replaces);
    }

    @Override
    public String toString() {
        return account + "/" + symbol + "/" + acquired + "/" + number + (replaces == null ? "" : replaces);
    }
}
