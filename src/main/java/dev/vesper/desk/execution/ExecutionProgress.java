package dev.vesper.desk.execution;

/** Who wants to hear how far the execution is. */
@FunctionalInterface
interface ExecutionProgress {
    /**
     * A slice is over.
     *
     * @param slice counted from 1
     * @param children of the run so far
     */
    void slice(int slice, int slices, int children);
}
