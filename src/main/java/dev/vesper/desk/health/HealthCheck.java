package dev.vesper.desk.health;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that may be wrong.
 *
 * @param part what it is about, one word, for example {@code disk}
 * @param needed whether Vesper can neither work nor answer without it: then it is not ready
 * @param trouble what is wrong, in plain words with what helps; empty where all is well. A question that fails is trouble
 */
public record HealthCheck(String part, boolean needed, Supplier<Optional<String>> trouble) {
    /** Without which Vesper is not ready. */
    public static HealthCheck needed(String part, Supplier<Optional<String>> trouble) {
        return new HealthCheck(part, true, trouble);
    }

    /** That somebody must look at, while Vesper goes on. */
    public static HealthCheck watched(String part, Supplier<Optional<String>> trouble) {
        return new HealthCheck(part, false, trouble);
    }

    Optional<String> ask() {
        try {
            return trouble.get();
        } catch (RuntimeException failed) {
            String message = failed.getMessage();
            return Optional.of(message == null ? failed.toString() : message);
        }
    }
}
