package dev.vesper.portfolio.weighting;

import dev.vesper.basics.Kind;
import dev.vesper.basics.Registry;
import java.util.List;

/** The weighting methods, in the order in which they are shown: a new one is a line here. */
public final class WeightingMethods {
    public static final Registry<Kind<? extends WeightingMethod>> ALL =
            of(List.of(RiskParity.KIND, EqualWeight.KIND, MinimumVariance.KIND));

    private WeightingMethods() {}

    /** A list of other methods. */
    public static Registry<Kind<? extends WeightingMethod>> of(List<Kind<? extends WeightingMethod>> kinds) {
        return Registry.of("weighting method", Kind::word, kinds);
    }
}
