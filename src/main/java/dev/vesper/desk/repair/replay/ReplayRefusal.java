package dev.vesper.desk.repair.replay;

import dev.vesper.basics.RefusalKind;

/** Why {@link ReplayRules} denies a command. */
public enum ReplayRefusal implements RefusalKind {
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** The day cannot be replayed from there, as things stand. */
    NOT_SOUND,
    /** Somebody asks for a replay of this run already. */
    ALREADY_ASKED,
    /** Nobody asks for it, or the request that is answered is an older one. */
    NOT_ASKED,
    /** The run has gone on since it was shown. */
    STALE,
    /** Who asked agrees to it, or somebody whose name looks the same. */
    SECOND_PERSON_MUST_DIFFER
}
