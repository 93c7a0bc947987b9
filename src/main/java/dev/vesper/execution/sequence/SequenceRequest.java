package dev.vesper.execution.sequence;

/**
 * Other numbers that somebody asked for.
 *
 * @param id for example {@code S-3}
 * @param before as they stood when it was asked
 * @param open whether nobody has answered
 */
public record SequenceRequest(
        String id,
        String run,
        String venue,
        SequenceNumbers before,
        SequenceNumbers after,
        String by,
        String reason,
        boolean open) {
    SequenceRequest answered() {
        return new SequenceRequest(id, run, venue, before, after, by, reason, false);
    }

    /** Whether it is about this session. */
    boolean of(String otherRun, String otherVenue) {
        return run.equals(otherRun) && venue.equals(otherVenue);
    }
}
