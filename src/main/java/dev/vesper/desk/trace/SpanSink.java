package dev.vesper.desk.trace;

/** Where spans go. Telling one returns at once and throws nothing, whatever becomes of it. */
public interface SpanSink {
    /** Nobody hears it. */
    SpanSink NONE = new SpanSink() {
        @Override
        public void tell(TracedSpan span) {
            // nobody hears it
        }

        @Override
        public boolean heard() {
            return false;
        }
    };

    void tell(TracedSpan span);

    /** Whether anybody hears it. */
    default boolean heard() {
        return true;
    }
}
