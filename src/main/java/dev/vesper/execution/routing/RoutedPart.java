package dev.vesper.execution.routing;

import dev.vesper.market.Venue;

/**
 * What one venue gets of what is due.
 *
 * @param lots more than zero
 * @param leastFill lots of the smallest fill that is accepted there; zero where any is
 */
public record RoutedPart(Venue venue, long lots, long leastFill) {}
