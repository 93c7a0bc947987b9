package dev.vesper.rebalance;

import java.util.List;

/**
 * A limit that several lines share, in the whole numbers of their book, each rounded so that what keeps it keeps the rule: 60 %
 * of an account in one sector, all positions together.
 *
 * @param subject what it binds, for example {@code ACC1/Energy}
 * @param most that may be used
 * @param used before anything is traded
 * @param parts one for each line that uses it
 */
public record SharedLimit(String subject, long most, long used, List<Part> parts) {
    public SharedLimit {
        parts = List.copyOf(parts);
    }

    /**
     * What the trades of one line do to the use.
     *
     * @param line its place in the book
     * @param up what a lot uses, rounded up
     * @param down what a lot frees, rounded down
     * @param boughtFree lots that a purchase begins with and that free the limit, or do not use it where down is zero
     * @param soldFree the same of a sale
     */
    public record Part(int line, long up, long down, long boughtFree, long soldFree) {
        /** How much the use changes. */
        public long use(long lots) {
            long free = Math.min(Math.abs(lots), free(lots));
            return (Math.abs(lots) - free) * up - free * down;
        }

        /** What a cut could take away: as the rules see it, nothing where the order frees more than it uses. */
        public long claimed(long lots) {
            long free = Math.min(Math.abs(lots), free(lots));
            long using = Math.abs(lots) - free;
            return using > free ? using * up : 0;
        }

        private long free(long lots) {
            return lots > 0 ? boughtFree : soldFree;
        }
    }

    /** By how much it is broken: what is used too much, as far as orders use it. What only lowers it never breaks it. */
    public long over(long use, long claimed) {
        return Math.min(Math.max(0, use - most), claimed);
    }
}
