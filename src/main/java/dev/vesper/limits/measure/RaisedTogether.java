package dev.vesper.limits.measure;

import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The use of an account that is no sum over its orders, such as its volatility. Where all orders together raise it, those that
 * do so by themselves claim what is raised, each by its own effect at the margin; where they do not, nothing is claimed. What
 * is left once some orders are denied is measured anew.
 */
final class RaisedTogether {
    /** Decimals that a statistic is rounded to: beyond these it is noise. */
    private static final int STATISTIC = 12;

    private static final int DIGITS = 24;

    private RaisedTogether() {}

    /**
     * What is used once the orders are done.
     *
     * @param what for a sentence, for example {@code Volatility of ACC1}
     * @param before without the orders
     * @param after with all of them
     * @param effects what each order does to the use where a little of it is left out, in the order of the book
     */
    static LimitUtilisation of(
            ValuedBook valued, String what, Unit unit, double before, double after, List<Double> effects) {
        BigDecimal used = rounded(after);
        List<Claim> claims = new ArrayList<>();
        BigDecimal kept = used;
        double raising = effects.stream()
                .filter(effect -> effect > 0)
                .mapToDouble(e -> e)
                .sum();
        BigDecimal raised = used.subtract(rounded(before));
        if (raised.signum() > 0 && raising > 0) {
            List<ParentOrder> orders = valued.book().orders();
            for (int i = 0; i < orders.size(); i++) {
                ParentOrder order = orders.get(i);
                BigDecimal perUnit = raised.multiply(BigDecimal.valueOf(effects.get(i) / raising))
                        .divide(order.quantity(), DIGITS, RoundingMode.DOWN);
                Claim.of(order, BigDecimal.ZERO, perUnit).ifPresent(claims::add);
            }
            for (Claim claim : claims) {
                kept = kept.subtract(claim.use());
            }
        }
        String account = valued.account();
        return new LimitUtilisation(account, account, what, unit, BigDecimal.ONE, kept, claims);
    }

    private static BigDecimal rounded(double statistic) {
        return BigDecimal.valueOf(statistic).setScale(STATISTIC, RoundingMode.HALF_EVEN);
    }
}
