package dev.vesper.desk.execution;

/** Who wants to hear how far the execution is. */
@FunctionalInterface
public interface ExecutionProgress {
    /** Nobody does. */
    ExecutionProgress SILENT = (slice, slices, children, fills) -> {};

    /**
     * A slice is over.
     *
     * @param slice counted from 1
     * @param children of the run so far
     * @param fills that this call booked
     */
    void slice(int slice, int slices, int children, int fills);
}
