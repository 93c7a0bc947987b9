package dev.vesper.execution.quality;

import dev.vesper.orders.Fill;

/**
 * A fill under a name that no other has.
 *
 * @param key run, venue and execution id, for example {@code 2018-04-11-001/LIT/E7}
 * @param quotes of the market around it
 */
public record KeyedFill(String key, Fill fill, FillQuotes quotes) {}
