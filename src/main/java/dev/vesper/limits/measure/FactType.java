package dev.vesper.limits.measure;

import dev.vesper.limits.table.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What values a fact takes. Sealed: these are the kinds that a decision table can test. */
public sealed interface FactType<T> {

    /** A closed list of words, those of an enumeration in lower case. */
    static <E extends Enum<E>> FactType<E> oneOf(Class<E> words) {
        return new OneOf<>(words);
    }

    /** The words that a value can be, in the order of their enumeration; empty where the list is open. */
    default List<String> words() {
        return List.of();
    }

    /** The value as a table sees it: a word of an enumeration as text, all else as it is. */
    default Object cell(T value) {
        return value;
    }

    /** What {@link #cell} gave, from its text. */
    default Object recorded(String text) {
        return text;
    }

    /** Any text, such as a symbol. */
    record Text() implements FactType<String> {}

    /** Text from a list that Vesper knows, such as the classes of assets; tables may write it in any case. */
    record Known(List<String> words) implements FactType<String> {
        public Known {
            words = List.copyOf(words);
        }
    }

    /** An exact number. */
    record Numeric() implements FactType<BigDecimal> {
        @Override
        public Object recorded(String text) {
            return new BigDecimal(text);
        }
    }

    /** True or false. */
    record Truth() implements FactType<Boolean> {
        @Override
        public Object recorded(String text) {
            return Boolean.valueOf(text);
        }
    }

    /** What a column of the firm's files says, where its cell says anything: see {@link FirmColumns}. */
    record OfFirm(Kind kind) implements FactType<Object> {}

    /**
     * Whether the instrument stands on a list of the rules.
     *
     * @param list what two spellings of its name have in common, see {@link dev.vesper.limits.lists.NamedList#key}
     */
    record OnList(String list) implements FactType<Boolean> {
        @Override
        public Object recorded(String text) {
            return Boolean.valueOf(text);
        }
    }

    /** One word of a closed list. */
    record OneOf<E extends Enum<E>>(Class<E> list) implements FactType<E> {
        @Override
        public List<String> words() {
            return Arrays.stream(list.getEnumConstants()).map(this::cell).toList();
        }

        @Override
        public String cell(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
