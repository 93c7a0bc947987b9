package dev.vesper.execution.sequence;

import dev.vesper.basics.RefusalKind;

/** Why {@link SequenceChanges} denies a command. */
public enum SequenceRefusal implements RefusalKind {
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** A number that no FIX message can have. */
    NUMBER_IMPOSSIBLE,
    /** They are so already. */
    NOTHING_CHANGES,
    /** Other numbers are asked for already, and nobody has answered. */
    ALREADY_ASKED,
    /** There is no request of this id. */
    UNKNOWN,
    /** It was answered. */
    ALREADY_ANSWERED,
    /** Who asked agrees, or somebody whose name looks the same. */
    SECOND_PERSON_MUST_DIFFER
}
