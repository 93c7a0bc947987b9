package dev.vesper.basics;

import java.util.Locale;

/** A number of things in words: {@code 1 order}, {@code 2 orders}, {@code 1,204 orders}. */
public final class Counted {
    private Counted() {}

    /** Of a noun whose plural ends in s. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** Of any noun, for example {@code match}, {@code matches}. */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
