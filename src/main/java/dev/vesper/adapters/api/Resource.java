package dev.vesper.adapters.api;

import dev.vesper.adapters.text.PathTemplate;
import dev.vesper.desk.operations.Operations;
import java.util.function.BiFunction;

/**
 * One method of a topic of {@link Operations}, as HTTP says it. Server, client and OpenAPI read this and nothing else.
 *
 * @param path its variables are components of {@code asks}; the other components stand in the query or the body
 * @param sentence what it does, for people who read the OpenAPI page
 * @param asks the record of what is asked
 * @param does asks the operations
 */
public record Resource<Q extends Record, A>(
        Verb verb,
        PathTemplate path,
        String sentence,
        Class<Q> asks,
        Answers<A> answers,
        BiFunction<Operations, Q, A> does) {
    public static <Q extends Record, A> Resource<Q, A> get(
            String path, String sentence, Class<Q> asks, Answers<A> answers, BiFunction<Operations, Q, A> does) {
        return new Resource<>(Verb.GET, new PathTemplate(path), sentence, asks, answers, does);
    }

    public static <Q extends Record, A> Resource<Q, A> post(
            String path, String sentence, Class<Q> asks, Answers<A> answers, BiFunction<Operations, Q, A> does) {
        return new Resource<>(Verb.POST, new PathTemplate(path), sentence, asks, answers, does);
    }

    /** What it is known by, for example {@code GET /api/v1/runs}. */
    public String word() {
        return verb + " " + path.text();
    }

    @Override
    public String toString() {
        return word();
    }
}
