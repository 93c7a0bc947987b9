package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.ChildOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.TransactTime;

/**
 * The times that messages carry. A simulated venue is told market time and answers in it; a real one is told when it really
 * is, in UTC as FIX asks for, and answers so.
 */
final class VenueTimes {
    private final LocalDate date;
    private final Set<String> real;
    private final Function<String, ZoneId> zones;
    private final InstantSource clock;

    /**
     * @param date of children that carry none
     * @param real names of the venues outside
     * @param zones in which the exchange of a symbol tells time
     */
    VenueTimes(LocalDate date, Set<String> real, Function<String, ZoneId> zones, InstantSource clock) {
        this.date = date;
        this.real = Set.copyOf(real);
        this.zones = zones;
        this.clock = clock;
    }

    /** Sets TransactTime. */
    void transact(Message message, ChildOrder child, long marketMillis) {
        if (real.contains(child.venue())) {
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            FixFields.time(
                    message,
                    TransactTime.FIELD,
                    now.toLocalDate(),
                    now.toLocalTime().toNanoOfDay() / 1_000_000);
        } else {
            FixFields.time(message, TransactTime.FIELD, Objects.requireNonNullElse(child.date(), date), marketMillis);
        }
    }

    /** TransactTime of a report as market time, in milliseconds since midnight at the exchange of its symbol. */
    long marketMillis(Message report, ChildOrder child) throws FieldNotFound {
        return marketMillis(report, child.venue(), child.symbol());
    }

    /** The same, of an order that is not at work. */
    long marketMillis(Message report, String venue, String symbol) throws FieldNotFound {
        long millis = FixFields.millis(report, TransactTime.FIELD);
        if (!real.contains(venue)) {
            return millis;
        }
        try {
            Instant at = FixFields.date(report, TransactTime.FIELD)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plusMillis(millis);
            return at.atZone(zones.apply(symbol)).toLocalTime().toNanoOfDay() / 1_000_000;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Expected a date in TransactTime, but " + e.getMessage(), e);
        }
    }
}
