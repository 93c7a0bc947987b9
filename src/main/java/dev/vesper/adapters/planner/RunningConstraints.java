package dev.vesper.adapters.planner;

import dev.vesper.rebalance.constraint.Running;
import java.util.List;

/**
 * The running numbers of all constraints, each of the first ten with a call site of its own.
 *
 * <p>A loop over them would be one call site that meets a class for each constraint, and the compiler inlines at most two: a
 * changed line then costs six times as much (RunningScoreBenchmark). Where a site only ever meets one class, what it does is
 * inlined. The eleventh constraint and those after it are looped over: they work the same, only slower.
 */
final class RunningConstraints {
    private static final int SITES = 10;
    private static final Running NONE = new Running() {
        @Override
        public void change(int line, long before, long after) {}

        @Override
        public long value() {
            return 0;
        }
    };

    private final Running a;
    private final Running b;
    private final Running c;
    private final Running d;
    private final Running e;
    private final Running f;
    private final Running g;
    private final Running h;
    private final Running i;
    private final Running j;
    private final Running[] rest;

    RunningConstraints(List<Running> all) {
        a = at(all, 0);
        b = at(all, 1);
        c = at(all, 2);
        d = at(all, 3);
        e = at(all, 4);
        f = at(all, 5);
        g = at(all, 6);
        h = at(all, 7);
        i = at(all, 8);
        j = at(all, 9);
        rest = all.stream().skip(SITES).toArray(Running[]::new);
    }

    private static Running at(List<Running> all, int index) {
        return index < all.size() ? all.get(index) : NONE;
    }

    void change(int line, long before, long after) {
        a.change(line, before, after);
        b.change(line, before, after);
        c.change(line, before, after);
        d.change(line, before, after);
        e.change(line, before, after);
        f.change(line, before, after);
        g.change(line, before, after);
        h.change(line, before, after);
        i.change(line, before, after);
        j.change(line, before, after);
        for (Running each : rest) {
            each.change(line, before, after);
        }
    }

    /** The numbers, each times its weight, summed; there are ten weights at least. */
    long sum(long[] weights) {
        long sum = weights[0] * a.value()
                + weights[1] * b.value()
                + weights[2] * c.value()
                + weights[3] * d.value()
                + weights[4] * e.value()
                + weights[5] * f.value()
                + weights[6] * g.value()
                + weights[7] * h.value()
                + weights[8] * i.value()
                + weights[9] * j.value();
        for (int k = 0; k < rest.length; k++) {
            sum += weights[SITES + k] * rest[k].value();
        }
        return sum;
    }

    /** Room for a weight for each. */
    long[] weights() {
        return new long[SITES + rest.length];
    }
}
