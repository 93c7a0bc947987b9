package dev.vesper.execution.sequence;

/** What happened to the sequence numbers of sessions. */
public sealed interface SequenceEvent {
    /**
     * Somebody asked for other numbers.
     *
     * @param id for example {@code S-3}
     * @param before what the answer is bound to
     */
    record Asked(
            String id,
            String run,
            String venue,
            SequenceNumbers before,
            SequenceNumbers after,
            String by,
            String reason)
            implements SequenceEvent {}

    /** Another person agreed: they are set. */
    record Agreed(String id, String by, String reason) implements SequenceEvent {}

    /** Somebody said no, or the one who asked took it back. */
    record Refused(String id, String by, String reason) implements SequenceEvent {}
}
