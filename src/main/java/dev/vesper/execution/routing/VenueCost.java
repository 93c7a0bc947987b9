package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What a venue charges for a unit, and which quantities it takes. */
final class VenueCost {
    private VenueCost() {}

    /** The fee of a unit that takes what is shown, or trades at the midpoint. */
    static BigDecimal taking(Venue venue, BigDecimal price) {
        return price.multiply(venue.feeBps()).movePointLeft(4).add(venue.terms().takeFee());
    }

    /** The fee of a unit that waited. */
    static BigDecimal posting(Venue venue, BigDecimal price) {
        return price.multiply(venue.feeBps()).movePointLeft(4).add(venue.terms().postFee());
    }

    /** A price with its fee: a buyer pays more, a seller gets less. */
    static BigDecimal net(Side side, BigDecimal price, BigDecimal fee) {
        return side == Side.BUY ? price.add(fee) : price.subtract(fee);
    }

    /** Lots of which every order there is a multiple: the fewest that are whole lots of ours and of the venue's. */
    static long step(Venue venue, BigDecimal lot) {
        BigDecimal theirs = venue.terms().lot();
        if (theirs.signum() == 0) {
            return 1;
        }
        int scale = Math.max(0, Math.max(theirs.scale(), lot.scale()));
        BigInteger ours = lot.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger whole = theirs.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        return whole.divide(whole.gcd(ours)).longValueExact();
    }

    /** The fewest lots an order there may have. */
    static long minimum(Venue venue, BigDecimal lot) {
        return venue.terms()
                .minimumQuantity()
                .divide(lot, 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
