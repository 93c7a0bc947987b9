package dev.vesper.execution.engine;

/**
 * Numbers from a seed, the same bits everywhere: SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, OOPSLA 2014), with the mixing constants of Vigna's splitmix64.c. Not for secrets.
 */
final class SplitMix64 {
    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A drawn number as one from 0 to below another: the upper half of their product. */
    static long below(long drawn, long bound) {
        return Math.unsignedMultiplyHigh(drawn, bound);
    }
}
