package dev.vesper.desk.books;

import dev.vesper.basics.FieldSum;
import dev.vesper.books.flow.FlowWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A flow of a book, and where it stands.
 *
 * @param words what was said, by column
 * @param by who said it
 * @param foureyes whether two people must agree before it is booked
 * @param sha256 sum of the words
 * @param maker who put it forward; null where nobody has
 * @param checker who agreed, or said no; null while nobody has
 * @param state where it stands
 */
public record FlowRecord(
        String id,
        Map<String, String> words,
        String by,
        boolean foureyes,
        String sha256,
        @Nullable String maker,
        @Nullable String checker,
        FlowState state) {
    public FlowRecord {
        words = Map.copyOf(words);
    }

    /** The words in one line, for people: {@code deposit 2018-04-11, account ACC1, amount 1000, currency USD}. */
    public String line() {
        List<String> parts = new ArrayList<>();
        parts.add(words.getOrDefault(FlowWords.KIND, "") + " " + words.getOrDefault(FlowWords.DATE, ""));
        for (String column : FlowWords.COLUMNS) {
            String word = words.get(column);
            if (word != null
                    && !List.of(FlowWords.ID, FlowWords.KIND, FlowWords.DATE).contains(column)) {
                parts.add(column + " " + word);
            }
        }
        return String.join(", ", parts);
    }

    /** The same, standing elsewhere. */
    FlowRecord as(FlowState other) {
        return new FlowRecord(id, words, by, foureyes, sha256, maker, checker, other);
    }

    /** What an approval of these words is bound to: 64 hex digits. */
    static String sum(Map<String, String> words) {
        FieldSum sum = new FieldSum();
        new TreeMap<>(words).forEach((column, word) -> {
            sum.add(column);
            sum.add(word);
        });
        return sum.hex();
    }
}
