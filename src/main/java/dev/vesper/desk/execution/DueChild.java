package dev.vesper.desk.execution;

import dev.vesper.orders.ParentOrder;
import java.util.Optional;

/**
 * What the engine wants sent of a parent at a moment of the market.
 *
 * @param millis since midnight at the exchange
 * @param minimum lots of the smallest child worth sending
 * @param lots 1 or more
 * @param denied why the engine's gate does not let it leave, for people; empty where it does
 */
record DueChild(ParentOrder parent, long millis, long minimum, long lots, Optional<String> denied) {}
