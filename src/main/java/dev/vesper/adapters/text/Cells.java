package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Numbers and dates as people and programs write them. */
public final class Cells {
    /** More digits than any price, quantity or amount has; keeps {@code 1e999999999} from becoming a gigabyte. */
    private static final int MOST_DIGITS = 40;

    private Cells() {}

    /** An exact number such as {@code 1200}, {@code -3.5}, {@code 1e-3} or {@code 0.30000000000000004}. */
    public static BigDecimal decimal(String text, Place place) {
        try {
            if (text.length() <= 2 * MOST_DIGITS) {
                BigDecimal value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS) {
                    return value.scale() < 0 ? value.setScale(0) : value;
                }
            }
        } catch (NumberFormatException notANumber) {
            throw Problem.input(place, "Expected a number, but got \"" + shown(text) + "\"" + numberHint(text));
        }
        throw Problem.input(
                place, "Expected a number of at most " + MOST_DIGITS + " digits, but got \"" + shown(text) + "\"");
    }

    private static String numberHint(String text) {
        if (text.indexOf(',') >= 0) {
            return "; write it without separators and with a point, like 1234.5";
        }
        return text.isEmpty() || Character.isDigit(text.charAt(text.length() - 1))
                ? ""
                : "; maybe a unit or a currency stands behind it";
    }

    /** A finite double, read as {@link #decimal} is. */
    public static double real(String text, Place place) {
        return plain(text) ? Double.parseDouble(text) : decimal(text, place).doubleValue();
    }

    /** Digits with at most one point among them, as nearly every price is written: no detour over BigDecimal. */
    private static boolean plain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && !text.isEmpty() && text.length() <= MOST_DIGITS;
    }

    /** A date as ISO 8601 writes it, {@code 2018-04-11}; nothing else, because 1/4/1999 means two days. */
    public static LocalDate date(String text, Place place) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            String hint = text.indexOf('/') > 0 || text.indexOf('.') > 0
                    ? "; which is the day and which the month cannot be told, so write year-month-day"
                    : text.length() > 10 && text.charAt(4) == '-' ? "; write the day without a time" : "";
            throw Problem.input(place, "Expected a date like 2018-04-11, but got \"" + shown(text) + "\"" + hint);
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
