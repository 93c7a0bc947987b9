package dev.vesper.adapters.firm;

/**
 * Random numbers that are the same for ever and on every machine: SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast
 * Splittable Pseudorandom Number Generators", OOPSLA 2014) and StrictMath.
 */
final class SampleRandom {
    private long state;
    private double spare = Double.NaN;

    SampleRandom(long seed) {
        this.state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to below 1, in steps of 2^-53. */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + (most - least) * uniform();
    }

    /** From 0 to below {@code bound}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal, by Marsaglia's polar method. */
    double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double factor = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * factor;
                return u * factor;
            }
        }
    }

    /** Student's t with whole degrees of freedom above 2, scaled to a variance of 1: fat tails. */
    double student(int degrees) {
        double z = normal();
        double chiSquare = 0;
        for (int i = 0; i < degrees; i++) {
            double n = normal();
            chiSquare += n * n;
        }
        return z * StrictMath.sqrt((degrees - 2) / chiSquare);
    }
}
