package dev.vesper.desk.execution;

import dev.vesper.orders.ParentOrder;

/**
 * What the engine wants sent of a parent at a moment of the market.
 *
 * @param millis since midnight at the exchange
 * @param minimum lots of the smallest child worth sending
 * @param lots 1 or more
 */
record DueChild(ParentOrder parent, long millis, long minimum, long lots) {}
