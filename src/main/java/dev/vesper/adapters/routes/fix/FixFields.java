package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.SendingTime;

/** Exact numbers, sides and market times in FIX messages: decimals stay decimals, never doubles. */
public final class FixFields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS", Locale.ROOT);

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
        message.setString(
                tag,
                LocalDateTime.of(date, LocalTime.ofNanoOfDay(millis * 1_000_000))
                        .format(TIME));
    }

    public static long millis(Message message, int tag) throws FieldNotFound {
        String text = message.getString(tag);
        try {
            // a venue may leave the milliseconds out
            String whole = text.length() == 17 ? text + ".000" : text.substring(0, Math.min(21, text.length()));
            return LocalDateTime.parse(whole, TIME).toLocalTime().toNanoOfDay() / 1_000_000;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Expected a FIX time like 20180411-14:30:00.000, but got " + text, e);
        }
    }
}
