package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import java.math.BigDecimal;

/**
 * An order to one venue.
 *
 * @param price its limit, in currency units; of a dark one the midpoint
 * @param lots above zero
 * @param minimumLots the smallest fill it accepts; 0 where any will do
 * @param fee in currency units where all of it is filled as expected; below zero is a rebate
 * @param netPrice expected average with the fee, in currency units a unit
 * @param leaveMicros how long it waits at our door so that all arrive together, in microseconds
 */
public record RoutedChild(
        Venue venue,
        RouteReason reason,
        BigDecimal price,
        long lots,
        long minimumLots,
        BigDecimal fee,
        BigDecimal netPrice,
        long leaveMicros) {
    RoutedChild leavingAfter(long micros) {
        return new RoutedChild(venue, reason, price, lots, minimumLots, fee, netPrice, micros);
    }
}
