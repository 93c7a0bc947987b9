package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What somebody filled in.
 *
 * @param path the values of the path's variables
 * @param fields the values of a field by its name, none where it was not sent
 * @param file its bytes, of a form that takes one
 */
public record Filled(Map<String, String> path, Function<String, List<String>> fields, Supplier<byte[]> file) {
    private static final int LONGEST_REASON = 500;

    /** Of a form that takes no file. */
    public Filled(Map<String, String> path, Function<String, List<String>> fields) {
        this(path, fields, () -> new byte[0]);
    }

    public Filled {
        path = Map.copyOf(path);
    }

    /** A variable of the path. */
    public String at(String variable) {
        return path.getOrDefault(variable, "");
    }

    /** The first value of a field, or empty where there is none. */
    public String text(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** All values of a field. */
    public List<String> all(String field) {
        return fields.apply(field);
    }

    /**
     * Why somebody does what others must be able to understand.
     *
     * @throws Problem of kind INPUT where there is no reason, or it is longer than the record keeps
     */
    public String why() {
        String reason = reason();
        if (reason.isBlank()) {
            throw Problem.usage("Expected a reason, so that others know why, but there is none");
        }
        return reason;
    }

    /**
     * Why somebody does it, or empty.
     *
     * @throws Problem of kind INPUT where it is longer than the record keeps
     */
    public String reason() {
        String reason = text("reason");
        if (reason.length() > LONGEST_REASON) {
            throw Problem.usage(
                    "Expected a reason of at most " + LONGEST_REASON + " characters, but it has " + reason.length());
        }
        return reason;
    }
}
