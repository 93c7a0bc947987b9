package dev.vesper.desk.waiver;

import dev.vesper.basics.RefusalKind;

/** Why {@link WaiverRules} denies a command. */
public enum WaiverRefusal implements RefusalKind {
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** It names neither an account nor a subject: that is a change of the rule. */
    TOO_WIDE,
    /** Its last day has passed. */
    OVER,
    /** It would hold for more than a year. */
    TOO_LONG,
    /** There is none of this id. */
    UNKNOWN,
    /** It was answered already. */
    NOT_ASKED,
    /** Nothing is there to revoke any more. */
    NOT_STANDING,
    /** Who asked for it agrees to it, or somebody whose name looks the same. */
    SECOND_PERSON_MUST_DIFFER
}
