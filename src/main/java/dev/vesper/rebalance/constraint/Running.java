package dev.vesper.rebalance.constraint;

/**
 * A constraint's number, kept current while the solver tries trades: the fast twin of {@link PlanConstraint#score}. It
 * begins with a plan that trades nothing.
 */
public interface Running {
    /**
     * A line's trade has changed.
     *
     * @param line its place in the book
     * @param before trading lots until now
     * @param after trading lots from now on
     */
    void change(int line, long before, long after);

    /** What {@link PlanConstraint#score} would say of the plan as it is now. */
    long value();
}
