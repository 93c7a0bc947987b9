package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which lines of a list that the server divides into pages.
 *
 * @param skip how many come before
 * @param most how many at most
 */
public record ListPage(int skip, int most) {
    static final String SKIP = "skip";
    static final String MOST = "most";
    static final int MOST_UNLESS_SAID = 1_000;
    static final int LARGEST = 10_000;
    private static final int FURTHEST = 100_000_000;
    private static final int DIGITS = 9;

    /**
     * Takes both from the parts of a query.
     *
     * @throws Problem of kind INPUT where they are no such numbers
     */
    public static ListPage take(ObjectNode query) {
        return new ListPage(
                number(SKIP, query.remove(SKIP), 0, 0, FURTHEST),
                number(MOST, query.remove(MOST), MOST_UNLESS_SAID, 1, LARGEST));
    }

    private static int number(String name, JsonNode said, int otherwise, int from, int to) {
        if (said == null) {
            return otherwise;
        }
        String text = said.asText();
        boolean digits =
                !text.isEmpty() && text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) < from || Integer.parseInt(text) > to) {
            throw Problem.usage("Expected " + name + " between " + from + " and " + to + ", but got \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** Its lines of the whole list. */
    public List<?> of(List<?> all) {
        return all.subList(Math.min(skip, all.size()), Math.min(skip + most, all.size()));
    }

    /** The parts of the query that ask for the page after this one; empty where this one is the last. */
    public Optional<Map<String, String>> next(List<?> all) {
        return skip + most < all.size() ? Optional.of(Map.of(SKIP, String.valueOf(skip + most))) : Optional.empty();
    }
}
