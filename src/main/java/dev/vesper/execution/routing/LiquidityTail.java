package dev.vesper.execution.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How likely a venue fills at least so many lots: T(s) = P(there are s or more), falling from T(0) = 1 in steps.
 *
 * <p>Learned by the estimator of Kaplan and Meier (Nonparametric estimation from incomplete observations, JASA 53, 1958) as
 * Ganchev, Kearns, Nevmyvaka and Wortman Vaughan use it (Censored exploration and the dark pool problem, Communications of the
 * ACM 53, 2010): T(s) is the product over r below s of 1 - D(r) / N(r), where D(r) counts the orders that found exactly r, and
 * N(r) those that found r or more and asked for more than r. Beyond what was ever asked for it stays where it is: a venue is
 * thought well of until it was tried. An average of fills would instead call a venue shallow because little was asked of it.
 *
 * <p>Example: of 100 lots 100 were filled, of 300 there were 100, of 300 all: T(100) = 1, T(300) = 1/2.
 */
public final class LiquidityTail {
    /** A venue of which nothing is known: whatever is asked is thought to be there. */
    public static final LiquidityTail UNKNOWN = new LiquidityTail(new long[] {Long.MAX_VALUE}, new double[] {1});

    /** A venue that is not asked. */
    static final LiquidityTail NOTHING = new LiquidityTail(new long[] {Long.MAX_VALUE}, new double[] {0});

    private final long[] ends;
    private final double[] odds;

    private LiquidityTail(long[] ends, double[] odds) {
        this.ends = ends;
        this.odds = odds;
    }

    /** Some lots that are equally likely, the first of which comes after those of the step before. */
    record Step(long lots, double odds) {}

    /**
     * Learns from what came of earlier orders, in any order.
     *
     * @param leastSeen how many orders must have asked for more than r lots, and found r, for D(r) to count; below it nothing is
     *     learned and the curve stays where it is; at least 1
     */
    public static LiquidityTail learned(List<CensoredFill> history, int leastSeen) {
        List<CensoredFill> fills = new ArrayList<>(history);
        fills.sort(Comparator.comparingLong(CensoredFill::filledLots));
        List<Step> steps = new ArrayList<>();
        double alive = 1;
        long from = 0;
        int next = 0;
        while (next < fills.size()) {
            int found = fills.size() - next;
            long filled = fills.get(next).filledLots();
            int exact = 0;
            int censored = 0;
            for (; next < fills.size() && fills.get(next).filledLots() == filled; next++) {
                if (fills.get(next).censored()) {
                    censored++;
                } else {
                    exact++;
                }
            }
            int asked = found - censored;
            if (exact > 0 && asked < Math.max(1, leastSeen)) {
                break;
            }
            if (exact > 0) {
                if (filled > from) {
                    steps.add(new Step(filled - from, alive));
                }
                from = filled;
                alive *= 1 - (double) exact / asked;
            }
        }
        steps.add(new Step(Long.MAX_VALUE - from, alive));
        return of(steps);
    }

    /**
     * From steps of falling odds.
     *
     * @param steps lots above zero, odds from 1 to 0, none above the one before
     */
    static LiquidityTail of(List<Step> steps) {
        long[] ends = new long[steps.size()];
        double[] odds = new double[steps.size()];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += steps.get(i).lots();
            ends[i] = end;
            odds[i] = steps.get(i).odds();
        }
        return new LiquidityTail(ends, odds);
    }

    /** T of so many lots. */
    public double atLeast(long lots) {
        if (lots <= 0) {
            return 1;
        }
        int at = Arrays.binarySearch(ends, lots);
        int step = at < 0 ? -at - 1 : at;
        return step < odds.length ? odds[step] : 0;
    }

    /** How many lots of an order are filled on average: the sum of T(1) to T(lots). */
    public double expected(long lots) {
        double sum = 0;
        long from = 0;
        for (int i = 0; i < ends.length && from < lots; i++) {
            long end = Math.min(lots, ends[i]);
            sum += (end - from) * odds[i];
            from = end;
        }
        return sum;
    }

    /**
     * The same where less is asked: nothing whose odds are lower, and nothing beyond so many lots.
     *
     * @param least odds, 0 to 1
     * @param most lots, zero or more
     */
    LiquidityTail within(double least, long most) {
        List<Step> cut = new ArrayList<>();
        long from = 0;
        for (Step step : steps()) {
            long lots = step.odds() < least ? 0 : Math.min(step.lots(), most - from);
            if (lots <= 0) {
                break;
            }
            cut.add(new Step(lots, step.odds()));
            from += lots;
        }
        if (from < Long.MAX_VALUE) {
            cut.add(new Step(Long.MAX_VALUE - from, 0));
        }
        return of(cut);
    }

    /**
     * A measure of what each lot is worth instead of its odds: these times a factor, and never less than the least.
     *
     * @param factor more than zero
     */
    LiquidityTail worth(double factor, double least) {
        return of(steps().stream()
                .map(step -> new Step(step.lots(), factor * Math.max(least, step.odds())))
                .toList());
    }

    /** Its steps, from the first lot on. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            steps.add(new Step(i == 0 ? ends[i] : ends[i] - ends[i - 1], odds[i]));
        }
        return steps;
    }
}
