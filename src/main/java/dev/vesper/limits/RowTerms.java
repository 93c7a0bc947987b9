package dev.vesper.limits;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a row of a table says beside what it decides.
 *
 * @param source where it comes from, document and section: {@code Guidelines 4.2}; may be empty
 * @param from the first day on which it holds; empty for as long as one looks back
 * @param until the last; empty where it does not end
 * @param sentence that a trader is shown; may be empty
 */
public record RowTerms(String source, Optional<LocalDate> from, Optional<LocalDate> until, String sentence) {
    public boolean dated() {
        return from.isPresent() || until.isPresent();
    }

    public boolean holds(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /** What is said behind a verdict, with a blank before it: {@code  Single names are capped (Guidelines 4.2).} */
    public String told() {
        if (sentence.isEmpty()) {
            return source.isEmpty() ? "" : " Source: " + source + ".";
        }
        boolean stop = sentence.endsWith(".");
        String said = stop ? sentence.substring(0, sentence.length() - 1) : sentence;
        return " " + said + (source.isEmpty() ? "" : " (" + source + ")") + ".";
    }
}
