package dev.vesper.adapters.api;

import dev.vesper.basics.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/** Finds what is secret by its type, so that no resource can forget to say so. */
final class Secrets {
    private Secrets() {}

    /** Whether a record, or one that it holds, holds a {@link Secret}. */
    static boolean in(Type type) {
        return in(type, new HashSet<>());
    }

    private static boolean in(Type type, Set<Type> seen) {
        if (type instanceof ParameterizedType of) {
            for (Type argument : of.getActualTypeArguments()) {
                if (in(argument, seen)) {
                    return true;
                }
            }
            return false;
        }
        if (type == Secret.class) {
            return true;
        }
        if (!(type instanceof Class<?> record) || !record.isRecord() || !seen.add(type)) {
            return false;
        }
        for (RecordComponent part : record.getRecordComponents()) {
            if (in(part.getGenericType(), seen)) {
                return true;
            }
        }
        return false;
    }
}
