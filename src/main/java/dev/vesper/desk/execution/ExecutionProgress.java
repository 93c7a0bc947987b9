package dev.vesper.desk.execution;

/** Who wants to hear how far the execution is. */
interface ExecutionProgress {
    /**
     * A slice is over.
     *
     * @param slice counted from 1
     * @param children of the run so far
     */
    void slice(int slice, int slices, int children);

    /**
     * Nothing goes on before a kill switch is released.
     *
     * @param done slices that are over
     * @param children of the run so far
     * @param why what stops it
     */
    void stopped(int done, int slices, int children, String why);

    /**
     * Market time goes by the clock, and a slice has not come.
     *
     * @param what is waited for, in words
     */
    default void waits(String what) {
        // where nobody watches
    }

    /**
     * A venue told of a fill whose slice was booked.
     *
     * @param what was told, and whether it is booked, in words
     */
    default void late(String what) {
        // where nobody watches
    }
}
