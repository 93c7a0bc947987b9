package dev.vesper.basics;

import java.math.BigDecimal;
import java.util.Optional;

/** A number in a closed range, as people write it: {@code 0.5}, {@code 5e-1}; neither NaN nor infinite. */
record NumberParser(double least, double most) implements Parser<Double> {
    /** More digits than any setting has. */
    private static final int MOST_DIGITS = 40;

    @Override
    public Optional<Double> read(String text) {
        if (text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            double value = new BigDecimal(text).doubleValue();
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String write(Double value) {
        return plain(value);
    }

    @Override
    public String expected() {
        return "a number from " + plain(least) + " to " + plain(most);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
