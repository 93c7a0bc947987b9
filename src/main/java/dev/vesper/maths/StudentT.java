package dev.vesper.maths;

/** Student's t distribution of a whole number of degrees of freedom, by its finite sums (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
public final class StudentT {
    private static final int STEPS = 200;

    private StudentT() {}

    /** The probability that |t| stays within a bound. */
    static double within(double bound, int degrees) {
        double angle = Math.atan(bound / Math.sqrt(degrees));
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double term = degrees % 2 == 0 ? 1 : cosine;
        double sum = degrees == 1 ? 0 : term;
        for (int i = degrees % 2 == 0 ? 1 : 2; i < degrees - 2; i += 2) {
            term *= cosine * cosine * i / (i + 1);
            sum += term;
        }
        return degrees % 2 == 0 ? sine * sum : 2 / Math.PI * (angle + sine * sum);
    }

    /**
     * The bound within which |t| stays with this probability: for 0.95 and 9 degrees 2.2622.
     *
     * @param probability above 0 and below 1
     * @param degrees one or more
     */
    public static double twoSided(double probability, int degrees) {
        if (!(probability > 0 && probability < 1) || degrees < 1) {
            throw new IllegalArgumentException(
                    "Expected a probability between 0 and 1 and one degree of freedom or more," + " but got "
                            + probability + " and " + degrees);
        }
        double low = 0;
        double high = 1;
        while (within(high, degrees) < probability) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < STEPS && high - low > Math.ulp(high); i++) {
            double middle = (low + high) / 2;
            if (within(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
