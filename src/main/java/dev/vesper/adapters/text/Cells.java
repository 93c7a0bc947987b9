package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers and dates as people and programs write them. */
public final class Cells {
    /** More digits than any price, quantity or amount has; keeps {@code 1e999999999} from becoming a gigabyte. */
    private static final int MOST_DIGITS = 40;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS = 12;
    /** Characters of {@code 2018-04-11}. */
    private static final int ISO_DATE = 10;

    private static final Pattern MIDNIGHT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]00:00(:00)?([.]0{1,9})? ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?");
    private static final Pattern THREE_NUMBERS =
            Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-](?:[0-9]{4}|[0-9]{2})(?: .{0,40})?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");

    private Cells() {}

    /** An exact number such as {@code 1200}, {@code -3.5}, {@code 1e-3} or {@code 0.30000000000000004}. */
    public static BigDecimal decimal(String text, Place place) {
        try {
            if (text.length() <= 2 * MOST_DIGITS) {
                BigDecimal value = new BigDecimal(onlyAscii(text));
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

    /** The JDK would also read the digits of other scripts, which nobody checks by eye. */
    private static String onlyAscii(String text) {
        if (text.chars().anyMatch(c -> c > 0x7E)) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private static String numberHint(String text) {
        if (text.codePoints().anyMatch(c -> c > 0x7E && Character.isDigit(c))) {
            return "; write it with the digits 0 to 9";
        }
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

    /**
     * A date as ISO 8601 writes it, {@code 2018-04-11}; nothing else, because 1/4/1999 means two days. Years go from 1900 to
     * 2199.
     */
    public static LocalDate date(String text, Place place) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                throw Problem.input(
                        place,
                        "Expected a date from " + FIRST_YEAR + " to " + LAST_YEAR + ", but got \"" + shown(text)
                                + "\"");
            }
            return date;
        } catch (DateTimeException notADate) {
            throw Problem.input(
                    place, "Expected a date like 2018-04-11, but got \"" + shown(text) + "\"" + dateHint(text));
        }
    }

    /**
     * The day of a time stamp at midnight, as data libraries write days: {@code 2024-01-15 00:00:00-05:00} is 2024-01-15.
     * Any other text is answered as it is.
     */
    public static String day(String text) {
        return text.length() > ISO_DATE && MIDNIGHT.matcher(text).matches() ? text.substring(0, ISO_DATE) : text;
    }

    private static String dateHint(String text) {
        Matcher numbers = THREE_NUMBERS.matcher(text);
        if (numbers.matches()) {
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(2));
            if (first <= MONTHS && second > MONTHS) {
                return "; " + second + " can only be a day, so it is month, day, year: write year-month-day";
            }
            if (second <= MONTHS && first > MONTHS) {
                return "; " + first + " can only be a day, so it is day, month, year: write year-month-day";
            }
            return "; which is the day and which the month cannot be told, so write year-month-day";
        }
        if (EIGHT_DIGITS.matcher(text).matches()) {
            return "; write it with hyphens, year-month-day";
        }
        return Stream.of(DateForm.values())
                .filter(form -> form.pattern.matcher(text).matches())
                .findFirst()
                .map(form -> "; " + form.hint)
                .orElse("");
    }

    /** Other ways in which programs write a day, and what to do then. */
    private enum DateForm {
        WITH_TIME("[0-9]{4}-[0-9]{2}-[0-9]{2}.+", "write the day without a time"),
        YEAR_FIRST("[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}.*", "write it with hyphens, year-month-day"),
        SHORT("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", "write month and day with two digits"),
        SPREADSHEET(
                "[2-6][0-9]{4}([.][0-9]*)?",
                "it looks like a spreadsheet's count of days; format the column as a date"),
        SECONDS("[0-9]{9,10}([.][0-9]*)?", "it looks like seconds since 1970; write the day, year-month-day"),
        MILLIS("[0-9]{12,13}", "it looks like milliseconds since 1970; write the day, year-month-day"),
        NANOS("[0-9]{18,19}", "it looks like nanoseconds since 1970; write the day, year-month-day"),
        WORDS("[0-9]{0,2}[ .-]{0,2}\\p{L}{3,12}[ .,;-]{1,3}[0-9].*", "write the month as a number, year-month-day");

        private final Pattern pattern;
        private final String hint;

        DateForm(String pattern, String hint) {
            this.pattern = Pattern.compile(pattern);
            this.hint = hint;
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
