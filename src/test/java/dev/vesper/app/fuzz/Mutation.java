package dev.vesper.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * One way in which a file is not what it should be.
 *
 * @param name what was done, for who reads the finding
 * @param change the new bytes
 */
record Mutation(String name, Change change) {
    /** Makes the new bytes out of the old ones, which are at least one. */
    interface Change {
        byte[] of(byte[] text, RandomGenerator random);
    }

    /** The same for text. */
    interface TextChange {
        String of(String text, RandomGenerator random);
    }

    static Mutation bytes(String name, Change change) {
        return new Mutation(name, change);
    }

    static Mutation text(String name, TextChange change) {
        return new Mutation(
                name,
                (bytes, random) -> change.of(new String(bytes, StandardCharsets.UTF_8), random)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
