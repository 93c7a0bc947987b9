package dev.vesper.execution.breaker;

/** What happened to the breakers of a run. */
public sealed interface BreakerEvent {
    String venue();

    /** First slice that it holds for, counted from 0. */
    int slice();

    /**
     * It opened by itself.
     *
     * @param what the figures that opened it, for people
     */
    record Tripped(String venue, int slice, BreakerCause cause, String what) implements BreakerEvent {}

    /** It rested long enough: one order a slice is tried. */
    record HalfOpened(String venue, int slice) implements BreakerEvent {}

    /** What was tried was taken: it is closed again. */
    record Recovered(String venue, int slice) implements BreakerEvent {}

    /** A person opened it. */
    record OpenedByHand(String venue, int slice, String by, String reason) implements BreakerEvent {}

    /** A person closed it. */
    record ClosedByHand(String venue, int slice, String by, String reason) implements BreakerEvent {}
}
