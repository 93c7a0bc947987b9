package dev.vesper.execution.routing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Why a venue gets an order. */
public sealed interface RouteReason {
    /** One word for a table. */
    String step();

    /**
     * For people.
     *
     * @param lot units of one lot
     */
    String words(BigDecimal lot);

    /**
     * It may trade at the midpoint, unseen.
     *
     * @param odds that the last lot is filled, 0 to 1
     * @param expectedLots filled on average
     */
    record Dark(BigDecimal bid, BigDecimal ask, double odds, double expectedLots) implements RouteReason {
        @Override
        public String step() {
            return "dark";
        }

        @Override
        public String words(BigDecimal lot) {
            return "midpoint of " + bid.toPlainString() + " and " + ask.toPlainString() + "; odds of the last lot "
                    + share(odds) + ", expected " + units(expectedLots, lot);
        }
    }

    /**
     * It takes what is shown and ends.
     *
     * @param levels prices taken
     * @param best the best price taken with its fee
     */
    record Sweep(int levels, BigDecimal best) implements RouteReason {
        @Override
        public String step() {
            return "sweep";
        }

        @Override
        public String words(BigDecimal lot) {
            return "takes " + levels + (levels == 1 ? " price" : " prices") + ", the best with its fee " + plain(best);
        }
    }

    /**
     * It waits in a book.
     *
     * @param aheadLots shown before it
     * @param odds that its last lot is filled, where earlier orders tell
     */
    record Post(long aheadLots, Optional<Double> odds) implements RouteReason {
        @Override
        public String step() {
            return "post";
        }

        @Override
        public String words(BigDecimal lot) {
            String before = "waits behind " + units((double) aheadLots, lot);
            return odds.map(known -> before + "; odds of the last lot " + share(known))
                    .orElse(before);
        }
    }

    private static String share(double odds) {
        return plain(BigDecimal.valueOf(odds).setScale(4, RoundingMode.HALF_EVEN));
    }

    private static String units(double lots, BigDecimal lot) {
        return plain(BigDecimal.valueOf(lots).multiply(lot).setScale(4, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
