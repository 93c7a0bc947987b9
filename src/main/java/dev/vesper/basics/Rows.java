package dev.vesper.basics;

import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that are gone through one by one, as often as asked, always in the same order, without all of them being held: a
 * large day has a million verdicts.
 *
 * @param <R> a row
 */
@FunctionalInterface
public interface Rows<R> {
    /** Hands over each row once. */
    void each(Consumer<R> row);

    /** Those of a list. */
    static <R> Rows<R> of(List<R> rows) {
        return rows::forEach;
    }
}
