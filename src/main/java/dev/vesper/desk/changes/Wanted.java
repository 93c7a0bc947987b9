package dev.vesper.desk.changes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody wants to hear of.
 *
 * @param all none for everything
 */
public record Wanted(Set<Changed> all) {
    public static final Wanted EVERYTHING = new Wanted(Set.of());

    private static final int MOST = 50;

    public Wanted {
        all = Set.copyOf(all);
    }

    /**
     * As it is asked for, for example {@code tasks,orders/2018-04-11-001}; everything where it is empty.
     *
     * @throws Problem of kind INPUT that names the known topics
     */
    public static Wanted of(String words) {
        if (words.isEmpty()) {
            return EVERYTHING;
        }
        String[] each = words.split(",", -1);
        if (each.length > MOST) {
            throw Problem.usage(
                    "Expected at most " + MOST + " topics, but got " + each.length + "; leave them out for all");
        }
        return new Wanted(Arrays.stream(each).map(Wanted::one).collect(Collectors.toSet()));
    }

    private static Changed one(String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return Changed.of(Topic.of(word));
        }
        try {
            return Changed.of(Topic.of(word.substring(0, slash)), new RunId(word.substring(slash + 1)));
        } catch (IllegalArgumentException notOne) {
            throw Problem.usage(String.valueOf(notOne.getMessage()));
        }
    }

    /** A topic stands for all its runs; a change of no known run may be one of each. */
    boolean has(Changed changed) {
        return all.isEmpty()
                || all.stream()
                        .anyMatch(one -> one.topic() == changed.topic()
                                && (one.run().isEmpty()
                                        || changed.run().isEmpty()
                                        || one.run().equals(changed.run())));
    }
}
