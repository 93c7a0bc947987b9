package dev.vesper.basics;

/**
 * One number or word that people may choose, with all that is to be said about it: files, the command line and the pages
 * take it from here.
 *
 * <p>Example: {@code shrinkage}, 0 unless it is given, a number from 0 to 1.
 *
 * @param word as files and the command line write it, in lower case with underscores
 * @param standard what holds where it is not given
 * @param unit behind a number, for example {@code days}; empty where it has none
 * @param sentence what it does, without a full stop
 * @param parser which texts stand for which values
 * @param <V> the type of the value
 */
public record Parameter<V>(String word, V standard, String unit, String sentence, Parser<V> parser) {
    public Parameter {
        if (!parser.read(parser.write(standard)).equals(java.util.Optional.of(standard))) {
            throw new IllegalArgumentException("Expected a standard for " + word + " that is " + parser.expected()
                    + ", but it is " + parser.write(standard));
        }
    }

    /** A number from least to most, both allowed. */
    public static Parameter<Double> number(
            String word, double standard, double least, double most, String unit, String sentence) {
        return new Parameter<>(word, standard, unit, sentence, Parser.number(least, most));
    }

    /** A whole number from least to most, both allowed. */
    public static Parameter<Long> whole(
            String word, long standard, long least, long most, String unit, String sentence) {
        return new Parameter<>(word, standard, unit, sentence, Parser.whole(least, most));
    }

    /** One of an enum's constants. */
    public static <E extends Enum<E>> Parameter<E> oneOf(String word, E standard, String sentence) {
        return new Parameter<>(word, standard, "", sentence, Parser.oneOf(standard.getDeclaringClass()));
    }

    /**
     * The value of a text.
     *
     * @param place where the text stands
     * @throws Problem of kind INPUT that names the value, what fits and the unit
     */
    public V read(String text, Place place) {
        return parser.read(text)
                .orElseThrow(() -> Problem.input(
                        place,
                        "Expected " + word + " to be " + expected() + ", but got \"" + text + "\""
                                + parser.hint(text)));
    }

    /** What fits, with its unit: {@code a whole number from 1 to 500 days}. */
    public String expected() {
        return parser.expected() + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The standard as it would be written. */
    public String standardText() {
        return parser.write(standard);
    }
}
