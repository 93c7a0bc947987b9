package dev.vesper.rebalance;

import dev.vesper.basics.Problem;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a unit of currency counts for in the planner's soft score; only the ratios of the first three matter.
 *
 * <p>By default a dollar away from target and a dollar of trading cost count alike, and a dollar of tax counts a tenth:
 * a gain that is not realised today is taxed later, so deferring a dollar of tax saves its interest, not the dollar.
 *
 * @param deviation weight of money that is not where the target wants it, 1 to 100
 * @param cost weight of expected trading cost, 0 to 100
 * @param tax weight of expected tax on what the sold lots realise, 0 to 100
 * @param shortTermTaxBps tax rate on gains of lots held 365 days or less, in basis points
 * @param longTermTaxBps tax rate on gains of lots held longer, in basis points
 */
public record ScoreWeights(int deviation, int cost, int tax, int shortTermTaxBps, int longTermTaxBps) {
    /** 10 : 10 : 1, with the top United States federal rates of 37 % and 20 %. */
    public static final ScoreWeights DEFAULT = new ScoreWeights(10, 10, 1, 3700, 2000);

    public ScoreWeights {
        within("deviationWeight", deviation, 1, 100);
        within("costWeight", cost, 0, 100);
        within("taxWeight", tax, 0, 100);
        within("shortTermTaxBps", shortTermTaxBps, 0, 10_000);
        within("longTermTaxBps", longTermTaxBps, 0, 10_000);
    }

    /** Reads the names above with the suffix {@code Weight} for the first three; what is absent has its default. */
    public static ScoreWeights of(Map<String, String> properties) {
        var unknown = new TreeSet<>(properties.keySet());
        var weights = new ScoreWeights(
                number(properties, unknown, "deviationWeight", DEFAULT.deviation),
                number(properties, unknown, "costWeight", DEFAULT.cost),
                number(properties, unknown, "taxWeight", DEFAULT.tax),
                number(properties, unknown, "shortTermTaxBps", DEFAULT.shortTermTaxBps),
                number(properties, unknown, "longTermTaxBps", DEFAULT.longTermTaxBps));
        if (!unknown.isEmpty()) {
            throw Problem.usage("Expected the planner's score settings deviationWeight, costWeight, taxWeight,"
                    + " shortTermTaxBps, longTermTaxBps, but also got " + unknown + "; maybe a spelling mistake");
        }
        return weights;
    }

    /** The largest of the three weights, which decides how large an account can be scored exactly. */
    public int largest() {
        return Math.max(deviation, Math.max(cost, tax));
    }

    private static int number(Map<String, String> properties, TreeSet<String> unknown, String name, int otherwise) {
        String text = properties.get(name);
        if (text == null) {
            return otherwise;
        }
        unknown.remove(name);
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.usage("Expected a whole number for the planner's " + name + ", but got \"" + text + "\"");
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.usage(
                    "Expected the planner's " + name + " from " + least + " to " + most + ", but got " + value);
        }
    }
}
