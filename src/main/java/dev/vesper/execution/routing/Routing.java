package dev.vesper.execution.routing;

import java.util.List;

/**
 * Where an order goes.
 *
 * @param children in the order in which they are sent where they leave at the same time: dark, then those that take, then those
 *     that wait
 * @param leftLots that no venue can have now: nothing shown within the limit and no limit to wait at, or an odd part of a lot
 */
public record Routing(List<RoutedChild> children, long leftLots) {}
