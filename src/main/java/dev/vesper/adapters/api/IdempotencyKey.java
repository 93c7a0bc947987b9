package dev.vesper.adapters.api;

import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The key of a request in the header {@code Idempotency-Key}, as the draft of the IETF has it (07): a text in quotation marks,
 * for example {@code "8e03978e-40d5-43dd-bc93-6894a57f9324"}; the marks may be left out.
 */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";

    /** In an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST = 64;

    private IdempotencyKey() {}

    /** As it stands in the header. */
    public static String written(String key) {
        return "\"" + key + "\"";
    }

    /**
     * Reads the values of the header.
     *
     * @throws Problem of kind INPUT where there are several, or one is no key
     */
    public static Optional<String> read(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = values.getFirst().strip();
        boolean marked = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        String key = marked ? value.substring(1, value.length() - 1) : value;
        boolean good = values.size() == 1
                && !key.isEmpty()
                && key.length() <= LONGEST
                && key.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != '\\' && c != ',');
        if (!good) {
            throw Problem.usage("Expected one " + HEADER + " of 1 to " + LONGEST
                    + " visible ASCII characters without quotation mark, comma or backslash, but got "
                    + String.join(", ", values));
        }
        return Optional.of(key);
    }
}
