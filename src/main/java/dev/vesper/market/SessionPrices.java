package dev.vesper.market;

import java.math.BigDecimal;

/**
 * Where the market of one instrument began and ended the session we traded in, in currency units.
 *
 * @param arrival price of the first trade on the tape: what the desk met when it arrived
 * @param last price of the last trade on the tape: what an unfilled rest is marked at
 */
public record SessionPrices(BigDecimal arrival, BigDecimal last) {}
