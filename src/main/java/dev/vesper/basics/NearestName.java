package dev.vesper.basics;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses what a misspelt word was meant to be, for the end of a message: an operator types {@code csah}, and {@code cash}
 * is what the file calls it.
 */
public final class NearestName {
    private NearestName() {}

    /** The candidate that differs in the fewest letters, if in no more than a third of them. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < fewest) {
                fewest = distance;
                best = candidate;
            }
        }
        int allowed = Math.max(1, Math.max(word.length(), best == null ? 0 : best.length()) / 3);
        return best != null && fewest <= allowed ? Optional.of(best) : Optional.empty();
    }

    /** The end of a message: {@code ; maybe "cash" is meant}, or nothing. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(n -> "; maybe \"" + n + "\" is meant").orElse("");
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeThat = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(previous[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], 1 + beforeThat[j - 2]);
                }
            }
            beforeThat = previous;
            previous = row;
        }
        return previous[b.length()];
    }
}
