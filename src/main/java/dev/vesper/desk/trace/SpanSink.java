package dev.vesper.desk.trace;

/** Where spans go. Telling one returns at once and throws nothing, whatever becomes of it. */
public interface SpanSink {
    /** Nobody hears it. */
    SpanSink NONE = _ -> {};

    void tell(TracedSpan span);

    /** Whether anybody hears it. */
    default boolean heard() {
        return this != NONE;
    }
}
