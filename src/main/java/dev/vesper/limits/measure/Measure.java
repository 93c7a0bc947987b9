package dev.vesper.limits.measure;

import dev.vesper.limits.Bound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that tables may limit, for example what share of an account one position is. A measure says how much is used;
 * tables say how much is allowed; {@code LimitCheck} compares, warns, cuts and words.
 *
 * <p>Adding one is a file here, its test, a line in {@link Measures#ALL} and its row in {@code src/docs/rules.md}:
 * {@code src/docs/how-to-add-a-measure.md}.
 */
public interface Measure {
    /** Its name in lower case with hyphens: {@code sector-weight} is what the decision "Sector weight" limits. */
    String label();

    /** What people call it too, in the form of the label: the same measure, whichever of the two a decision is called. */
    default Optional<String> alsoCalled() {
        return Optional.empty();
    }

    /** What is measured, for people, without a full stop. */
    String sentence();

    Scope scope();

    /** All that a table may ask for; every {@link Measured} holds a value for each. */
    Set<Fact<?>> facts();

    /** All that the measure finds in a book, in a stable order; subjects differ. */
    List<Measured> of(ValuedBook valued);

    /**
     * The highest limit that means something: 1 for a share of a whole, more where shares add up; empty for an amount. What
     * is above it was meant otherwise, such as 25 for 25 %.
     */
    default Optional<BigDecimal> highestLimit() {
        return Optional.empty();
    }

    /** Whether tables say how much of it may be, or how much must be. */
    default Bound bound() {
        return Bound.MAXIMUM;
    }

    /** Whether an order that is cut uses less of it; else a table may deny or warn. */
    default boolean cuts() {
        return true;
    }

    /**
     * Whether what is used is what was used and what each order adds to it, whatever the others are. Else it bounds no plan and
     * has no flat form: the rules judge by it.
     */
    default boolean addsUp() {
        return true;
    }

    /** The label as a decision is called: {@code Sector weight}. */
    default String decision() {
        return decision(label());
    }

    private static String decision(String label) {
        String words = label.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What a decision may be called that limits it: by its label, and by what it is called too. */
    default List<String> decisions() {
        return Stream.concat(Stream.of(label()), alsoCalled().stream())
                .map(Measure::decision)
                .toList();
    }
}
