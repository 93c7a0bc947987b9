package dev.vesper.limits.measure;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something known of what is measured, by which a table finds its row: {@code Asset class}, text, "the instrument's class,
 * such as ETF".
 *
 * @param name as a table's input data is called; unique among the facts of a measure
 * @param sentence what it says, for people, without a full stop
 */
public record Fact<T>(String name, FactType<T> type, String sentence) {
    public static Fact<String> text(String name, String sentence) {
        return new Fact<>(name, new FactType.Text(), sentence);
    }

    /** A text from a list that Vesper knows. */
    public static Fact<String> known(String name, List<String> words, String sentence) {
        return new Fact<>(name, new FactType.Known(words), sentence);
    }

    public static Fact<BigDecimal> number(String name, String sentence) {
        return new Fact<>(name, new FactType.Numeric(), sentence);
    }

    public static Fact<Boolean> yesOrNo(String name, String sentence) {
        return new Fact<>(name, new FactType.Truth(), sentence);
    }

    public static <E extends Enum<E>> Fact<E> oneOf(Class<E> words, String name, String sentence) {
        return new Fact<>(name, FactType.oneOf(words), sentence);
    }
}
