package dev.vesper.desk.trace;

/** Marks what is logged with the span that it belongs to. */
@FunctionalInterface
public interface LogMarks {
    /** From now on, in this thread, until it is closed. */
    Mark mark(RunTrace trace, String span);

    /** Ends the mark. */
    interface Mark extends AutoCloseable {
        @Override
        void close();
    }
}
