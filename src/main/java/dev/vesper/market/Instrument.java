package dev.vesper.market;

import java.math.BigDecimal;

/**
 * Something that can be traded, for example IBM, common stock, traded in lots of 1 share and steps of 0.01 USD.
 *
 * @param lotSize smallest tradable quantity and its multiple, in units (shares); greater than zero
 * @param tickSize smallest price step, in currency units; greater than zero
 * @param venue the market identifier of the primary listing, informative
 */
public record Instrument(
        String symbol,
        String name,
        String assetClass,
        String sector,
        String currency,
        BigDecimal lotSize,
        BigDecimal tickSize,
        String venue) {
    /** The same instrument, worked in another price step. */
    public Instrument withTick(BigDecimal step) {
        return new Instrument(symbol, name, assetClass, sector, currency, lotSize, step, venue);
    }
}
