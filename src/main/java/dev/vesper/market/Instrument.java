package dev.vesper.market;

import dev.vesper.basics.Fields;
import java.math.BigDecimal;

/**
 * Something that can be traded, for example IBM, common stock, traded in lots of 1 share and steps of 0.01 USD.
 *
 * @param lotSize smallest tradable quantity and its multiple, in units (shares); greater than zero
 * @param tickSize smallest price step, in currency units; greater than zero
 * @param venue the market identifier of the primary listing; where it is known it tells the sessions
 * @param calendar code of the exchange calendar whose sessions it trades in, empty where its venue or its class tells
 * @param fields further columns of the firm's file, such as issuer, country or rating
 */
public record Instrument(
        String symbol,
        String name,
        String assetClass,
        String sector,
        String currency,
        BigDecimal lotSize,
        BigDecimal tickSize,
        String venue,
        String calendar,
        Fields fields) {
    /** One whose venue or class tells when it trades. */
    public Instrument(
            String symbol,
            String name,
            String assetClass,
            String sector,
            String currency,
            BigDecimal lotSize,
            BigDecimal tickSize,
            String venue) {
        this(symbol, name, assetClass, sector, currency, lotSize, tickSize, venue, "", Fields.NONE);
    }

    /** The same instrument, worked in another price step. */
    public Instrument withTick(BigDecimal step) {
        return new Instrument(symbol, name, assetClass, sector, currency, lotSize, step, venue, calendar, fields);
    }

    /** The same instrument, of which its file says this beside. */
    public Instrument withFields(Fields others) {
        return new Instrument(symbol, name, assetClass, sector, currency, lotSize, tickSize, venue, calendar, others);
    }
}
