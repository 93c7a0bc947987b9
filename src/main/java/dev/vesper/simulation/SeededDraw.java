package dev.vesper.simulation;

/**
 * The draws of a simulation: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
 * Integers only, so that every machine draws the same.
 */
final class SeededDraw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    /** One stream for each seed and each text, for example {@code (42, "IBM 2018-04-11")}. */
    SeededDraw(long seed, String text) {
        long hash = 0xCBF29CE484222325L; // FNV-1a, 64 bits
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        this.state = mix(seed) ^ hash;
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 to {@code bound - 1}; the bias of at most {@code bound / 2^63} does not matter here. */
    long below(long bound) {
        return Math.floorMod(next() >>> 1, bound);
    }

    /**
     * About standard normal, times 65,536: the sum of twelve uniform numbers (Irwin-Hall). Its tails end at six, which
     * suits a simulated trade.
     */
    long normal16() {
        long sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += next() >>> 48;
        }
        return sum - 6 * 65_536L;
    }

    /** One number for each (stream, position), for draws that are not made in order. */
    static long at(long stream, long position) {
        return mix(stream + position * GOLDEN_GAMMA);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
