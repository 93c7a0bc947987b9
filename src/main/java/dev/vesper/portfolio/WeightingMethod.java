package dev.vesper.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a strategy turns prices into target weights. */
public enum WeightingMethod {
    /** Hierarchical risk parity: assets that move alike share one part of the risk. */
    HIERARCHICAL_RISK_PARITY("hrp", true),
    /** One over the number of assets; needs no history but a recent price. */
    EQUAL_WEIGHT("equal-weight", false),
    /** Smallest variance without short positions. */
    MINIMUM_VARIANCE("minimum-variance", true);

    private final String word;
    private final boolean needsReturns;

    WeightingMethod(String word, boolean needsReturns) {
        this.word = word;
        this.needsReturns = needsReturns;
    }

    /** As firm.yaml and the command line write it. */
    public String word() {
        return word;
    }

    boolean needsReturns() {
        return needsReturns;
    }

    /** The method a word stands for, or empty. */
    public static Optional<WeightingMethod> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }

    /** All words, in the order they are shown. */
    public static List<String> words() {
        return Arrays.stream(values()).map(WeightingMethod::word).toList();
    }
}
