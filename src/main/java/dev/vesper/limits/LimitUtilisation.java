package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much of one limit is used once the orders are done, for example position IBM: 24,000 of an account worth 100,000,
 * which is 0.24.
 *
 * @param subject what the limit binds: an order id, {@code ACC1}, or {@code ACC1/Energy}
 * @param what the same for a sentence, for example {@code "IBM in ACC1"}
 * @param unit whether the limit is a share of {@code base} or an amount
 * @param base what a share is a share of: the account's value or the average daily volume; greater than zero. For an
 *     amount it is 1.
 * @param bound whether tables say how much it may be or how much it must be
 * @param kept used by what is held and stays, whatever becomes of the claims; zero or more where there is a maximum
 * @param claims the orders that raise the use, in the order of the book; of a minimum those that lower it
 */
public record LimitUtilisation(
        String account,
        String subject,
        String what,
        Unit unit,
        BigDecimal base,
        Bound bound,
        BigDecimal kept,
        List<Claim> claims) {
    /** Of which tables say how much it may be. */
    public LimitUtilisation(
            String account,
            String subject,
            String what,
            Unit unit,
            BigDecimal base,
            BigDecimal kept,
            List<Claim> claims) {
        this(account, subject, what, unit, base, Bound.MAXIMUM, kept, claims);
    }

    /** How the numbers read. */
    public enum Unit {
        SHARE_OF_VALUE(" of the account's value"),
        SHARE_OF_VOLUME(" of the average daily volume"),
        SHARE_A_YEAR(" a year"),
        AMOUNT(""),
        DAYS(" days"),
        COUNT("");

        private final String phrase;

        Unit(String phrase) {
            this.phrase = phrase;
        }

        /** What stands behind the number in a sentence; nothing behind an amount, which names its currency, and a number. */
        public String phrase() {
            return phrase;
        }
    }

    public LimitUtilisation {
        if (base.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Expected a base above zero for " + subject + ", but it is " + base.toPlainString());
        }
        claims = List.copyOf(claims);
    }

    /** What the claims use together, zero or more. */
    public BigDecimal claimed() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Claim claim : claims) {
            sum = sum.add(claim.use());
        }
        return sum;
    }

    /** Once the claims are done, before division by the base: compare this, it is exact. */
    public BigDecimal amount() {
        return bound == Bound.MAXIMUM ? kept.add(claimed()) : kept.subtract(claimed());
    }

    /** Whether more than {@code limit} is used, or less of a minimum; exact. */
    public boolean breaks(BigDecimal limit) {
        return excess(limit).signum() > 0;
    }

    /** By how much the limit is broken, before division by the base; zero or less where it is kept. */
    public BigDecimal excess(BigDecimal limit) {
        return bound.beyond(amount(), limit.multiply(base));
    }

    /** What the claims may use together; negative where what is held already breaks the limit. */
    public BigDecimal headroom(BigDecimal limit) {
        return bound.beyond(kept, limit.multiply(base)).negate();
    }

    /** The use in the limit's unit, rounded so that what is shown never looks better than it is. */
    public BigDecimal used() {
        return unit == Unit.AMOUNT
                ? amount().setScale(2, bound.rounding())
                : amount().divide(base, 6, bound.rounding());
    }

    /** Whether the limit binds one order alone. */
    public boolean ofOneOrder() {
        return claims.size() == 1 && claims.getFirst().order().id().equals(subject);
    }
}
