package dev.vesper.desk.workbench;

import dev.vesper.basics.RefusalKind;

/** Why {@link ChangeRules} denies a command. */
public enum ChangeRefusal implements RefusalKind {
    /** Nobody could tell it from others. */
    TITLE_MISSING,
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** There is no such draft, or it was discarded. */
    NOT_OPEN,
    /** Somebody else has written since the writer looked. */
    WRITTEN_SINCE,
    /** The draft is what it would become, or what is active. */
    NOTHING_CHANGES,
    /** Every edit was taken back. */
    NOTHING_TO_UNDO,
    /** Another version is active than the draft was begun on. */
    BASE_MOVED,
    /** It is proposed already. */
    ALREADY_PROPOSED,
    /** Nobody asks for it, or the proposal that is answered is an older one. */
    NOT_PROPOSED,
    /** Its time is over, or is not. */
    TERM,
    /** It is not what was shown any more. */
    STALE,
    /** Who wrote it agrees to it, or somebody whose name looks the same. */
    MAKER_MUST_NOT_CHECK,
    /** The same person agrees twice. */
    SECOND_CHECKER_MUST_DIFFER
}
