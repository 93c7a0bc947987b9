package dev.vesper.rebalance.constraint;

import dev.vesper.basics.Problem;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.RebalanceProblem;

/**
 * One thing that a plan must keep or should keep, in one file. A plan is the number of trading lots for each line of a
 * book, in its order: positive to buy, negative to sell.
 */
public interface PlanConstraint {
    /** What it is called, for example {@code cash-floor}; the weight of {@code cost} is {@code costWeight} in solver.xml. */
    String word();

    /** What it asks of a plan, as a sentence without its full stop. */
    String sentence();

    Level level();

    /** What a unit of currency counts for unless solver.xml says otherwise; only the ratios of soft constraints matter. */
    default int weight() {
        return 1;
    }

    /** The least weight it may be given, 0 where it may be switched off. */
    default int leastWeight() {
        return 0;
    }

    /** The clear twin: its number for a plan, computed from scratch, in the unit of its {@link #level}. */
    long score(LotBook book, long[] lots);

    /** The same number, kept current from a plan that trades nothing. */
    Running open(LotBook book);

    /**
     * Why an account is refused: no plan was found that keeps this hard constraint and all others.
     *
     * @param lots the plan that the search began with
     */
    default Problem broken(RebalanceProblem problem, LotBook book, long[] lots) {
        return Problem.refused("Expected account " + problem.account().id() + " to keep " + word() + " (" + sentence()
                + "), but no plan was found that keeps it and the other constraints; the first one misses it by "
                + book.text(score(book, lots)) + " "
                + problem.account().cash().currency()
                + "; maybe its holdings, cash and settings leave no such choice of lots");
    }
}
