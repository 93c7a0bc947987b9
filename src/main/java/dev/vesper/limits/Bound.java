package dev.vesper.limits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** On which side of its number a limit holds. */
public enum Bound {
    /** So much and no more: a quarter of an account in one position. */
    MAXIMUM("limit", "above", "within", "at most", "raises", "lower", "lifted", RoundingMode.CEILING),
    /** So much at the least: 2 % of an account in cash. */
    MINIMUM("minimum", "below", "not below", "at least", "lowers", "raise", "lowered", RoundingMode.FLOOR);

    private final String level;
    private final String beyond;
    private final String kept;
    private final String so;
    private final String breaks;
    private final String mend;
    private final String loosened;
    private final RoundingMode rounding;

    Bound(
            String level,
            String beyond,
            String kept,
            String so,
            String breaks,
            String mend,
            String loosened,
            RoundingMode rounding) {
        this.level = level;
        this.beyond = beyond;
        this.kept = kept;
        this.so = so;
        this.breaks = breaks;
        this.mend = mend;
        this.loosened = loosened;
        this.rounding = rounding;
    }

    /** Whether so much breaks the level. */
    public boolean broken(BigDecimal used, BigDecimal level) {
        return beyond(used, level).signum() > 0;
    }

    /** By how much; zero or less where the level is kept. */
    public BigDecimal beyond(BigDecimal used, BigDecimal level) {
        return this == MAXIMUM ? used.subtract(level) : level.subtract(used);
    }

    /** How what is used is rounded, so that it never looks better than it is. */
    public RoundingMode rounding() {
        return rounding;
    }

    /** How the level is rounded, so that it never looks looser than it is. */
    public RoundingMode ofLevel() {
        return this == MAXIMUM ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    /** As a verdict calls the level: {@code limit}, {@code minimum}. */
    public String level() {
        return level;
    }

    /** Where a number is that breaks it: {@code above}, {@code below}. */
    public String beyond() {
        return beyond;
    }

    /** Where a number is that keeps it: {@code within}, {@code not below}. */
    public String kept() {
        return kept;
    }

    /** Before the number that would pass: {@code at most}, {@code at least}. */
    public String so() {
        return so;
    }

    /** What an order does that breaks it: it {@code raises} or {@code lowers} the use. */
    public String breaks() {
        return breaks;
    }

    /** What orders do that mend it: they {@code lower} or {@code raise} the use. */
    public String mend() {
        return mend;
    }

    /** What a waiver does to the level: it is {@code lifted} or {@code lowered}. */
    public String loosened() {
        return loosened;
    }
}
