package dev.vesper.portfolio.weighting;

import dev.vesper.basics.Kind;

/**
 * How a strategy turns prices into target weights. A method is a record in its own file whose components are its
 * parameters; its {@link Kind} stands in the same file and is listed in {@link WeightingMethods#ALL}.
 */
public interface WeightingMethod {
    /** The word, the sentence and the parameters of methods like this one. */
    Kind<? extends WeightingMethod> kind();

    /** The weights it wants on the last date of the problem's prices; empty where no instrument qualifies. */
    Weights weigh(WeightingProblem problem);
}
