package dev.vesper.adapters.telemetry;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives a span the ids that it was told with. */
final class GivenIds implements IdGenerator {
    private record Ids(String trace, String span) {}

    private static final ThreadLocal<@Nullable Ids> NEXT = new ThreadLocal<>();

    /** Makes a span, in this thread, with these ids. */
    <T> T with(String trace, String span, Supplier<T> made) {
        NEXT.set(new Ids(trace, span));
        try {
            return made.get();
        } finally {
            NEXT.remove();
        }
    }

    @Override
    public String generateSpanId() {
        Ids given = NEXT.get();
        return given == null ? IdGenerator.random().generateSpanId() : given.span();
    }

    @Override
    public String generateTraceId() {
        Ids given = NEXT.get();
        return given == null ? IdGenerator.random().generateTraceId() : given.trace();
    }
}
