package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.JavaType;

/**
 * What a resource answers.
 *
 * @param element the record that is answered
 * @param many whether it is a list of them
 */
public record Answers<A>(Class<?> element, boolean many) {
    public static <T> Answers<T> one(Class<T> type) {
        return new Answers<>(type, false);
    }

    public static <T> Answers<java.util.List<T>> list(Class<T> element) {
        return new Answers<>(element, true);
    }

    JavaType type(com.fasterxml.jackson.databind.type.TypeFactory types) {
        return many ? types.constructCollectionType(java.util.List.class, element) : types.constructType(element);
    }
}
