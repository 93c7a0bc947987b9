package dev.vesper.adapters.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an input cell fits, as far as it can be compared with another cell for certain. */
sealed interface CellSet {
    /** Fits whatever comes. */
    record Any() implements CellSet {}

    /** Fits these values, in FEEL's notation: {@code "Fund"}, {@code true}, {@code 100}. */
    record Values(Set<String> values) implements CellSet {}

    /** Fits numbers beyond a bound: {@code > 1000}. */
    record Beyond(boolean above, boolean itself, BigDecimal bound) implements CellSet {
        boolean holds(BigDecimal number) {
            int compared = number.compareTo(bound);
            return compared == 0 ? itself : (compared > 0) == above;
        }
    }

    /** An expression that is not looked into, without its spaces. */
    record Expression(String text) implements CellSet {}

    /** Reads a cell. */
    static CellSet of(String cell) {
        String text = cell.strip();
        if (text.equals("-") || text.isEmpty()) {
            return new Any();
        }
        Set<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        if (parts.stream().allMatch(CellSet::literal)) {
            return new Values(parts);
        }
        boolean above = text.startsWith(">");
        if (above || text.startsWith("<")) {
            boolean itself = text.startsWith("=", 1);
            Optional<BigDecimal> bound = number(text.substring(itself ? 2 : 1).strip());
            if (bound.isPresent()) {
                return new Beyond(above, itself, bound.get());
            }
        }
        return new Expression(text.replace(" ", ""));
    }

    /** Whether it fits all that the other one does, for certain. */
    default boolean covers(CellSet other) {
        return switch (this) {
            case Any() -> true;
            case Values(Set<String> values) -> other instanceof Values(Set<String> less) && values.containsAll(less);
            case Beyond beyond ->
                switch (other) {
                    case Values(Set<String> values) ->
                        values.stream()
                                .allMatch(v -> number(v).filter(beyond::holds).isPresent());
                    case Beyond less ->
                        less.above() == beyond.above()
                                && (beyond.holds(less.bound())
                                        || (!less.itself() && less.bound().compareTo(beyond.bound()) == 0));
                    default -> false;
                };
            case Expression same -> same.equals(other);
        };
    }

    /** Whether something fits both, for certain. */
    default boolean meets(CellSet other) {
        return covers(other)
                || other.covers(this)
                || oneFits(this, other)
                || oneFits(other, this)
                || apart(this, other);
    }

    /** Whether a value that one lists fits the other. */
    private static boolean oneFits(CellSet listed, CellSet other) {
        return listed instanceof Values(Set<String> values)
                && values.stream().anyMatch(v -> other.covers(new Values(Set.of(v))));
    }

    /** Whether both bounds, one from below and one from above, leave something between them. */
    private static boolean apart(CellSet one, CellSet other) {
        return one instanceof Beyond from
                && other instanceof Beyond to
                && from.above() != to.above()
                && from.holds(to.bound())
                && to.holds(from.bound());
    }

    private static Optional<BigDecimal> number(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            return digits ? Optional.of(new BigDecimal(text)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static boolean literal(String part) {
        boolean quoted = part.length() > 1
                && part.startsWith("\"")
                && part.endsWith("\"")
                && part.indexOf('"', 1) == part.length() - 1;
        return quoted
                || part.equals("true")
                || part.equals("false")
                || number(part).isPresent();
    }
}
