package dev.vesper.maths;

import java.util.Arrays;
import java.util.List;

/**
 * Shares an amount out in proportion to weights, where each share has a least and a most and groups of them have a most
 * together.
 *
 * <p>All shares rise together, each in proportion to its weight, from its least on; one that reaches its most stays there, and
 * so do the members of a group that is full; the others go on until the amount is shared out or nothing can rise. For example
 * 100 by weights of 6, 3 and 1 with at most 40 each: 40, 40 and 20.
 *
 * <p>That is weighted max-min fairness: D. Bertsekas and R. Gallager, "Data Networks", 1992, section 6.5.2. Where groups do
 * not overlap it is also the split nearest to the weights by relative entropy, and no other shares out more.
 */
public final class ProgressiveFilling {
    /** Halvings until a level is as exact as a double can be. */
    private static final int HALVINGS = 100;

    private final double[] weights;
    private final double[] least;
    private final double[] most;
    private final double[] amounts;
    private final boolean[] stopped;
    private final int[] full;

    private ProgressiveFilling(double[] weights, double[] least, double[] most, double total) {
        this.weights = weights;
        this.least = least;
        this.most = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            this.most[i] = Math.max(least[i], Math.min(most[i], Math.max(0, total)));
        }
        this.amounts = least.clone();
        this.stopped = new boolean[weights.length];
        this.full = new int[weights.length];
        Arrays.fill(full, -1);
    }

    /**
     * Shares that have a most together.
     *
     * @param members places of the shares, each once
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Group(int[] members, double most) {}

    /**
     * What each gets.
     *
     * @param full the place of the group that stopped a share, -1 where none did
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Filled(double[] amounts, int[] full) {
        public double total() {
            return Arrays.stream(amounts).sum();
        }
    }

    /**
     * Shares out an amount.
     *
     * @param weights zero or more; a share of weight zero stays at its least
     * @param least zero or more; what is least is given even where groups or the total are less
     * @param most of each, infinite where it has none
     * @param total to share out
     */
    public static Filled fill(double[] weights, double[] least, double[] most, List<Group> groups, double total) {
        return new ProgressiveFilling(weights, least, most, total).fill(groups, total);
    }

    private Filled fill(List<Group> groups, double total) {
        int[] all = new int[weights.length];
        Arrays.setAll(all, i -> i);
        while (true) {
            double level = level(all, total);
            int first = -1;
            for (int g = 0; g < groups.size(); g++) {
                double of = level(groups.get(g).members, groups.get(g).most);
                if (of < level) {
                    level = of;
                    first = g;
                }
            }
            if (first < 0) {
                stop(all, level, -1);
                return new Filled(amounts, full);
            }
            stop(groups.get(first).members, level, first);
        }
    }

    /** The level at which these sum to an amount, infinite where they never do or none of them rises any more. */
    private double level(int[] members, double amount) {
        double highest = 0;
        for (int i : members) {
            if (!stopped[i] && weights[i] > 0) {
                highest = Math.max(highest, most[i] / weights[i]);
            }
        }
        if (highest == 0 || sum(members, highest) <= amount) {
            return Double.POSITIVE_INFINITY;
        }
        double below = 0;
        double above = highest;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (below + above) / 2;
            if (sum(members, middle) <= amount) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private double sum(int[] members, double level) {
        double sum = 0;
        for (int i : members) {
            sum += at(i, level);
        }
        return sum;
    }

    private double at(int i, double level) {
        if (stopped[i]) {
            return amounts[i];
        }
        return weights[i] == 0 ? least[i] : Math.clamp(weights[i] * level, least[i], most[i]);
    }

    private void stop(int[] members, double level, int group) {
        for (int i : members) {
            if (!stopped[i]) {
                amounts[i] = at(i, level);
                stopped[i] = true;
                full[i] = amounts[i] < most[i] && weights[i] > 0 ? group : -1;
            }
        }
    }
}
