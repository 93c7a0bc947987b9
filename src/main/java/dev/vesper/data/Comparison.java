package dev.vesper.data;

import java.util.Optional;

/** How two numbers compare. */
public enum Comparison {
    EQUAL("=", "equal to"),
    NOT_EQUAL("!=", "other than"),
    GREATER(">", "greater than"),
    AT_LEAST(">=", "at least"),
    LESS("<", "less than"),
    AT_MOST("<=", "at most");

    private final String sign;
    private final String phrase;

    Comparison(String sign, String phrase) {
        this.sign = sign;
        this.phrase = phrase;
    }

    public String sign() {
        return sign;
    }

    public String phrase() {
        return phrase;
    }

    public boolean holds(double left, double right) {
        int order = Double.compare(left, right);
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
        };
    }

    public static Optional<Comparison> of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
