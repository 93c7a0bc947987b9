package dev.vesper.execution.sequence;

/** What a person asks of the sequence numbers of a session. */
public sealed interface SequenceCommand {
    /** Whose name is given. */
    String by();

    /** Why. */
    String reason();

    /**
     * Asks that a session goes on with other numbers.
     *
     * @param run whose session it is
     * @param before as they stand, and as they were shown
     * @param after as they shall be
     */
    record Ask(String run, String venue, SequenceNumbers before, SequenceNumbers after, String by, String reason)
            implements SequenceCommand {}

    /** Agrees to that; must be another person. */
    record Agree(String id, String by, String reason) implements SequenceCommand {}

    /** Says no to it, or takes it back. */
    record Refuse(String id, String by, String reason) implements SequenceCommand {}
}
