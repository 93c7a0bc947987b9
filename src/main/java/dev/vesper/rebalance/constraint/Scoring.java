package dev.vesper.rebalance.constraint;

import dev.vesper.basics.Problem;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.RebalanceProblem;
import java.util.List;
import java.util.Optional;

/**
 * The constraints that plans are scored by, each with what it counts for.
 *
 * <p>By default a dollar away from target and a dollar of trading cost count alike, and a dollar of tax counts a tenth.
 */
public record Scoring(List<Weighted> constraints) {
    private static final int LARGEST_WEIGHT = 100;

    /** Every constraint with the weight it comes with. */
    public static final Scoring STANDARD = new Scoring(PlanConstraints.ALL.all().stream()
            .map(constraint -> new Weighted(constraint, constraint.weight()))
            .toList());

    public Scoring {
        constraints = List.copyOf(constraints);
    }

    /**
     * A constraint and its weight.
     *
     * @param weight what its number is multiplied by: 1 where it is hard
     */
    public record Weighted(PlanConstraint constraint, int weight) {
        public Weighted {
            if (weight < constraint.leastWeight() || weight > LARGEST_WEIGHT) {
                throw Problem.usage("Expected a weight of the planner's constraint " + constraint.word() + " from "
                        + constraint.leastWeight() + " to " + LARGEST_WEIGHT + ", but got " + weight);
            }
        }
    }

    /** A plan's score, computed from scratch. */
    public PlanScore score(LotBook book, long[] lots) {
        long hard = 0;
        long soft = 0;
        for (Weighted part : constraints) {
            long money = part.weight * part.constraint.score(book, lots);
            if (part.constraint.level() == Level.HARD) {
                hard -= money;
            } else {
                soft -= money;
            }
        }
        return new PlanScore(hard, soft);
    }

    /** Why an account with this plan is refused: the first hard constraint that the plan breaks. */
    public Optional<Problem> broken(RebalanceProblem problem, LotBook book, long[] lots) {
        return constraints.stream()
                .map(Weighted::constraint)
                .filter(constraint -> constraint.level() == Level.HARD && constraint.score(book, lots) > 0)
                .findFirst()
                .map(constraint -> constraint.broken(problem, book, lots));
    }

    /** The largest value of an account, in micros, whose score is surely a whole number of 64 bits. */
    public long mostValue() {
        long soft = 0;
        long largest = 1;
        for (Weighted part : constraints) {
            if (part.constraint.level() == Level.SOFT) {
                soft++;
                largest = Math.max(largest, part.weight);
            }
        }
        return Long.MAX_VALUE / (4 * (soft + 2) * largest);
    }
}
