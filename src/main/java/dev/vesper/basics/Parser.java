package dev.vesper.basics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From the text of a parameter to its value and back, and what texts there are. It answers with nothing where a text will
 * not do; the sentence about it is the {@link Parameter}'s, which knows name and unit.
 *
 * @param <V> the type of the value
 */
public interface Parser<V> {
    /** The value a text stands for, or nothing where it does not fit. */
    Optional<V> read(String text);

    /** The text that {@link #read} makes the same value of. */
    String write(V value);

    /** What fits, for the middle of a sentence: {@code a number from 0 to 1}. */
    String expected();

    /** What a text that does not fit may have meant, for the end of a sentence; empty where there is no guess. */
    default String hint(String text) {
        return "";
    }

    /** A finite number, both bounds allowed. */
    static Parser<Double> number(double least, double most) {
        return new NumberParser(least, most);
    }

    /** A whole number, both bounds allowed. */
    static Parser<Long> whole(long least, long most) {
        return new WholeParser(least, most);
    }

    /** One of an enum's constants, written in lower case with hyphens: {@code AVERAGE_PRICE} is {@code average-price}. */
    static <E extends Enum<E>> Parser<E> oneOf(Class<E> type) {
        return new WordParser<>(
                Registry.of(type.getSimpleName(), Parser::word, Arrays.asList(type.getEnumConstants())), Parser::word);
    }

    private static String word(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
