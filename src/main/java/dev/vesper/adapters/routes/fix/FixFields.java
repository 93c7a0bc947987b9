package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.SendingTime;

/** Exact numbers, sides and market times in FIX messages: decimals stay decimals, never doubles. */
public final class FixFields {
    /** Of {@code 20180411-14:30:00.000}. */
    private static final int TIME_LENGTH = 21;

    private FixFields() {}

    public static void decimal(Message message, int tag, BigDecimal value) {
        message.setString(tag, value.stripTrailingZeros().toPlainString());
    }

    public static BigDecimal decimal(Message message, int tag) throws FieldNotFound {
        return new BigDecimal(message.getString(tag));
    }

    public static BigDecimal decimalOr(Message message, int tag, BigDecimal fallback) throws FieldNotFound {
        return message.isSetField(tag) ? decimal(message, tag) : fallback;
    }

    public static String textOr(Message message, int tag, String fallback) throws FieldNotFound {
        return message.isSetField(tag) ? message.getString(tag) : fallback;
    }

    public static char side(Side side) {
        return side == Side.BUY ? quickfix.field.Side.BUY : quickfix.field.Side.SELL;
    }

    public static Side side(Message message) throws FieldNotFound {
        return message.getChar(quickfix.field.Side.FIELD) == quickfix.field.Side.BUY ? Side.BUY : Side.SELL;
    }

    /** Market time as TransactTime and the like; not the machine's clock, which only {@link SendingTime} shows. */
    public static void time(Message message, int tag, LocalDate date, long millis) {
        StringBuilder text = new StringBuilder(TIME_LENGTH);
        digits(text, date.getYear(), 4);
        digits(text, date.getMonthValue(), 2);
        digits(text, date.getDayOfMonth(), 2);
        digits(text.append('-'), millis / 3_600_000, 2);
        digits(text.append(':'), millis / 60_000 % 60, 2);
        digits(text.append(':'), millis / 1000 % 60, 2);
        digits(text.append('.'), millis % 1000, 3);
        message.setString(tag, text.toString());
    }

    /**
     * Market time in milliseconds since midnight; a venue may leave the milliseconds out, or tell more digits than three.
     *
     * @throws IllegalArgumentException for what is no time of a day
     */
    public static long millis(Message message, int tag) throws FieldNotFound {
        String text = message.getString(tag);
        int length = text.length();
        long hour = number(text, 9, 11);
        long minute = number(text, 12, 14);
        long second = number(text, 15, 17);
        long fraction = length == 17 ? 0 : number(text, 18, TIME_LENGTH);
        boolean whole = number(text, 0, 8) >= 0
                && (length == 17 || (length >= TIME_LENGTH && text.charAt(17) == '.'))
                && text.charAt(8) == '-'
                && text.charAt(11) == ':'
                && text.charAt(14) == ':';
        if (!whole || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) {
            throw new IllegalArgumentException("Expected a FIX time like 20180411-14:30:00.000, but got " + text);
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
    }

    /**
     * The date of a market time.
     *
     * @throws java.time.DateTimeException for what is no date
     */
    public static LocalDate date(Message message, int tag) throws FieldNotFound {
        String text = message.getString(tag);
        return LocalDate.of((int) number(text, 0, 4), (int) number(text, 4, 6), (int) number(text, 6, 8));
    }

    private static void digits(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        text.append(digits);
    }

    /** The number that the digits of a part are, or -1 where it is not all there and digits. */
    private static long number(String text, int from, int to) {
        if (text.length() < to) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
