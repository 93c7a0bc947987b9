package dev.vesper.rebalance;

import java.util.List;

/** How much of the shared limits of a book is used, kept current while its lines change. */
public final class SharedUse {
    private static final SharedLimit.Part[] NO_PARTS = {};
    private static final int[] NO_LIMITS = {};

    private final SharedLimit[] limits;
    private final long[] use;
    private final long[] claimed;
    private final SharedLimit.Part[][] partsOf;
    private final int[][] limitsOf;
    private long over;

    /** Of a plan that trades nothing. */
    public SharedUse(LotBook book) {
        List<SharedLimit> all = book.shared();
        limits = all.toArray(new SharedLimit[0]);
        use = new long[limits.length];
        claimed = new long[limits.length];
        int lines = book.lines().size();
        int[] counts = new int[lines];
        all.forEach(limit -> limit.parts().forEach(part -> counts[part.line()]++));
        partsOf = new SharedLimit.Part[lines][];
        limitsOf = new int[lines][];
        for (int i = 0; i < lines; i++) {
            partsOf[i] = counts[i] == 0 ? NO_PARTS : new SharedLimit.Part[counts[i]];
            limitsOf[i] = counts[i] == 0 ? NO_LIMITS : new int[counts[i]];
        }
        for (int l = limits.length - 1; l >= 0; l--) {
            use[l] = limits[l].used();
            for (SharedLimit.Part part : limits[l].parts()) {
                int at = --counts[part.line()];
                partsOf[part.line()][at] = part;
                limitsOf[part.line()][at] = l;
            }
        }
    }

    /** A line trades other lots than before. */
    public void change(int line, long before, long after) {
        SharedLimit.Part[] parts = partsOf[line];
        int[] of = limitsOf[line];
        for (int k = 0; k < parts.length; k++) {
            int l = of[k];
            over -= limits[l].over(use[l], claimed[l]);
            use[l] += parts[k].use(after) - parts[k].use(before);
            claimed[l] += parts[k].claimed(after) - parts[k].claimed(before);
            over += limits[l].over(use[l], claimed[l]);
        }
    }

    /** By how much all of them are broken. */
    public long over() {
        return over;
    }

    /**
     * The trade nearest to a wish, between what a line trades now and the wish, that breaks no limit more than it is broken
     * now.
     */
    public long nearest(int line, long now, long wish) {
        long fits = now;
        long beyond = wish;
        if (over(line, now, wish) <= over) {
            return wish;
        }
        while (Math.abs(beyond - fits) > 1) {
            long middle = fits + (beyond - fits) / 2;
            if (over(line, now, middle) <= over) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return fits;
    }

    private long over(int line, long now, long then) {
        change(line, now, then);
        long result = over;
        change(line, then, now);
        return result;
    }
}
