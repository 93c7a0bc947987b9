package dev.vesper.basics;

import java.util.function.Consumer;

/**
 * Rows that are gone through one by one, as often as asked, always in the same order, without all of them being held: a
 * large day has a million verdicts. {@code list::forEach} is one.
 *
 * @param <R> a row
 */
@FunctionalInterface
public interface Rows<R> {
    /** Hands over each row once. */
    void each(Consumer<R> row);
}
