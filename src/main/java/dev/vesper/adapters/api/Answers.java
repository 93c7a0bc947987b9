package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.List;
import java.util.function.Function;

/**
 * What a resource answers.
 *
 * @param element the record that is answered
 * @param many whether it is a list of them
 * @param cast checks that a value that was read is one
 */
public record Answers<A>(Class<?> element, boolean many, Function<Object, A> cast) {
    public static <T> Answers<T> one(Class<T> type) {
        return new Answers<>(type, false, type::cast);
    }

    public static <T> Answers<List<T>> list(Class<T> element) {
        return new Answers<>(
                element,
                true,
                value -> ((List<?>) value).stream().map(element::cast).toList());
    }

    /** The answer that consists of the lines of several pages. */
    public A joined(List<Object> lines) {
        return cast.apply(lines);
    }

    JavaType type(TypeFactory types) {
        return many ? types.constructCollectionType(List.class, element) : types.constructType(element);
    }
}
