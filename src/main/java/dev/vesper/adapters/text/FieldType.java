package dev.vesper.adapters.text;

import dev.vesper.market.Sectors;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the values of a further column are: numbers where all are, yes or no where all are, else texts. */
public final class FieldType {
    /** No leading zero: such are names, and lose by being read as numbers. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?");

    private static final Set<String> YES = Set.of("yes", "true", "y");
    private static final Set<String> NO = Set.of("no", "false", "n");

    private FieldType() {}

    /**
     * How each text of a column is read; texts in one spelling each, the first one's.
     *
     * @param values none of which is empty
     */
    public static Function<String, Object> of(List<String> values) {
        if (!values.isEmpty()
                && values.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
            return BigDecimal::new;
        }
        if (!values.isEmpty()
                && values.stream().map(FieldType::small).allMatch(text -> YES.contains(text) || NO.contains(text))) {
            return text -> YES.contains(small(text));
        }
        Map<String, String> spellings = new HashMap<>();
        return text -> spellings.computeIfAbsent(small(text), _ -> text);
    }

    /** A text by itself; empty where it says that nothing is known. */
    public static Optional<Object> value(String text) {
        return Sectors.unknown(text)
                ? Optional.empty()
                : Optional.of(of(List.of(text)).apply(text));
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
