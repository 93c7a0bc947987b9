package dev.vesper.market;

import java.math.BigDecimal;

/**
 * What a venue's rulebook says beside its fee in basis points. Example: takes 0.0030 a share from who takes and pays 0.0020 to
 * who posts, is 350 microseconds away, trades in hundreds.
 *
 * @param takeFee for each unit that takes what is shown, in currency units; below zero where the venue pays
 * @param postFee for each unit that waited in the book, in currency units; below zero is a rebate
 * @param latencyMicros from our door to its book, in microseconds
 * @param lot units of which every order there is a multiple; zero where any quantity may be sent
 * @param minimumQuantity the fewest units an order may have there; zero where there is no least
 * @param ticks its price steps
 * @param hours when it takes orders
 */
public record VenueTerms(
        BigDecimal takeFee,
        BigDecimal postFee,
        long latencyMicros,
        BigDecimal lot,
        BigDecimal minimumQuantity,
        TickTable ticks,
        VenueHours hours) {
    /** A venue of which nothing else is known. */
    public static final VenueTerms NONE =
            new VenueTerms(BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO, TickTable.ANY);

    /** One that takes orders whenever its exchange trades. */
    public VenueTerms(
            BigDecimal takeFee,
            BigDecimal postFee,
            long latencyMicros,
            BigDecimal lot,
            BigDecimal minimumQuantity,
            TickTable ticks) {
        this(takeFee, postFee, latencyMicros, lot, minimumQuantity, ticks, VenueHours.ALL);
    }
}
